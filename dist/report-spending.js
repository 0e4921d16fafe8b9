import { C as shorten, S as plainLine, w as LIST_START } from "./text-sinks.js";
import { t as NOT_CONFINED } from "./sandbox-none.js";
import { n as isBlocking, r as isOpen } from "./finding.js";
import { A as table, C as reckoned, D as fence, I as countTokens, M as REMEDIES, N as whatToDo, O as link, R as totalOf, S as formatShare, T as details, _ as formatCost, a as sumOf, b as formatMoney, g as count, h as standingOf, j as markup, k as paragraphs, m as openFindings, o as accountsNote, p as fixRounds, s as costText, u as openText, v as formatDuration, w as codeSpan, x as formatNumber, y as formatMoment } from "./ledger-spending.js";
import { a as scopeSection, d as firstRows, i as heldBackSection, o as inline, r as confinementLine, s as prose } from "./report-scope.js";

// src/report/cost-remarks.ts
/** Who judges the work; everybody else does it. */
const JUDGES = [
	"planner",
	"reviewer",
	"advisor"
];
/** What there is to say of the ledger's figures, a sentence or two each. */
function costRemarks(state) {
	const { total, ledger } = state;
	const outside = totalOf(ledger.filter(({ phase }) => phase === "outside"));
	return [
		sharesText(state),
		estimateText(state),
		budgetText(state),
		within(total),
		total.estimated === 0 ? "" : `≈: ${count(total.estimated, "request is", "requests are")} reckoned from ${total.estimated === 1 ? "its" : "their"} size, because the provider did not say what ${total.estimated === 1 ? "it" : "they"} used.`,
		outside.requests === 0 ? "" : `Outside any turn: ${count(outside.requests, "request")} that no session of the run made, as when the agent calls the model from a script.`,
		total.cost === null ? unpriced(ledger) : ""
	].filter((sentence) => sentence !== "");
}
/** A model as it shows anywhere: what answers from a script says so. */
function modelName(model) {
	return `${codeSpan(shorten(model, 80))}${model.startsWith("scripted/") ? " (scripted)" : ""}`;
}
/** What was used for doing the work, and for planning and judging it. */
function shares({ ledger }) {
	const judging = ledger.filter(({ role }) => JUDGES.includes(role));
	return [totalOf(ledger.filter((row) => !judging.includes(row))), totalOf(judging)];
}
function sharesText(state) {
	const [doing, judging] = shares(state);
	const tokens = countTokens(state.total.tokens);
	const share = (one) => {
		const money = priced(state.total) && one.cost !== null ? ` and ${formatShare(one.cost, state.total.cost ?? 0)} of the money` : "";
		return `${formatShare(countTokens(one.tokens), tokens)} of the tokens${money}`;
	};
	const isPlanned = state.ledger.some(({ role }) => role === "planner");
	return `Doing the work took ${share(doing)}, ${isPlanned ? "planning and judging" : "judging"} it ${share(judging)}.`;
}
function priced({ cost }) {
	return cost !== null && cost > 0;
}
function estimateText({ estimate, total }) {
	if (estimate === null) return "";
	const spent = priced(total) ? ` The run took ${formatShare(total.cost ?? 0, estimate.cost)} of that.` : "";
	return `Estimate: the same tokens all on ${modelName(estimate.model)}, ${formatMoney(estimate.cost)}.${spent} It is no measurement: another model takes other tokens and other steps for the same work.`;
}
/** How much of each limit is used; money alone bounds nothing where a model has no price. */
function budgetText({ budget, total }) {
	if (budget === null) return "";
	return `Budget used: ${[
		total.cost === null ? "" : `${formatShare(total.cost, budget.cost)} of ${formatMoney(budget.cost)}`,
		`${formatShare(countTokens(total.tokens), budget.tokens)} of ${formatNumber(budget.tokens)} tokens`,
		`${formatNumber(total.requests)} of ${formatNumber(budget.requests)} requests`
	].filter((part) => part !== "").join(", ")}.`;
}
function within({ tokens: { cacheWrite, reasoning } }) {
	return [cacheWrite > 0 ? `Input includes ${formatNumber(cacheWrite)} tokens written to the cache.` : "", reasoning > 0 ? `Output includes ${formatNumber(reasoning)} tokens of reasoning.` : ""].filter((sentence) => sentence !== "").join(" ");
}
function unpriced(ledger) {
	return `Unpriced means that no price is known for ${[...new Set(ledger.filter((row) => row.cost === null).map((row) => row.model))].slice(0, 5).map(modelName).join(", ")}, not that it is free.`;
}

// src/report/sentence.ts
/** With a capital letter and a full stop, whatever it had of them. */
function sentence(text) {
	const trimmed = text.trim();
	if (trimmed === "") return "";
	const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
	return /[.!?…:]$/.test(capital) ? capital : `${capital}.`;
}

