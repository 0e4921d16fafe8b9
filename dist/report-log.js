import { I as countTokens, M as REMEDIES, N as whatToDo, b as formatMoney, d as standingWords, o as accountsNote, p as fixRounds, u as openText, v as formatDuration, x as formatNumber } from "./ledger-spending.js";
import { C as shorten, u as logLine } from "./text-sinks.js";

// src/report/log.ts
const MARKS = {
	done: "✓",
	doing: "…",
	todo: " ",
	failed: "✗"
};
/** One step with the time and money used so far: `  0:48  $0.041  ✓ Checks: 3 of 3 pass`. */
function renderLogStep(run, step) {
	const seconds = Math.max(0, Math.floor((run.now - run.startedAt) / 1e3));
	const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`.padStart(6);
	const text = shorten(step.text.replaceAll(/\s+/g, " "), 300);
	return logLine(`${clock}  ${formatMoney(run.total.cost).padStart(8)}  ${MARKS[step.state]} ${text}`);
}
/** How the run ended, for a terminal: plain lines, none of which the runner takes for a command. */
function renderLogEnding(run) {
	return [
		`${run.outcome ?? "not finished"}: ${ended(run)}`,
		...failure(run),
		...where(run),
		`${rounds(run)}${cost(run)}, ${formatDuration(run.now - run.startedAt)}`,
		accountsNote(run),
		...run.notes,
		...run.publication?.notes ?? []
	].filter((line) => line !== "").flatMap((line) => line.split("\n").map(logLine));
}
function ended(run) {
	if (run.failure !== null) return run.failure.message;
	if (run.outcome === "published") return standingWords(run);
	const open = run.verdict === "fail" ? openText(run) : "";
	return run.reason ?? (open || (run.outcome === "no-changes" ? "no file was changed" : standingWords(run)));
}
function failure(run) {
	if (run.failure === null) return [];
	const { category } = run.failure;
	return [`${category}: ${REMEDIES[category].means}`, whatToDo(run.failure)];
}
function where(run) {
	const { publication, patch } = run;
	if (publication?.pullRequest) return [`${publication.pullRequest.draft ? "draft pull request" : "pull request"} ${publication.pullRequest.url}`];
	if (publication !== null && publication.commit !== null) return [`branch ${publication.branch} at ${publication.commit}`];
	return patch === null ? [] : [`the work is kept as ${patch}`];
}
function rounds(run) {
	if (run.rounds.length === 0) return "";
	return `${fixRounds(run)} fix round${fixRounds(run) === 1 ? "" : "s"}, `;
}
function cost(run) {
	return `${formatMoney(run.total.cost)}, ${formatNumber(countTokens(run.total.tokens))} tokens`;
}

export { renderLogStep as n, renderLogEnding as t };