import { C as shorten } from "./text-sinks.js";
import { D as fence, E as escapeMarkdown, O as link, T as details, c as facts, d as standingWords, g as count, h as standingOf, k as paragraphs, v as formatDuration, w as codeSpan } from "./ledger-spending.js";
import { C as runAgain, _ as list, b as whereTheWorkIs, c as planText, g as failureParts, h as choicesPart, m as alert, u as codersWords, v as notice, x as why, y as stoppedText } from "./report-spending.js";
import { n as changeText, o as inline, s as prose } from "./report-scope.js";

// src/report/patch.ts
/** The change for whoever may write to the branch; empty where it is published, or there is none. */
function patchSection({ offered, patch, heldBack }) {
	if (offered === null) return "";
	const onto = codeSpan(offered.base.slice(0, 12));
	if (offered.text !== null) return paragraphs("### The patch", `Nothing was pushed. To apply it, save this as ${codeSpan("change.patch")} and run ${codeSpan("git apply change.patch")} on ${onto}:`, fence(offered.text, "diff"));
	const where = patch === null ? "could not be kept" : `is in the run record as ${codeSpan(shorten(patch, 200))}`;
	const besides = heldBack.length === 0 ? "" : `, with ${count(heldBack.length, "path")} that the guard holds back`;
	return paragraphs("### The patch", `Nothing was pushed, and a comment cannot have the patch letter for letter. It ${where}${besides}; ${codeSpan("git apply")} puts it on ${onto}.`);
}

// src/report/story.ts
const BOXES = {
	done: "[x]",
	doing: "[ ]",
	todo: "[ ]",
	failed: "[ ]"
};
/** The steps so far as a checklist; the one that is being done stands out. */
function stepList(state) {
	return list(state.steps.slice(-40).map((step) => `${BOXES[step.state]} ${stepText(step)}`));
}
/** The same when it is over, folded. */
function stepsFolded(state, detail) {
	if (state.steps.length === 0 || !detail.folded) return "";
	return details(`How it went: ${count(state.steps.length, "step")}`, stepList(state));
}
/** What was tried, a line for each round; empty before the first was judged. */
function roundsTried(state) {
	if (state.rounds.length === 0) return "";
	return paragraphs("What was tried:", list(state.rounds.slice(-10).map(roundLine)));
}
function stepText(step) {
	const text = inline(step.text, 200);
	if (step.state === "doing") return `**${text.replace(" · ", "** · ")}${text.includes(" · ") ? "" : "**"}`;
	return step.state === "failed" ? `❌ ${text}` : text;
}
function roundLine(round) {
	const name = round.number === 0 ? "First attempt" : `Fix ${round.number}`;
	const pivot = round.pivoted ? ", told to take another approach" : "";
	const broken = round.brokenChecks.length === 0 ? "" : `; broken: ${inline(round.brokenChecks.join(", "), 200)}`;
	const resolved = round.resolvedFindings.length === 0 ? "" : `; resolved so far: ${inline(round.resolvedFindings.join(", "), 120)}`;
	const open = round.openFindings.length === 0 ? nothingOpen(round) : `; open: ${inline(round.openFindings.join(", "), 120)}`;
	return `${name}${pivot}: ${count(round.filesChanged, "file")}, ${round.verdict}${broken}${open}${resolved} (${formatDuration(round.seconds * 1e3)})`;
}
function nothingOpen(round) {
	return round.verdict === "inconclusive" ? "; no review to rely on" : "; nothing open";
}

