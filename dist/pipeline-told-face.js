import { r as asFailure } from "./failure2.js";
import { t as renderLogEnding } from "./report-log.js";
import { n as RECORD_FILE } from "./report-outputs.js";
import { a as renderRecord, i as showEyes, n as enter, r as refuse, t as answerWith } from "./pipeline-told-replies.js";
import { F as redactRun, O as link, P as leaving, f as commentCarriesReport, k as paragraphs, s as costText, v as formatDuration, w as codeSpan } from "./ledger-spending.js";
import { o as commentText, u as logLine } from "./text-sinks.js";
import { f as fit, l as BODY_LIMIT } from "./report-scope.js";
import { a as stepsFolded, i as stepList, n as requester, r as ending, t as mentioned } from "./report-requester.js";
import { a as shortSections, i as reportSections, l as waitingPlan$1, n as spendingSection, w as sentence } from "./report-spending.js";
import { c as ownComments, l as statusCommentsOf, n as openState, o as isAtWork, r as digestOfPlan, s as newestFirst } from "./pipeline-kept-saved-state.js";
import { r as statusMarker, t as mark } from "./publish-marker.js";
import { c as stateOfBranch, f as findPlace, s as readState } from "./text-state-text.js";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/report/status-comment.ts
/** The one comment that follows a run: progress while it works, and afterwards how it ended and what to do next. */
function renderStatusComment(run) {
	const text = fit(BODY_LIMIT, (detail) => run.outcome === null ? progress(run) : ended(run, detail));
	return commentText(text, leaving(run, { mentions: mentioned(run) }));
}
function progress(run) {
	const cost = costText(run);
	const parts = [
		"**⏳ Working on it**",
		run.round === 0 ? "" : `fix ${run.round} of at most ${run.maxFixRounds}`,
		cost === "" ? "" : `${cost} so far`,
		formatDuration(run.now - run.startedAt),
		run.runUrl === null ? "" : link("watch", run.runUrl)
	];
	const stop = ` ${codeSpan(`${run.phrase} stop`)} cancels it.`;
	return paragraphs(parts.filter((part) => part !== "").join(" · "), stepList(run), `<sub>${sentence(requester(run))}${stop}</sub>`);
}
function ended(run, detail) {
	return paragraphs(ending(run, detail), waitingPlan$1(run), commentCarriesReport(run) ? reportSections(run, detail) : shortSections(run, detail), stepsFolded(run, detail), spendingSection(run), `<sub>${sentence(requester(run))}</sub>`);
}

// src/publish/answer-comment.ts
/** Says that the run is at work on an answer, so that it is found by whoever wants to stop it. */
async function beginAnswer(answering) {
	const { forge, issue, body } = answering;
	return answerIn(await forge.createComment(issue, mark(markerOf(answering, "working"), body)), answering);
}
/** The comment that this run began, in a process that is gone, and did not end; null when there is none. */
async function resumeAnswer(answering) {
	const { forge, issue, runId } = answering;
	for (const { comment, marker } of await ownComments(forge, issue)) if (marker.kind === "answer" && marker.target === issue && marker.run === runId && marker.state === "working") return answerIn(comment, answering);
	return null;
}
function answerIn({ id }, answering) {
	const { forge, issue } = answering;
	return { finish: async (text) => {
		const body = mark(markerOf(answering, "ended"), text);
		if (!await forge.updateComment(id, body).catch((error) => {
			if (asFailure(error).code !== "forge") throw error;
			return false;
		})) await forge.createComment(issue, body);
	} };
}
function markerOf({ issue, runId }, state) {
	return {
		v: 1,
		kind: "answer",
		target: issue,
		run: runId,
		state
	};
}

