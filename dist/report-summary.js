import { S as fit, W as escapeMarkdown, Z as shorten, b as SUMMARY_LIMIT, c as costTable, d as ending, f as stepList, l as roundsPlot, q as paragraphs, r as reportSections, s as costSummary, t as spendingSection, u as requester, v as sentence } from "./report-spending.js";

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