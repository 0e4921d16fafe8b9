import { A as paragraphs, D as escapeMarkdown, I as shorten, _ as SUMMARY_LIMIT, a as roundsPlot, c as stepList, i as costTable, o as requester, p as sentence, r as costSummary, s as ending, t as reportSections, v as fit } from "./report-sections.js";

// src/report/summary.ts
/** The job summary: the same story, whole, with the plots. */
function renderSummary(run) {
	return fit(SUMMARY_LIMIT, (detail) => summary(run, detail));
}
function summary(run, detail) {
	const title = escapeMarkdown(shorten(run.title, 200)).trim();
	return paragraphs(`## ${title === "" ? "Patchwright" : title}`, ending(run, detail), reportSections(run, detail, run.ledger.length === 0 ? "" : `### Cost: ${costSummary(run)}\n\n${costTable(run, detail)}`), detail.plots ? roundsPlot(run) : "", run.steps.length === 0 ? "" : `### How it went\n\n${stepList(run)}`, `<sub>${sentence(requester(run))}</sub>`);
}

export { renderSummary };