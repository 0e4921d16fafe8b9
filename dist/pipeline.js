import { r as asFailure } from "./failure2.js";
import { a as dropStatesOfIssue, c as stateOfBranch, d as OWN_BRANCHES, f as findPlace, i as dropStateOfBranch, l as stateOfReviews, m as issueOfBranch, p as isOfFork, r as branchesOfIssue, s as readState } from "./text-state-text.js";
import { l as statusCommentsOf, n as openState, o as isAtWork, r as digestOfPlan, s as newestFirst } from "./pipeline-kept-saved-state.js";
import { w as codeSpan } from "./ledger-spending.js";
import { c as authorityOver, n as wordJob, o as readReviewState, r as told, t as gate } from "./trigger-gate.js";
import { u as logLine } from "./text-sinks.js";
import { r as saveRun, t as forgetRun } from "./pipeline-killed-saved-run2.js";
import { n as createStory } from "./workspace-change.js";
import { r as isOpen } from "./finding.js";

// src/publish/status-of.ts
/** The plan that the status comment written last shows and that waits for approval. */
async function planOf(forge, issue) {
	const [newest] = newestFirst(await statusCommentsOf(forge, issue));
	return newest?.marker.plan ?? null;
}

// src/pipeline/kept/continued.ts
/**
* A run that was cut off is the same run again, so what was only to be planned is not worked by, and what was approved needs
* no second word. Where there is no work to go on with, what was to be planned is planned.
*/
function commandOf(command, { ended, invocation: { command: asked } }, { replays, head }) {
	if (command === "approve") return command;
	if (replays || ended === "planned" || asked === "plan") return asked;
	if (head !== null) return command;
	return asked === "approve" ? "auto" : asked;
}
function asOfThen(event, then) {
	return then !== null && (event.at === null || Date.parse(then) < Date.parse(event.at)) ? {
		...event,
		at: then
	} : event;
}
/** What was asked for then, by whom and how it is gone on with now. */
function continued(invocation, { invocation: asked }, { command, replays }) {
	const { target } = invocation;
	const isSame = target.kind === "pull-request" && asked.target.kind === "pull-request" && target.number === asked.target.number;
	return {
		...invocation,
		command,
		event: replays ? asOfThen(invocation.event, asked.event.at) : invocation.event,
		instruction: asked.instruction,
		options: {
			...withoutChecks(asked.options),
			...invocation.options
		},
		thread: asked.thread,
		target: isSame && asked.target.kind === "pull-request" ? {
			...asked.target,
			snapshot: target.snapshot
		} : asked.target
	};
}
function withoutChecks(options) {
	const { checks, ...others } = options;
	return checks === void 0 ? options : others;
}