// src/report/commands.ts
/** What a person can do next, as Markdown sentences that name only commands that work. */
function choices(state) {
	if (state.invocation.command === "review") return [`${say(state, "retry")} reviews what was not reviewed.`];
	if (state.change === null && state.failure === null && state.invocation.target.kind !== "repository") return isOfFork(state) ? aboutForkPlan(state) : aboutPlan(state);
	const pullRequest = state.publication?.pullRequest;
	if (!pullRequest) return [sentence(runAgain(state))];
	const here = `#${pullRequest.number}`;
	const retry = `${say(state, "retry", "<your hint>")} on ${here} goes on from this work with your hint.`;
	if (!pullRequest.own) return [retry, `Commit to ${codeSpan(state.publication?.branch ?? "")} yourself; ${say(state, "fix", "<what is left>")} goes on from your commits.`];
	const open = openFindings(state).map(({ id }) => inline(id, 20));
	const named = open.length > 5 ? `${open.slice(0, 5).join(", ")} and ${open.length - 5} more` : open.join(", ");
	const ready = open.length > 0 ? `with ${named} open` : "as it is";
	return [
		retry,
		pullRequest.draft ? `${say(state, "accept")} on ${here} marks it ready ${ready}.` : `Merge ${here} yourself once you have read the change.`,
		`${say(state, "abandon")} on ${here} closes it and deletes its branch.`
	];
}
/** A plan that nobody worked by yet: to approve it, to answer it, or to have another. */
function aboutPlan(state) {
	const deciding = state.plan?.questions.find(({ changesPlan }) => changesPlan);
	if (deciding !== void 0) return [...deciding.choices.slice(0, 3).map((choice) => say(state, "retry", plainLine(choice, 120))).map((command) => `${command} plans with that answer.`), `Or any other answer after ${say(state, "retry")}.`];
	const another = `${say(state, "retry", "<what should be different>")} makes another plan.`;
	if (state.outcome !== "planned") return [another, `${say(state, "fix")} works without a plan where \`plan\` is \`never\`.`];
	return [
		`${say(state, "approve")} works by this very plan.`,
		another,
		"Do nothing: nothing was changed, and nothing more is paid for."
	];
}
/** Nothing is kept to go on with for a fork's branch: what is asked for again is asked for anew. */
function aboutForkPlan(state) {
	const again = `${say(state, state.invocation.command, "<what to do, and your answer>")} begins anew.`;
	if (state.outcome !== "planned") return [again];
	return [again, "Push the branch to this repository and open a pull request from there, where a plan can be approved."];
}
function isOfFork({ invocation: { target } }) {
	return target.kind === "pull-request" && target.snapshot?.here === false;
}
function say({ phrase }, command, words = "") {
	return codeSpan([
		phrase,
		command,
		words
	].filter((part) => part !== "").join(" "));
}
/** One line at the end of a pull request that is fine. */
function goOn(state) {
	return `<sub>Go on: ${[
		say(state, "fix", "<what to change>"),
		say(state, "review"),
		say(state, "ask", "<question>"),
		say(state, "abandon")
	].join(" · ")}; work goes on top of this branch, your own commits included.</sub>`;
}
/** Commands that leave nothing to go on with: they are given again. */
const ITSELF = /* @__PURE__ */ new Set([
	"review",
	"ask",
	"accept",
	"abandon",
	"stop",
	"help"
]);
/** How the run is started once more, to stand at the start or the end of a sentence. */
function runAgain(state) {
	const { command, target } = state.invocation;
	if (ITSELF.has(command) && target.kind !== "repository") return `to try again, comment ${say(state, command)} here once more`;
	switch (target.kind) {
		case "issue":
		case "pull-request":
			if (isOfFork(state)) return `to run again, comment ${codeSpan(`${state.phrase} fix <what to do>`)} here`;
			if (state.outcome === "failed" && state.taskFile !== null) return `to go on without paying again for what was finished, comment ${say(state, "retry")} here`;
			return `to run again, put the label ${codeSpan(state.label)} on again or comment ${codeSpan(`${state.phrase} fix <what to do>`)} here`;
		case "repository": return "to run again, start the workflow from the Actions tab or wait for its schedule";
	}
}