// src/publish/status-comment.ts
/**
* An edit comes no sooner than this part of the run's age after the one before: the workflow's token has 1,000 requests an
* hour for the whole repository, and what was new after a minute of work matters less in its second half-hour.
*/
const SLOWER = 60;
/** Edits at most once in an interval, and less often in a long run. Disposal ends the comment with what it showed last, unless it was finished. */
function createStatusComment(options) {
	const write = createWriter(options);
	let { spending, plan } = options;
	let shown = options.body;
	let latest = options.body;
	const begun = options.now();
	let last = begun;
	let timer = null;
	let writing = Promise.resolve();
	let finished = false;
	const send = (state) => {
		timer = null;
		shown = latest;
		last = options.now();
		writing = writing.then(async () => {
			await write({
				state,
				body: shown,
				spending,
				plan
			});
			if (state === "working") schedule();
		});
	};
	const schedule = () => {
		if (finished || timer !== null || latest === shown) return;
		const interval = Math.max(options.interval, (last - begun) / SLOWER);
		timer = setTimeout(() => send("working"), Math.max(0, last + interval - options.now()));
		timer.unref();
	};
	const finish = async (body, told) => {
		if (finished) return;
		finished = true;
		spending = told?.spending ?? spending;
		if (told !== void 0 && told.plan !== plan?.digest) plan = told.plan === null ? null : {
			digest: told.plan,
			at: new Date(options.now()).toISOString()
		};
		if (timer !== null) clearTimeout(timer);
		latest = body;
		send("ended");
		await writing;
	};
	return {
		url: options.comment.url,
		spending: options.spending,
		plan: options.plan,
		show(body) {
			latest = body;
			schedule();
		},
		finish,
		[Symbol.asyncDispose]: () => finish(latest)
	};
}
/** Writes into the comment; once, into a new one when somebody deleted it. */
function createWriter({ forge, issue, runId, comment, now, log }) {
	let id = comment.id;
	let mayCreate = true;
	return async ({ state, body, spending, plan }) => {
		const text = mark(statusMarker({
			issue,
			runId,
			state,
			now: now(),
			spending,
			plan
		}), body);
		try {
			if (await forge.updateComment(id, text) || !mayCreate) return;
			if ((await forge.comments(issue)).some((one) => one.id === id)) return;
			mayCreate = false;
			id = (await forge.createComment(issue, text)).id;
		} catch (error) {
			log(logLine(asFailure(error).message));
		}
	};
}