// src/pipeline/kept/go-on.ts
const NEW = {
	kind: "go",
	hint: null,
	replays: false,
	continues: false,
	approval: null,
	read: null
};
/**
* Whoever asks to go on means the work that was asked for before: its words, as they stood then. The command itself says
* how. Every other command is about what it was given on.
*/
async function goOn(invocation, { forge }) {
	const { command, target, event } = invocation;
	if (command !== "retry" && command !== "approve") return {
		...NEW,
		invocation
	};
	const { branch, head } = await findPlace({
		forge,
		target,
		base: ""
	});
	const stored = await readState(forge, stateOfBranch(branch));
	const state = stored === null ? null : openState(stored.text, null)?.state ?? null;
	const refused = await refuse({
		command,
		event
	}, state, {
		branch,
		target,
		forge
	});
	if (refused !== null && command === "retry" && await isReviewIncomplete(target, forge)) return {
		...NEW,
		invocation: {
			...invocation,
			command: "review"
		}
	};
	if (state === null || refused !== null) return refused ?? nothing(command, branch);
	const replays = command === "approve" || state.ended === null || state.ended === "failed";
	return {
		kind: "go",
		invocation: continued(invocation, state, {
			command: commandOf(command, state, {
				replays,
				head
			}),
			replays
		}),
		hint: invocation.instruction,
		replays,
		continues: true,
		approval: command === "approve" ? approvalOf(state, invocation) : null,
		read: {
			branch,
			stored
		}
	};
}
async function refuse({ command, event }, state, { branch, target, forge }) {
	if (state === null || !isAbout(state, {
		branch,
		repository: forge.repository,
		target
	})) return nothing(command, branch);
	const reason = command === "approve" ? await refuseApproval(state, event.at, forge) : refuseRetry(state);
	return reason === null ? null : {
		kind: "refused",
		reason
	};
}
/** A review that stopped short is gone on with where the pull request is. */
async function isReviewIncomplete(target, forge) {
	if (target.kind !== "pull-request") return false;
	const stored = await readState(forge, stateOfReviews(target.number));
	return stored !== null && (readReviewState(stored.text)?.incomplete.length ?? 0) > 0;
}
function nothing(command, branch) {
	return {
		kind: "refused",
		reason: `There is ${command === "retry" ? "nothing to go on from" : "no plan that waits"} here: no run left its state for ${codeSpan(branch)}. \`fix\` starts one, \`plan\` plans first.`
	};
}
/**
* State names its branch, and what it was asked for belongs to that branch: an issue or a name to one of Patchwright's own, a
* pull request to itself. What says otherwise was made up. A fork's branch has only its name in common with one here.
*/
function isAbout({ repository, branch, invocation }, here) {
	if (branch !== here.branch || repository !== here.repository) return false;
	if (here.target.kind === "pull-request" && here.target.snapshot?.here !== true) return false;
	const { target } = invocation;
	switch (target.kind) {
		case "issue": return isNamed(branch, `${OWN_BRANCHES}issue-${target.number}`);
		case "repository": return isNamed(branch, `${OWN_BRANCHES}${target.name}`);
		case "pull-request": return here.target.kind === "pull-request" && here.target.number === target.number;
	}
}
/** The branch of that name, or one that took its place after it was closed: `-2` and so on. */
function isNamed(branch, name) {
	return branch.startsWith(name) && /^(?:-\d+)?$/.test(branch.slice(name.length));
}
function refuseRetry({ ended }) {
	if (ended !== "published" && ended !== "answered") return null;
	return "The last run here ended well, so there is nothing to try again. `fix` with what is to be different goes on from its work.";
}
const SHOWN_LATER = "The plan that waits was shown after this was said, so it was not worked by. Look at it, then say `approve` again.";
/** The plan that is worked by is the one that people saw: the bot's own comment tells which that was, and since when. */
async function refuseApproval({ ended, journal, invocation }, at, forge) {
	const plan = keptPlan({ journal });
	if (ended !== "planned" || plan === null) return "No plan waits for approval here. `plan` makes one.";
	const { target } = invocation;
	const shown = target.kind === "repository" ? null : await planOf(forge, target.number);
	if (at !== null && shown !== null && Math.floor(Date.parse(shown.at) / 1e3) * 1e3 > Date.parse(at)) return SHOWN_LATER;
	if (shown?.digest === digestOfPlan(plan)) return null;
	return "The plan that is kept is not the one that the status comment shows, so it was not worked by. `plan` makes a new one.";
}
function approvalOf(state, invocation) {
	const plan = keptPlan(state);
	return plan === null ? null : authorityOver(digestOfPlan(plan), invocation);
}
function keptPlan({ journal }) {
	return journal.find((entry) => entry.kind === "plan")?.plan ?? null;
}

// src/pipeline/killed/saver.ts
/** Milliseconds between two writings of what the story tells. */
const INTERVAL = 1e3;
function createSaver(story, deps) {
	let work = null;
	let underway = /* @__PURE__ */ new Map();
	let goesOn = false;
	let timer = null;
	let writing = Promise.resolve();
	const withSteps = () => work === null ? null : {
		...work,
		steps: [...underway.values()].toSorted((left, right) => numberOf(left) - numberOf(right))
	};
	const save = async () => {
		try {
			const state = story.state();
			await saveRun({
				version: 1,
				invocation: state.invocation,
				story: state,
				work: withSteps()
			}, deps);
		} catch (error) {
			if (goesOn) deps.log(logLine(`Should this run be killed, its work is lost: ${asFailure(error).message}`));
			goesOn = false;
		}
	};
	const saveNext = () => writing = writing.then(save);
	story.onChange(() => {
		if (!goesOn || timer !== null) return;
		timer = setTimeout(() => {
			timer = null;
			saveNext();
		}, INTERVAL);
		timer.unref();
	});
	return {
		async begin() {
			goesOn = true;
			await saveNext();
		},
		async prepared({ settings, place, origin, checks, unfinished, modesAsked, workspace, ...site }) {
			underway = site.underway;
			const { baseline, marked } = workspace;
			work = {
				settings,
				place,
				origin,
				checks,
				unfinished,
				modesAsked,
				baseline,
				marked: marked(),
				programs: deps.programs
			};
			await saveNext();
		},
		async end() {
			goesOn = false;
			if (timer !== null) clearTimeout(timer);
			await writing;
			await forgetRun(deps);
		}
	};
}
/** `S12` after `S9`: the order of the plan, in which steps are merged. */
function numberOf({ id }) {
	return Number(id.replace(/^\D+/, ""));
}