// src/report/conditions.ts
const NAMES = {
	"change-exists": "There is a change",
	"in-scope": "All of it is in scope",
	"check-passed": "At least one check ran and passes",
	"nothing-broken": "No check fails that passed before",
	"no-blocking-finding": "No critical or high finding is open",
	"check-definitions-untouched": "The definitions of the checks are untouched",
	"published-is-checked": "What is published is what was checked and reviewed"
};
/** The conditions of "verified", folded. */
function conditionsSection(state, detail) {
	const conditions = state.verification?.conditions ?? [];
	if (conditions.length === 0 || !detail.folded) return "";
	const held = conditions.filter((condition) => condition.holds).length;
	const rows = conditions.map((condition) => [`${condition.holds ? "✅" : "❌"} ${NAMES[condition.name]}`, inline(condition.evidence, detail.text)]);
	const body = paragraphs(table([{ title: "condition" }, { title: "evidence" }], rows), "<sub>Computed from what was run and measured. No model ticks any of them.</sub>");
	return details(`Verified: ${held} of ${conditions.length} conditions hold`, body);
}
/** The conditions that keep it from being verified, as list items. */
function failedConditions(state) {
	return (state.verification?.conditions.filter((condition) => !condition.holds) ?? []).map((condition) => {
		const evidence = inline(condition.evidence, 300);
		return `Not met: ${NAMES[condition.name].toLowerCase()}${evidence === "" ? "" : ` (${evidence})`}`;
	});
}

// src/report/notice.ts
/** What a reader must know before anything else where the work is not verified: what happened, why, what to do. */
function notice(state) {
	switch (standingOf(state)) {
		case "verified":
		case "unreviewed": return "";
		case "unfinished": return alert("CAUTION", failureParts(state));
		case "reviewed": return alert("NOTE", [
			"**Reviewed, not verified.** The review left nothing critical or high open, but not every condition of “verified” is met:",
			list(failedConditions(state)),
			choicesPart(state)
		]);
		case "inconclusive": return alert("WARNING", [`**The review cannot be relied on.** ${why(state)} Read the change yourself before you merge it.`, choicesPart(state)]);
		case "open": return alert("WARNING", [`**${stoppedText(state)}** ${why(state)}`, choicesPart(state)]);
	}
}
/** Why it stopped short: what is open, the reason given, the bound that was reached. */
function why(state) {
	return [
		standingOf(state) === "open" ? sentence(openText(state)) : "",
		sentence(inline(state.reason ?? "")),
		state.endedBy === null ? "" : sentence(`the bound that ended the rounds: ${inline(state.endedBy)}`)
	].filter((part) => part !== "").join(" ");
}
/** `Stopped after 3 fix rounds.` */
function stoppedText(state) {
	const rounds = fixRounds(state);
	return rounds === 0 ? "Stopped after the first attempt." : `Stopped after ${count(rounds, "fix round")}.`;
}
/** Two or three ways to go on. */
function choicesPart(state) {
	const ways = choices(state);
	return ways.length === 1 ? ways.join("") : paragraphs("Pick one:", list(ways));
}
/** A failure: what happened, what that means, what to do, where the work is. */
function failureParts(state) {
	if (state.failure === null) return [];
	const { category, message } = state.failure;
	const remedy = REMEDIES[category];
	return [
		`**${inline(message)}** (${codeSpan(category)})`,
		`${remedy.means} ${sentence(inline(whatToDo(state.failure)))}`,
		`${whereTheWorkIs(state)} ${sentence(runAgain(state))}`
	];
}
const READERS = /* @__PURE__ */ new Set(["review", "ask"]);
/** Where the work of a run can be reached. */
function whereTheWorkIs(state) {
	const { publication, change, patch, offered } = state;
	if (offered !== null) return `The work is the patch below, for ${codeSpan(offered.base.slice(0, 12))}.`;
	if (publication?.pullRequest && publication.aside === null) return `The work is in ${publication.pullRequest.draft ? "draft " : ""}#${publication.pullRequest.number}.`;
	if (publication !== null && publication.commit !== null) return onBranch(publication);
	if (change?.files.length === 0) return "No file was changed, so no work is lost.";
	if (change === null && READERS.has(state.invocation.command)) return "Nothing was to be changed, so no work is lost.";
	if (change === null) return workStarted(state) ? "What was done could not be read." : "Nothing was started, so no work is lost.";
	if (patch === null) return "The work could not be kept.";
	return `The work is in the run record as ${codeSpan(shorten(patch, 200))}; ${codeSpan("git apply")} puts it on ${codeSpan(change.base.slice(0, 12))}.`;
}
function workStarted({ total }) {
	return total.requests > 0;
}
function onBranch({ branch, aside, compareUrl }) {
	const reason = aside === null ? "" : ` It stands beside the branch that it was meant for: ${sentence(inline(aside))}`;
	const page = compareUrl === null ? "" : ` ${link("Look at it, or open a pull request from it", compareUrl)}.`;
	return `The work is on the branch ${codeSpan(branch)}.${reason}${page}`;
}
/** One of GitHub's coloured boxes. */
function alert(kind, parts) {
	const lines = parts.filter((part) => part !== "").join("\n\n").split("\n");
	return [`> [!${kind}]`, ...lines.map((line) => `> ${line}`.trimEnd())].join("\n");
}
/** A bullet list. */
function list(items) {
	return items.map((item) => `- ${item}`).join("\n");
}