// src/publish/claim.ts
const INTERVAL = 5e3;
const NOTHING = {
	spending: null,
	plan: null
};
/**
* Makes the issue's status comment this run's: the one that is there, or a new one. There is no way to edit a comment only
* if nobody else did, but comments have an order that all runs see the same: each run writes one of its own first, and of
* the runs at work the one with the oldest gives the others way to. The winner then goes on in the comment that was there.
*/
async function claimStatusComment(options) {
	const before = await findMarked(options);
	const holder = await workingRun(before, options);
	if (holder !== null) return {
		kind: "busy",
		runId: holder
	};
	const mine = await create(options, {
		spending: toldBy(before),
		plan: planIn(before)
	});
	const all = await findMarked(options, mine);
	const winner = await workingRun(all.filter(({ comment }) => comment.id !== mine.id && (comment.id < mine.id || wasTaken(comment.id, before))), options);
	if (winner !== null) {
		await options.forge.deleteComment(mine.id);
		return {
			kind: "busy",
			runId: winner
		};
	}
	const first = all[0]?.comment ?? mine;
	const others = [...before, ...all.filter(({ comment }) => comment.id !== mine.id)];
	const known = {
		spending: toldBy(others),
		plan: planIn(others)
	};
	const kept = first.id !== mine.id && await take(first, options, known) ? first : mine;
	await deleteExtra(all.filter(({ comment }) => comment.id !== kept.id), options);
	return {
		kind: "claimed",
		comment: createStatusComment({
			...options,
			...known,
			comment: kept,
			interval: options.interval ?? INTERVAL
		})
	};
}
/** The status comment that this run claimed, in a process that is gone, and did not end; null when there is none. */
async function resumeStatusComment(options) {
	const [kept, ...extra] = (await findMarked(options)).filter(({ marker }) => marker.run === options.runId && marker.state === "working");
	if (kept === void 0) return null;
	await deleteExtra(extra, options);
	const { spending = null, plan = null } = kept.marker;
	return createStatusComment({
		...options,
		comment: kept.comment,
		spending,
		plan,
		interval: options.interval ?? INTERVAL
	});
}
/** What the comments tell of the runs before, the one that was written last. */
function toldBy(marked) {
	const [newest] = newestFirst(marked.filter(({ marker }) => marker.spending !== void 0));
	return newest?.marker.spending ?? null;
}
/** The plan that waited for approval in the comment that was written last. */
function planIn(marked) {
	return newestFirst(marked)[0]?.marker.plan ?? null;
}
/** A comment that was there before this run wrote its own. */
function wasTaken(id, before) {
	return before.some(({ comment }) => comment.id === id);
}
/** Another run that one of the comments belongs to and that is still at work. */
async function workingRun(marked, options) {
	for (const one of marked) {
		const holder = await otherRun(one, options);
		if (holder !== null) return holder;
	}
	return null;
}
/** All status comments of the issue that the bot wrote, oldest first, with one that the list may not have yet. */
async function findMarked(options, mine) {
	const { forge, issue } = options;
	const marked = await statusCommentsOf(forge, issue);
	return (mine && !marked.some(({ comment }) => comment.id === mine.id) ? [...marked, {
		comment: mine,
		marker: working(options, NOTHING)
	}] : marked).toSorted((left, right) => left.comment.id - right.comment.id);
}
/** The run that the comment belongs to, when it is another one and still at work. */
async function otherRun(marked, options) {
	const { run } = marked.marker;
	return run !== options.runId && await isAtWork(marked, options) ? run : null;
}
async function take(comment, options, told) {
	return await options.forge.updateComment(comment.id, mark(working(options, told), options.body));
}
async function create(options, told) {
	return await options.forge.createComment(options.issue, mark(working(options, told), options.body));
}
/** The claim is told in the comment that stays; and a creation that was retried may have left two. */
async function deleteExtra(all, { forge, runId }) {
	for (const { comment, marker } of all) if (marker.run === runId) await forge.deleteComment(comment.id);
}
function working({ issue, runId, now }, { spending, plan }) {
	return statusMarker({
		issue,
		runId,
		state: "working",
		now: now(),
		spending,
		plan
	});
}

// src/pipeline/kept/waiting-plan.ts
/** The plan with that digest, where it still waits for approval; null where none does. */
async function waitingPlan(digest, target, { forge, log }) {
	if (digest === null) return null;
	try {
		const { branch } = await findPlace({
			forge,
			target,
			base: ""
		});
		const stored = await readState(forge, stateOfBranch(branch));
		const state = stored === null ? null : openState(stored.text, null)?.state ?? null;
		if (state?.ended !== "planned") return null;
		const plan = state.journal.find((entry) => entry.kind === "plan")?.plan;
		return plan !== void 0 && digestOfPlan(plan) === digest ? plan : null;
	} catch (error) {
		log(logLine(`Whether a plan waits for approval is not known: ${asFailure(error).message}`));
		return null;
	}
}

