import { M as paragraphs, a as costSummary, b as fit, c as requester, h as sentence, k as escapeMarkdown, l as ending, o as costTable, r as reportSections, s as roundsPlot, t as spendingSection, u as stepList, y as SUMMARY_LIMIT, z as shorten } from "./report-spending.js";

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