// src/report/plots.ts
/** A pie of all tokens by role and round; empty where there is nothing to compare. Labels are our own words: the language has no escapes. */
function tokenPlot(state) {
	const lines = [...Map.groupBy(state.ledger, (row) => row.phase === "outside" ? `${row.role}, outside any turn` : `${row.role}, round ${row.round}`)].map(([label, rows]) => ({
		label,
		tokens: countTokens(totalOf(rows).tokens)
	})).filter((slice) => slice.tokens > 0).slice(0, 12).map((slice) => `  "${slice.label}" : ${slice.tokens}`);
	if (lines.length < 2) return "";
	return [
		"```mermaid",
		"pie showData title Tokens by role and round",
		...lines,
		"```"
	].join("\n");
}
/** A bar for each round from its start to its end; empty when there is only one. */
function roundsPlot(state) {
	if (fixRounds(state) === 0) return "";
	let start = 0;
	return [
		"```mermaid",
		"gantt",
		"  title Rounds, minutes and seconds",
		"  dateFormat X",
		"  axisFormat %M:%S",
		...state.rounds.flatMap((round) => {
			const from = start;
			start += Math.max(1, Math.round(round.seconds));
			const mark = round.verdict === "fail" || round.verdict === "inconclusive" ? "crit, " : "done, ";
			return [`  section Round ${round.number}`, `  ${round.verdict} :${mark}r${round.number}, ${from}, ${start}`];
		}),
		"```"
	].join("\n");
}

// src/report/cost.ts
const COLUMNS$1 = [
	{
		title: "round",
		align: "right"
	},
	{ title: "phase" },
	{ title: "role" },
	{ title: "model" },
	{
		title: "requests",
		align: "right"
	},
	{
		title: "input",
		align: "right"
	},
	{
		title: "cached",
		align: "right"
	},
	{
		title: "output",
		align: "right"
	},
	{
		title: "cost",
		align: "right"
	}
];
/** Tokens and money by round, phase, role and model, folded. */
function costSection(state, detail) {
	if (state.ledger.length === 0 || !detail.folded) return "";
	return details(`Cost: ${costSummary(state)}`, costTable(state, detail));
}
/** The rows of the ledger and what there is to say of them. */
function costTable(state, detail) {
	const { shown, more } = firstRows(state.ledger, detail);
	const total = [
		"**total**",
		"",
		"",
		"",
		...figures$1(state.total).map((figure) => `**${figure}**`)
	];
	const rows = [...shown.map((row) => [
		String(row.round),
		phaseName(row),
		row.role,
		modelName(row.model),
		...figures$1(row)
	]), total];
	return paragraphs(table(COLUMNS$1, rows), more, list(costRemarks(state)), detail.plots ? tokenPlot(state) : "");
}
/** `$0.084, 61,240 tokens; coder 74 % of them, judges 26 %`. */
function costSummary(state) {
	const { total } = state;
	const tokens = countTokens(total.tokens);
	const [doing, judging] = shares(state);
	const text = costText(state);
	return `${total.cost === null ? text : `${text}, ${reckoned(formatNumber(tokens), total)} tokens`}; coder ${formatShare(countTokens(doing.tokens), tokens)} of them, judges ${formatShare(countTokens(judging.tokens), tokens)}`;
}
function phaseName({ phase }) {
	return phase === "outside" ? "outside any turn" : phase;
}
function figures$1(row) {
	const [input, output] = [row.tokens.input + row.tokens.cacheWrite, row.tokens.output + row.tokens.reasoning];
	return [
		formatNumber(row.requests),
		reckoned(formatNumber(input), row),
		formatNumber(row.tokens.cacheRead),
		reckoned(formatNumber(output), row),
		reckoned(formatMoney(row.cost), row)
	];
}

// src/report/coders-words.ts
/** What the coder said at the end of its work, so that none of it reads like a line of the report; empty when it said nothing. */
function codersWords(summary, limit) {
	const words = prose(summary, limit);
	if (words === "") return "";
	return [
		"**In the coder’s words:**",
		"",
		...words.split("\n")
	].map((line) => `> ${line}`.trimEnd()).join("\n");
}