// src/report/ending.ts
/** How a run ended, as the beginning of its status comment: what happened, why, what to do next. */
function ending(run, detail) {
	return paragraphs(howItEnded(run, detail), patchSection(run));
}
function howItEnded(run, detail) {
	switch (run.outcome) {
		case null: return "";
		case "published": return published(run, detail);
		case "needs-human": return needsHuman(run);
		case "no-changes": return noChanges(run);
		case "declined": return paragraphs(`**Declined** · ${why(run)}`, `Once that is settled: ${runAgain(run)}.`);
		case "failed": return paragraphs(line("❌ Failed", run), alert("CAUTION", failureParts(run)));
		case "answered": return run.offered === null ? paragraphs(line("✅ Done", run), prose(run.summary)) : published(run, detail);
		case "planned": return paragraphs(line("📋 A plan, and nothing changed yet", run), planText(run), choicesPart(run));
	}
}
function published(run, detail) {
	return paragraphs(line(standingWords(run), run), codersWords(run.summary, detail.folded ? 1500 : 500), nextStep(run), notice(run));
}
function needsHuman(run) {
	if (run.question !== null) return paragraphs(line("❔ A question first", run), why(run), run.question);
	if (run.invocation.command === "review") return paragraphs(line("⚠️ Not all of it was reviewed", run), why(run), choicesPart(run));
	if (run.publication === null && run.change === null) {
		const asks = run.plan === null ? "" : planText(run);
		return paragraphs(line("❔ A person is needed before the work begins", run), why(run), asks, choicesPart(run));
	}
	const words = standingOf(run) === "open" ? `⚠️ ${stoppedText(run).slice(0, -1)}: your turn` : standingWords(run);
	return paragraphs(line(words, run), alert("WARNING", [`${why(run)} ${whereTheWorkIs(run)}`, choicesPart(run)]), roundsTried(run));
}
function noChanges(run) {
	return paragraphs(line("No changes", run), `The coder worked on it and left every file as it was. Nothing was published. ${run.reason === null ? "" : why(run)}`.trim(), codersWords(run.summary, 1500), `If something should be different, say which file and which behaviour; ${runAgain(run)}.`);
}
/** Where the work is and what to do with it. */
function nextStep(run) {
	const { publication, offered } = run;
	const change = changeText(run);
	if (offered !== null) return `${whereTheWorkIs(run)} It has ${change}.`;
	if (publication === null) return "";
	if (publication.pullRequest === null || publication.aside !== null) return `${whereTheWorkIs(run)} It has ${change}.`;
	const { number, url, draft, own } = publication.pullRequest;
	if (!own) return `Pushed to ${codeSpan(publication.branch)} of this pull request: ${change}.`;
	if (draft) return `Draft pull request ${link(`#${number}`, url)}: ${change}.`;
	return `Pull request ${link(`#${number}`, url)}: ${change}. It is ready for your review.`;
}
function line(words, run) {
	const pullRequest = run.publication?.pullRequest;
	const where = pullRequest?.own === true ? [`${pullRequest.draft ? "draft " : ""}${link(`#${pullRequest.number}`, pullRequest.url)}`] : [];
	return [
		`**${words}**`,
		...where,
		...facts(run)
	].join(" · ");
}

// src/report/requester.ts
/** Who asked for the run and how: `octocat, through the label`. Mentioned, and so notified, only where a person is needed. */
function requester(state) {
	const { actor, event, commentId } = state.invocation;
	const means = commentId === null ? viaEvent(event.name) : "in a comment";
	if (actor === null) return `started ${means}`;
	return `requested by ${mentioned(state).includes(actor.login) ? `@${actor.login}` : escapeMarkdown(actor.login)} ${means}`;
}
/** Who is notified. */
function mentioned({ outcome, invocation: { actor } }) {
	const isWanted = outcome === "needs-human" || outcome === "failed";
	const isPerson = actor?.kind === "person" && /^[a-z\d](?:-?[a-z\d]){0,38}$/i.test(actor.login);
	return isWanted && isPerson ? [actor.login] : [];
}
function viaEvent(name) {
	if (name === "schedule") return "by its schedule";
	if (name === "issues" || name === "pull_request") return "through the label";
	return "by a dispatch";
}

export { stepsFolded as a, stepList as i, requester as n, ending as r, mentioned as t };