// src/pipeline/tidy.ts
/**
* An issue or pull request was closed, and with it goes what was kept to go on with its work, whoever closed it: what is
* still worked on, or has a pull request that is open, keeps its state. Where the token may not write, as in the runs of
* forks, nothing is tidied up and nothing fails.
*/
async function tidy({ target }, { log, ...deps }) {
	try {
		log(logLine(await tidyAfter(target, deps)));
	} catch (error) {
		const { message, hint } = asFailure(error);
		log(logLine(`Not everything was tidied up: ${message} ${hint}`));
	}
	return null;
}
async function tidyAfter(target, { forge, now }) {
	if (target.kind === "repository") return "There is nothing to tidy up.";
	const { number } = target;
	if (!await forge.isClosed(number)) return `#${number} is open again, so what is kept for it stays.`;
	const branches = target.kind === "issue" ? await branchesOfIssue(forge, number) : await branchOfPull(number, forge);
	const issues = branches.map(issueOfBranch).filter((issue) => issue !== null);
	if (await isWorkedOn([.../* @__PURE__ */ new Set([number, ...issues])], {
		forge,
		now
	})) return `A run is at work on #${number}, so what is kept for it stays.`;
	for (const branch of branches) if (!await hasOpen(branch, forge)) await dropStateOfBranch(forge, branch);
	if (target.kind === "pull-request") await forge.deleteRef(stateOfReviews(number));
	return `Nothing is kept any more for #${number} that has no open pull request.`;
}
/** None of a fork, whose branch has no more than its name in common with one here. */
async function branchOfPull(number, forge) {
	const pullRequest = await forge.pullRequest(number);
	return isOfFork({ pullRequest }, forge.repository) ? [] : [pullRequest.head.branch];
}
async function isWorkedOn(issues, { forge, now }) {
	const marked = (await Promise.all(issues.map((issue) => statusCommentsOf(forge, issue)))).flat();
	for (const one of marked) if (await isAtWork(one, {
		forge,
		now
	})) return true;
	return false;
}
async function hasOpen(branch, forge) {
	return (await forge.pullRequestsFrom(branch)).some(({ state }) => state === "open");
}

// src/pipeline/words/words.ts
/** Does a command that takes no model; null for every other one. */
async function sayWord(invocation, deps) {
	const job = wordJob(invocation.command);
	return job === null ? null : await told(doWord(job, invocation, deps));
}
async function doWord(job, invocation, deps) {
	const { forge, run, inputs, now } = deps;
	const phrase = inputs["trigger-phrase"].split(",")[0]?.trim() ?? "";
	const findings = invocation.command === "accept" ? await openFindings(invocation, deps) : null;
	const { redact, ownSecrets } = deps;
	const end = await job(invocation, {
		forge,
		redact,
		ownSecrets,
		run,
		phrase,
		findings,
		now
	});
	if (invocation.command === "abandon" && end.kind === "answered") await forget(invocation, deps);
	return end;
}
async function openFindings({ target }, { forge }) {
	const { branch } = await findPlace({
		forge,
		target,
		base: ""
	});
	const stored = await readState(forge, stateOfBranch(branch));
	const state = stored === null ? null : openState(stored.text, null)?.state ?? null;
	return state === null ? null : state.findings.filter(isOpen);
}
/** What was dropped is not gone on with. */
async function forget({ target }, { forge }) {
	const branch = target.kind === "pull-request" ? target.snapshot?.head.branch ?? null : null;
	if (branch !== null) await dropStateOfBranch(forge, branch);
	if (target.kind === "issue") await dropStatesOfIssue(forge, target.number);
}

// src/pipeline.ts
/**
* One run from its trigger to its report: plan, work, check, review and fix, then guard and publish. Left of the guard
* runs what a model can influence; right of it no model and no code from the change. That line is where `form` may cut
* it into two jobs. Null for an event that is not for the bot or this job, and for one that only tidies up.
*/
async function pipeline(asked, form, deps) {
	if (asked.kind === "ignored") {
		deps.log(logLine(`Not for Patchwright: ${asked.reason}.`));
		return null;
	}
	const story = createStory(asked.invocation, deps);
	const face = form.createFace(story, deps);
	const saver = createSaver(story, deps);
	await using directories = new AsyncDisposableStack();
	try {
		const trigger = await gate(asked, deps.forge, deps.allowed);
		const others = form.leaves(trigger);
		if (others !== null) return leave(others, deps);
		if (trigger.kind === "declined") return await face.decline(trigger);
		if (trigger.kind === "tidy") return await tidy(trigger.invocation, deps);
		story.update({ invocation: trigger.invocation });
		const said = await sayWord(trigger.invocation, deps);
		if (said !== null) return await face.reply(said);
		const going = await told(goOn(trigger.invocation, deps));
		if (going.kind === "failed") return await face.reply(going);
		if (going.kind === "refused") return await face.decline({
			reason: going.reason,
			said: true
		});
		story.update({ invocation: going.invocation });
		await saver.begin();
		const claim = await face.claim(going.invocation);
		if (claim.kind === "busy") return await face.decline({
			reason: claim.reason,
			said: false
		});
		if (going.invocation.command === "ask") await face.answer(await form.answer(going.invocation, {
			deps,
			story,
			directories
		}));
		else if (going.invocation.command === "review") await form.review(going.invocation, {
			deps,
			story,
			directories
		});
		else await form.change(going, {
			deps,
			story,
			directories,
			saver
		});
	} catch (error) {
		story.fail(asFailure(error));
	}
	const state = await face.close();
	await saver.end();
	return state;
}
/** What was asked is for another job of the workflow. */
function leave(reason, { log }) {
	log(logLine(`Not for this job: ${reason}`));
	return null;
}

export { pipeline };