// src/report/plan.ts
/** The whole plan, for somebody who is to approve it or to answer its questions. */
function planText({ plan }) {
	if (plan === null) return "";
	return paragraphs(`**Goal:** ${inline(plan.goal)}`, plan.steps.map(stepText).join("\n"), listed("Assumptions", plan.assumptions), listed("Risks", plan.risks), questionsText(plan));
}
/** A plan that waited when a run came to do something else here, and waits still; empty where there is none. */
function waitingPlan(state) {
	if (state.plan === null || state.invocation.command !== "review") return "";
	const approve = codeSpan(`${state.phrase} approve`);
	return details("A plan waits for approval", paragraphs(planText(state), `${approve} works by this very plan.`));
}
/** The steps of a plan with what became of them, folded; empty where there was no plan of several steps. */
function stepsSection({ stepReports, findings }, detail) {
	if (stepReports.length === 0 || !detail.folded) return "";
	const open = new Set(findings.filter(isOpen).map(({ id }) => id));
	const resolved = new Set(findings.filter(({ resolution }) => resolution === "resolved").map(({ id }) => id));
	const isFinished = (step) => {
		const left = leftOf(step);
		return step.state !== "done" && left.length > 0 && left.every((id) => resolved.has(id));
	};
	const done = stepReports.filter(({ state }) => state === "done").length;
	const finished = stepReports.filter(isFinished).length;
	const columns = [
		{ title: "step" },
		{ title: "how it ended" },
		{ title: "fix rounds" },
		{ title: "found" }
	];
	const rows = stepReports.map((step) => [
		`**${inline(step.id, 20)}** ${inline(step.title, detail.text)}`,
		`${STATES[step.state]}${step.reason === null ? "" : `: ${inline(step.reason, detail.text)}`}${isFinished(step) ? "<br>✅ finished with the whole" : ""}`,
		step.rounds.length === 0 ? "" : `${step.rounds.length - 1}, ${formatDuration(secondsOf(step) * 1e3)}`,
		inline(foundIn(step, {
			open,
			resolved
		}), detail.text)
	]);
	const later = finished === 0 ? "" : `, ${finished} finished with the whole`;
	return details(`Steps: ${done} of ${count(stepReports.length, "step")} done${later}`, table(columns, rows));
}
/** The planner's questions with the answers that it offers. */
function questionsText({ questions }) {
	return questions.map(questionText).join("\n\n");
}
const STATES = {
	waiting: "not begun",
	working: "unfinished",
	done: "✅ reviewed",
	open: "⚠️ left open",
	failed: "❌ failed",
	skipped: "skipped"
};
function stepText({ id, title, files, action, success, depends }, at) {
	const after = depends.length === 0 ? "" : ` (after ${depends.map((other) => inline(other, 20)).join(", ")})`;
	const touched = files.length === 0 ? "" : `<br>Files: ${files.map(codeSpan).join(", ")}`;
	return `${at + 1}. **${inline(id, 20)} ${inline(title, 200)}**${after}${touched}<br>${inline(action)}<br>Done when: ${inline(success)}`;
}
function questionText({ question, choices }) {
	return `**${inline(question)}**\n\n${list(choices.map((choice) => inline(choice)))}`;
}
function listed(title, items) {
	return items.length === 0 ? "" : `**${title}:**\n\n${list(items.map((item) => inline(item)))}`;
}
function secondsOf({ rounds }) {
	return rounds.reduce((sum, { seconds }) => sum + seconds, 0);
}
/** What was left open of a step for the fixer of the whole. */
function leftOf({ rounds, left }) {
	return [...rounds.at(-1)?.openFindings ?? [], ...left === null ? [] : [left]];
}
/** As it is now: what a step left open may have been resolved after it. */
function foundIn(step, { open, resolved }) {
	return [...leftOf(step).map((id) => {
		if (resolved.has(id)) return `${id} resolved later`;
		return open.has(id) ? `${id} open` : id;
	}), ...(step.rounds.at(-1)?.resolvedFindings ?? []).map((id) => `${id} resolved`)].join(", ");
}

// src/report/acceptance.ts
const MARKS = {
	verified: "✅",
	"not-verified": "❌",
	"not-verifiable": "⚪"
};
const WORDS$1 = {
	verified: "",
	"not-verified": "not verified: ",
	"not-verifiable": "not verifiable by a check: "
};
/** What the task asked for, item by item, as the reviewer found it. */
function acceptanceSection(state, detail) {
	const { shown, more } = firstRows(state.acceptance, detail);
	const rows = shown.map((entry) => [`${MARKS[entry.status]} ${inline(entry.item, detail.text)}`, `${WORDS$1[entry.status]}${inline(entry.evidence, detail.text)}`]);
	return paragraphs(table([{ title: "acceptance" }, { title: "evidence, as the reviewer found it" }], rows), more);
}