// src/pipeline/told/claim.ts
/** Makes the status comment this run's, or begins the comment of an answer, which is in nobody's way. */
async function claim(invocation, shown, { story, deps, render }) {
	const { target } = invocation;
	if (target.kind === "repository") return { kind: "claimed" };
	const options = claimOptions(target.number, render(story.state()), deps);
	if (invocation.command === "ask") shown.answering = await beginAnswer(options);
	else {
		const claimed = await claimStatusComment(options);
		if (claimed.kind === "busy") {
			const where = `${deps.run.repositoryUrl}/actions/runs/${claimed.runId}`;
			return {
				kind: "busy",
				reason: `Another run works on #${target.number} already: ${where}`
			};
		}
		shown.comment = claimed.comment;
		await takeOver(claimed.comment, {
			story,
			deps
		});
	}
	shown.reaction = await showEyes(invocation, target.number, deps);
	return { kind: "claimed" };
}
/** The same for a run that another process claimed and did not end; false when there is none. */
async function resume(shown, { story, deps, render }) {
	const state = story.state();
	const { command, target } = state.invocation;
	if (target.kind === "repository") return true;
	const options = claimOptions(target.number, render(state), deps);
	if (command === "ask") shown.answering = await resumeAnswer(options);
	else shown.comment = await resumeStatusComment(options);
	if (shown.comment === null && shown.answering === null) return false;
	if (shown.comment !== null) await takeOver(shown.comment, {
		story,
		deps
	});
	shown.reaction = await showEyes(state.invocation, target.number, deps);
	return true;
}
/** What the comment told before goes on to be told: what was spent, and by who only reviews the plan that waits. */
async function takeOver({ spending, plan }, { story, deps }) {
	const { command, target } = story.state().invocation;
	story.update({ spending });
	if (command === "review") story.update({ plan: await waitingPlan(plan?.digest ?? null, target, deps) });
}
function claimOptions(issue, body, { forge, run, now, log }) {
	return {
		forge,
		issue,
		runId: run.id,
		body,
		now,
		log
	};
}

// src/pipeline/told/face.ts
const REACTIONS = {
	published: "rocket",
	"no-changes": "+1",
	answered: "rocket",
	planned: "rocket",
	declined: "confused",
	"needs-human": "confused",
	failed: "-1"
};
function createFace(story, deps) {
	const shown = {
		comment: null,
		answering: null,
		reaction: null
	};
	const render = (state) => renderStatusComment(redactRun(state, deps.redact));
	story.onChange((state) => shown.comment?.show(render(state)));
	const close = async () => {
		const state = story.state();
		for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
		const plan = (state.outcome === "planned" || state.invocation.command === "review") && state.plan !== null ? digestOfPlan(state.plan) : null;
		await shown.answering?.finish(render(state)).catch((error) => deps.log(logLine(asFailure(error).message)));
		await shown.comment?.finish(render(state), {
			spending: state.spending,
			plan
		});
		await shown.reaction?.replace(REACTIONS[state.outcome ?? "failed"]);
		if (shown.comment !== null) await removeLabel(state, deps);
		await writeRecord(story, deps);
		return state;
	};
	return {
		claim: async (invocation) => await claim(invocation, shown, {
			story,
			deps,
			render
		}),
		resume: async () => await resume(shown, {
			story,
			deps,
			render
		}),
		close,
		reply: async (end) => {
			const text = enter(end, story) ?? render(story.state());
			shown.reaction ??= await answerWith(text, story.state().invocation, deps);
			return await close();
		},
		answer: async (end) => {
			const text = enter(end, story);
			if (text === null) return;
			await shown.answering?.finish(commentText(text, { redact: deps.redact }));
			shown.answering = null;
		},
		decline: async ({ reason, said }) => {
			story.update({
				outcome: "declined",
				reason
			});
			if (said) await refuse(render(story.state()), story.state().invocation, deps);
			return await close();
		}
	};
}
/** Only now may the label be put on again to run again. */
async function removeLabel(state, { forge, inputs, log }) {
	const { target } = state.invocation;
	if (target.kind === "repository") return;
	await forge.removeLabel(target.number, inputs["trigger-label"]).catch((error) => log(logLine(asFailure(error).message)));
}
async function writeRecord(story, { run, redact }) {
	await mkdir(run.record, { recursive: true });
	const options = {
		sessions: story.sessions(),
		events: story.events(),
		redact
	};
	await writeFile(join(run.record, RECORD_FILE), renderRecord(story.state(), options));
}

export { createFace as t };