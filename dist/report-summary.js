import { S as spendingSection, W as escapeMarkdown, Z as shorten, _ as SUMMARY_LIMIT, a as reportSections, d as roundsPlot, l as costSummary, n as ending, q as paragraphs, r as stepList, t as requester, u as costTable, x as sentence, y as fit } from "./report-requester.js";

// src/report/summary.ts
/** The job summary: the same story, whole, with the plots. */
function renderSummary(run) {
	return fit(SUMMARY_LIMIT, (detail) => summary(run, detail));
}
function summary(run, detail) {
	const title = escapeMarkdown(shorten(run.title, 200)).trim();
	return paragraphs(`## ${title === "" ? "Patchwright" : title}`, ending(run, detail), reportSections(run, detail, run.ledger.length === 0 ? "" : `### Cost: ${costSummary(run)}\n\n${costTable(run, detail)}`), spendingSection(run), detail.plots ? roundsPlot(run) : "", run.steps.length === 0 ? "" : `### How it went\n\n${stepList(run)}`, `<sub>${sentence(requester(run))}</sub>`);
}

export { renderSummary };