// src/report/blocked.ts
/** Where the agent, setup and checks would have gone; empty when nothing was refused. */
function blockedSection({ blocked }, detail) {
	if (blocked.length === 0) return "";
	const times = blocked.reduce((sum, place) => sum + place.times, 0);
	const hosts = count(new Set(blocked.map(({ host }) => host)).size, "host");
	const summary = `Network: ${count(times, "connection")} to ${hosts} refused`;
	const { shown, more } = firstRows(blocked, detail);
	if (!detail.folded) return `${summary}: ${shown.map(placeText).join(", ")}. ${more}`.trim();
	const rows = shown.map((place) => [
		placeText(place),
		inline(place.reason, detail.text),
		String(place.times)
	]);
	return details(summary, paragraphs(table([
		{ title: "host" },
		{ title: "why" },
		{ title: "times" }
	], rows), more, "What the work needs can be listed in `allowed-domains`."));
}
function placeText({ host, port }) {
	return codeSpan(shorten(`${host}:${port}`, 120));
}

// src/report/checks.ts
const EFFECTS = {
	passes: "passes",
	fixed: "**fixed** by this change",
	"still-fails": "failed before too, not because of this change",
	broken: "**broken** by this change",
	"not-run": "not run: neither passed nor failed"
};
const RUN_BY = {
	"this-job": "Run by Patchwright itself",
	"agent-job": "Run in the agent’s job, as it says,",
	"agent-job-checked-again": "Run by Patchwright in a job without any key"
};
/** Each check before and after, where they were found, and what the failing ones printed. */
function checksSection(state, detail) {
	if (state.checks.length === 0) return "";
	const { shown, more } = firstRows(state.checks, detail);
	const rows = shown.map((check) => [
		codeSpan(shorten(check.check.command, 120)),
		result(check.before, false),
		result(check.after, true),
		EFFECTS[check.effect]
	]);
	return paragraphs(table([
		{ title: "check" },
		{ title: "before" },
		{ title: "after" },
		{ title: "result" }
	], rows), more, origin(state), walled(state, shown), ...shown.filter((check) => check.after.status !== "passed").map((check) => output(check, detail)));
}
/** One check in a few words: `✅ 8 s`, `❌ exit 1, 8 s`, `⚪ not run: timed out`. */
function result(outcome, timed) {
	const time = timed ? formatDuration(outcome.seconds * 1e3) : "";
	switch (outcome.status) {
		case "passed": return `✅ ${time}`.trim();
		case "failed": return ["❌", [outcome.exitCode === null ? "" : `exit ${outcome.exitCode}`, time].filter(Boolean).join(", ")].join(" ").trim();
		case "not-run": return `⚪ ${inline(outcome.reason ?? "not run", 160)}`;
	}
}
function origin(state) {
	const sources = [...new Set(state.checks.map((check) => check.check.source))].slice(0, 5).map((source) => inline(source, 120));
	const setup = state.setup?.commands.slice(0, 5).map((command) => codeSpan(shorten(command, 120))) ?? [];
	const prepared = setup.length === 0 ? "" : `; set up by ${setup.join(", ")} (${inline(state.setup?.source ?? "", 120)})`;
	return `<sub>${RUN_BY[state.toldBy]} before and after the work. Found in: ${sources.join(", ")}${prepared}.</sub>`;
}
/** A check that did not pass before the work either may want something that nobody has inside. */
function walled({ confinement }, shown) {
	if (!shown.some(({ before, after }) => before.status !== "passed" && after.status !== "passed") || confinement === "" || confinement === "Not confined: the agent, setup and checks ran as the runner’s user, with an environment of their own and without any GitHub credential in it.") return "";
	return "<sub>A check that did not pass before the work either may need something that the sandbox keeps from it.</sub>";
}
function output({ check, after }, detail) {
	const tail = after.tail.trim();
	if (tail === "" || detail.output === 0) return "";
	const end = tail.length > detail.output ? `…${tail.slice(-detail.output).replace(/^[^\n]*\n/, "\n")}` : tail;
	return details(markup`Output of <code>${shorten(check.name, 80)}</code>`, fence(end, "text"));
}

