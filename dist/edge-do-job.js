import { O as summary$1, v as setFailed, y as setOutput } from "./actions-core.js";
import { n as sendOff } from "./pipeline-two-jobs-meeting.js";
import { r as outputsOf } from "./report-outputs.js";
import { E as escapeMarkdown, F as redactRun, N as whatToDo, P as leaving, k as paragraphs } from "./ledger-spending.js";
import { C as shorten, g as summaryText, n as annotationText } from "./text-sinks.js";
import { d as costSummary, f as costTable, i as reportSections, n as spendingSection, p as roundsPlot, w as sentence } from "./report-spending.js";
import { f as fit, u as SUMMARY_LIMIT } from "./report-scope.js";
import { i as stepList, n as requester, r as ending, t as mentioned } from "./report-requester.js";

// src/report/summary.ts
/** The job summary: the same story, whole, with the plots. */
function renderSummary(run) {
	const text = fit(SUMMARY_LIMIT, (detail) => summary(run, detail));
	return summaryText(text, leaving(run, { mentions: mentioned(run) }));
}
function summary(run, detail) {
	const title = escapeMarkdown(shorten(run.title, 200)).trim();
	return paragraphs(`## ${title === "" ? "Patchwright" : title}`, ending(run, detail), reportSections(run, detail, run.ledger.length === 0 ? "" : `### Cost: ${costSummary(run)}\n\n${costTable(run, detail)}`), spendingSection(run), detail.plots ? roundsPlot(run) : "", run.steps.length === 0 ? "" : `### How it went\n\n${stepList(run)}`, `<sub>${sentence(requester(run))}</sub>`);
}

// src/edge/do-job.ts
/** Does the job and tells the runner how it ended; what it leaves goes to where the next job finds it. */
async function doJob(job, asked, { deps, pipeline }) {
	if (job.kind === "beside") {
		for (const [name, value] of Object.entries(await job.do(asked, deps))) setOutput(name, value);
		return;
	}
	const state = await pipeline(asked, job.form, deps);
	if (state === null) return;
	await report(state, deps);
	const left = await sendOff(deps);
	if (left !== null) setOutput("change", left);
}
/** Outputs, job summary, annotations and exit code, all from the one state. */
async function report(state, { redact, run }) {
	for (const [name, value] of Object.entries(outputsOf(state, run.record))) setOutput(name, value);
	await summary$1.addRaw(renderSummary(redactRun(state, redact)), true).write();
	if (state.failure !== null) setFailed(annotationText(`${state.failure.message} ${whatToDo(state.failure)}`, { redact }));
}

export { doJob };