// src/report/findings.ts
const RESOLUTIONS = {
	open: "open",
	resolved: "✅ resolved",
	"partially-resolved": "◐ partly resolved",
	"not-addressed": "not addressed",
	disputed: "disputed, and the reviewer agrees"
};
/** What blocks, spelled out; empty when nothing does. Notes stand in the review's table alone. */
function openSection(state, detail) {
	const open = openFindings(state).filter((finding) => isBlocking(finding) || finding.source === "check");
	if (open.length === 0) return "";
	const { shown, more } = firstRows(open, detail);
	return paragraphs(`### ${count(open.length, "open finding")}`, ...shown.map((finding) => openFinding(finding, detail)), more);
}
/** One finding in full. */
function openFinding(finding, detail) {
	const heading = [
		`**${inline(finding.id, 20)}** ${finding.severity}`,
		place(finding),
		tried(finding)
	].filter((part) => part !== "");
	return paragraphs(`${heading.join(" · ")}<br>${inline(finding.problem, detail.text)}`, evidenceOf(finding, detail.text * 2), finding.suggestion === "" ? "" : `Suggestion: ${inline(finding.suggestion, detail.text)}`);
}
function evidenceOf(finding, limit) {
	const evidence = shorten(finding.evidence.trim(), limit);
	if (evidence === "") return "";
	return evidence.includes("\n") ? fence(evidence, "text") : `How to see it: ${inline(evidence, limit)}`;
}
/** All findings by round, folded; says so when there was none. */
function reviewSection(state, detail) {
	if (state.rounds.at(-1) === void 0 || !detail.folded) return "";
	const findings = state.findings.filter((finding) => finding.source !== "check");
	const { shown, more } = firstRows(findings, detail);
	return details(summary(state, findings), paragraphs(byRound(state, shown, detail), more, independence(state)));
}
function summary(state, findings) {
	const looks = state.rounds.filter(({ reviewed }) => reviewed).length;
	if (looks === 0) return "Review: none that counts";
	if (findings.length === 0) return `Review: ${count(looks, "look")}, no finding`;
	const open = findings.filter(isOpen);
	const blocking = open.filter(isBlocking).length;
	const disputed = findings.filter(({ resolution }) => resolution === "disputed").length;
	return `Review: ${[
		count(findings.length, "finding"),
		`${findings.length - open.length - disputed} resolved`,
		disputed > 0 ? `${disputed} disputed with reason` : "",
		blocking > 0 ? `${blocking} open` : "",
		open.length > blocking ? `${open.length - blocking} left as ${open.length - blocking === 1 ? "a note" : "notes"}` : ""
	].filter((part) => part !== "").join(", ")}`;
}
function byRound(state, findings, detail) {
	const numbers = state.rounds.map((round) => round.number).slice(-5);
	const columns = [
		{ title: "finding" },
		{ title: "severity" },
		...numbers.map((round) => ({ title: `round ${round}` }))
	];
	const rows = findings.map((finding) => [
		`**${inline(finding.id, 20)}** ${place(finding)} ${inline(finding.problem, detail.text)}`,
		finding.severity,
		...numbers.map((round) => atRound(finding, round, detail))
	]);
	return table(columns, rows);
}
function atRound(finding, round, detail) {
	const seen = finding.history.findLast((entry) => entry.round === round);
	if (seen === void 0) return round === finding.round ? "found" : "";
	const evidence = inline(seen.evidence, Math.min(200, detail.text));
	const resolution = seen.resolution === "open" && !isBlocking(finding) ? "note" : RESOLUTIONS[seen.resolution];
	return evidence === "" ? resolution : `${resolution}: ${evidence}`;
}
function independence(state) {
	const reviewers = new Set(state.rounds.map((round) => round.reviewerSession).filter((session) => session !== null));
	if (reviewers.size === 0) return "Nobody reviewed it.";
	return state.rounds.some((round) => reviewers.has(round.coderSession)) ? "<sub>Coder and reviewer shared a session: the review is not independent.</sub>" : `<sub>Reviewer: a session of its own, read-only, that does not see the coder’s words.${advisorLine(state)}</sub>`;
}
function advisorLine({ advice }) {
	const last = advice.at(-1);
	if (last === void 0) return "";
	if (last.voidBecause !== null) return ` Advisor: ${inline(last.voidBecause, 200)}`;
	return ` Advisor, who knew nothing of the rounds: ${advice.length === 1 ? "read it once" : `read it ${advice.length} times, each in a fresh session`}, ${last.findings.length === 0 ? "no further finding" : `found ${last.findings.map((id) => inline(id, 20)).join(", ")}`}.`;
}
function tried(finding) {
	const fixes = finding.history.filter((entry) => entry.round > finding.round).length;
	return fixes === 0 ? "" : `still there after ${count(fixes, "fix", "fixes")}`;
}
/** `src/a.ts:12`, or nothing where a finding has no place. */
function place(finding) {
	if (finding.path === null) return "";
	return codeSpan(`${shorten(finding.path, 160)}${finding.line === null ? "" : `:${finding.line}`}`);
}

// src/report/sections.ts
/** Everything below the story, the same wherever the whole report stands. What must be seen is not folded. */
function reportSections(state, detail, cost = costSection(state, detail)) {
	return paragraphs(openSection(state, detail), heldBackSection(state, detail), acceptanceSection(state, detail), checksSection(state, detail), stepsSection(state, detail), reviewSection(state, detail), conditionsSection(state, detail), cost, scopeSection(state, detail), taskSection(state, detail), blockedSection(state, detail), confinementLine(state), notesSection(state, detail));
}
/** What must be seen, for a comment beside a report. */
function shortSections(state, detail) {
	return paragraphs(openSection(state, detail), heldBackSection(state, detail), checksSection(state, {
		...detail,
		output: 0
	}), state.publication === null ? costSection(state, detail) : "", notesSection(state, detail));
}
function taskSection(state, detail) {
	if (state.taskFile === null || detail.task === 0 || !detail.folded) return "";
	return details("Task, as the coder was given it", fence(shorten(state.taskFile, detail.task), "text"));
}
/** What could not be done and why. */
function notesSection(state, detail) {
	const notes = [.../* @__PURE__ */ new Set([...state.notes, ...state.publication?.notes ?? []])].slice(0, detail.rows).map((note) => inline(note, detail.text));
	const all = [accountsNote(state), ...notes].filter((note) => note !== "");
	return all.length === 0 ? "" : paragraphs("### Worth knowing", list(all));
}

// src/report/spending.ts
const COLUMNS = [
	{ title: "run" },
	{ title: "ended" },
	{ title: "how" },
	{
		title: "tokens",
		align: "right"
	},
	{
		title: "cost",
		align: "right"
	}
];
const WORDS = {
	verified: "✅ verified",
	reviewed: "☑️ reviewed, not verified",
	published: "published",
	"needs-human": "⚠️ needs a person",
	"no-changes": "no changes",
	answered: "answered",
	planned: "planned",
	declined: "declined",
	failed: "❌ failed"
};
/**
* The end of a description: the list of runs, where a run that leaves the report as it is can bring it up to date. Its start
* is always there, so that the last one is never in what somebody quoted.
*/
function listAtEnd(run) {
	return `${LIST_START}\n${spendingSection(run)}`.trimEnd();
}
/** All runs that worked on the branch and what they used together, folded; empty when there was only one. */
function spendingSection({ spending, runUrl }) {
	if (spending === null) return "";
	const { branch, known } = spending;
	const unknown = known.whole ? "" : `<sub>What earlier runs on ${codeSpan(shorten(branch, 120))} used is not known any more, and not counted here.</sub>`;
	const sum = sumOf(known);
	if (sum.runs < 2) return unknown;
	const rows = known.runs.map((run) => [
		link(`${run.run}${run.attempt === void 0 ? "" : `, attempt ${run.attempt}`}`, urlOf(run, runUrl)),
		formatMoment(run.at),
		WORDS[run.ended],
		...figures(run)
	]);
	const older = known.older === null ? [] : [[
		count(known.older.runs, "older run"),
		formatMoment(known.older.until),
		"",
		...figures(known.older)
	]];
	const total = [
		`**${count(sum.runs, "run")}**`,
		"",
		"",
		...figures(sum).map((figure) => `**${figure}**`)
	];
	const summary = markup`${known.whole ? "All" : "The last"} ${count(sum.runs, "run")} on <code>${shorten(branch, 120)}</code>: ${spentText(sum)}`;
	return paragraphs(details(summary, table(COLUMNS, [
		...rows,
		...older,
		total
	])), unknown);
}
/** A run that has ended, as later runs list it. */
function spentRun(state, { id, attempt }) {
	const { ledger, total, now } = state;
	const cost = ledger.reduce((sum, row) => sum + (row.cost ?? 0), 0);
	return {
		run: id,
		...attempt > 1 ? { attempt } : {},
		at: now,
		ended: howItEnded(state),
		tokens: Math.round(countTokens(total.tokens)),
		cost: Number(cost.toFixed(6)),
		unpriced: total.cost === null,
		estimated: total.estimated
	};
}
function howItEnded(state) {
	const { outcome } = state;
	if (outcome === null) return "failed";
	if (outcome !== "published") return outcome;
	const standing = standingOf(state);
	return standing === "verified" || standing === "reviewed" ? standing : "published";
}
function spentText(spent) {
	return `${reckoned(formatCost(spent), spent)}, ${reckoned(formatNumber(spent.tokens), spent)} tokens`;
}
function figures(spent) {
	return [reckoned(formatNumber(spent.tokens), spent), reckoned(formatCost(spent), spent)];
}
/** The log of another run stands beside this one's. */
function urlOf({ run, attempt }, runUrl) {
	if (runUrl === null || !/\/\d+$/.test(runUrl)) return null;
	return runUrl.replace(/\d+$/, `${run}${attempt === void 0 ? "" : `/attempts/${attempt}`}`);
}

export { runAgain as C, goOn as S, list as _, shortSections as a, whereTheWorkIs as b, planText as c, costSummary as d, costTable as f, failureParts as g, choicesPart as h, reportSections as i, waitingPlan as l, alert as m, spendingSection as n, openFinding as o, roundsPlot as p, spentRun as r, place as s, listAtEnd as t, codersWords as u, notice as v, sentence as w, why as x, stoppedText as y };