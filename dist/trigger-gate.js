import { n as MARKER_START } from "./text-marker-start.js";
import { n as Failure, r as asFailure } from "./failure2.js";
import { Gt as array, Kn as number, Nn as literal, Yt as boolean, ar as string, qn as object, xn as int } from "./zod.js";
import { _ as titleText, a as bodyText, b as withoutParagraph, c as joinBody, s as commitText, t as NO_SECRETS } from "./text-sinks.js";
import { A as table, O as link, k as paragraphs, w as codeSpan } from "./ledger-spending.js";
import { o as inline, t as acceptCommand } from "./report-scope.js";
import { d as OWN_BRANCHES, f as findPlace, m as issueOfBranch, t as stateText } from "./text-state-text.js";
import { t as mark } from "./publish-marker.js";
import { c as ownComments, l as statusCommentsOf, o as isAtWork } from "./pipeline-kept-saved-state.js";
import { i as signText, t as isSignedWith } from "./text-sealed.js";
import { t as COMMANDS } from "./trigger-trigger.js";
import { n as ObjectId } from "./pipeline-killed-saved-invocation.js";
import { r as FindingSchema } from "./pipeline-kept-saved-parts.js";
import { t as parseMode } from "./workspace-change.js";
import { C as readDescription, S as partsOf, _ as DIGEST, a as commitChange, b as describe, g as parseRepoPath, l as guardChange, n as readHeldFiles, r as recordAcceptances, v as digestOf } from "./pipeline-kept-held-files.js";
import { a as commandNamed, i as VOCABULARY, n as outOfReach, r as OPTIONS, s as usageOf, t as asksForAuthor } from "./trigger-reach.js";
import { createHash } from "node:crypto";

// src/trigger/authority.ts
/** Null where nobody gave a word, as with a schedule. */
function authorityOver(content, { actor, event }) {
	return actor === null ? null : {
		actor,
		event,
		content
	};
}

// src/pipeline/review/review-state.ts
const count = int().nonnegative();
const UntoldSchema = object({
	id: string(),
	since: ObjectId.nullable(),
	parts: array(object({
		number: count,
		reviewed: boolean(),
		tokens: number().nonnegative(),
		files: array(object({
			path: string(),
			added: count,
			removed: count,
			leftOut: array(object({
				start: count,
				length: count
			}))
		}))
	}))
});
const ReviewStateSchema = object({
	v: literal(1),
	commit: ObjectId,
	base: ObjectId,
	round: count,
	told: int().min(-1),
	untold: UntoldSchema.nullable(),
	findings: array(FindingSchema),
	incomplete: array(object({
		files: array(string()),
		because: string()
	})),
	aside: array(object({
		path: string(),
		reason: string()
	})).nullable().default(null)
});
const Envelope = object({
	state: string(),
	signature: string().nullable()
});
/** What signs the state of one pull request's reviews; null where no model needs a key, and then no state is believed. */
function sealOfReviews(secret, { repository, number }) {
	return secret === null ? null : {
		secret,
		purpose: `state of the reviews of ${repository}#${number}`
	};
}
function closeReviewState(state, seal) {
	const inner = JSON.stringify(ReviewStateSchema.parse(state));
	return stateText({
		state: inner,
		signature: seal === null ? null : signText(inner, seal)
	});
}
/** Null for what cannot be read, and for what no review of this pull request with these keys wrote. */
function openReviewState(stored, seal) {
	const read = readEnvelope(stored);
	if (read === null || seal === null || read.signature === null) return null;
	return isSignedWith(read.signature, read.inner, seal) ? read.state : null;
}
/** What state says, whoever wrote it: enough to ask for a review by, never to spare one. Null for what cannot be read. */
function readReviewState(stored) {
	return readEnvelope(stored)?.state ?? null;
}
function readEnvelope(stored) {
	try {
		const { state: inner, signature } = Envelope.parse(JSON.parse(stored));
		return {
			inner,
			signature,
			state: ReviewStateSchema.parse(JSON.parse(inner))
		};
	} catch {
		return null;
	}
}

// src/pipeline/words/word.ts
/** Whoever gives a command that has no status comment is to hear of its failure too. */
async function told$1(doing) {
	try {
		return await doing;
	} catch (error) {
		return {
			kind: "failed",
			failure: asFailure(error)
		};
	}
}

// src/publish/abandon.ts
/** The API lists no more commits of a comparison. */
const MOST_COMMITS = 250;
/** Closes the pull request, and deletes its branch when that loses nobody's work but the bot's. */
async function abandonWork(forge, work) {
	const closed = work.pull?.state === "open";
	if (work.pull !== null && closed) await forge.closePullRequest(work.pull.number);
	return {
		closed,
		branch: await endBranch(forge, work)
	};
}
async function endBranch(forge, { branch, base, pull }) {
	if (!branch.startsWith("opencode/")) return kept("it is not one that Patchwright makes");
	const head = await forge.branchHead(branch);
	if (head === null) return { kind: "gone" };
	const open = (await forge.pullRequestsFrom(branch)).find(({ number, state }) => state === "open" && number !== pull?.number);
	if (open !== void 0) return kept(`pull request #${open.number} stands on it`);
	const from = await forge.branchHead(base);
	if (from === null) return kept("the branch that it left is gone, so nobody can tell whose commits are on it");
	const other = othersWork(await forge.compare(from, head), await forge.self());
	if (other !== null) return other;
	if (await forge.branchHead(branch) !== head) return kept("somebody pushed to it just now");
	const deletion = await forge.deleteBranch(branch);
	return deletion.kind === "deleted" ? deletion : kept(`GitHub did not let it be deleted (${deletion.reason})`);
}
/** Null when every commit beyond the base is the bot's. */
function othersWork({ commits, paths }, self) {
	if (commits.length >= MOST_COMMITS) return kept("it has more commits than can be looked through");
	if (commits.length === 0 && paths === null) return kept("it has no commit in common with its base");
	const others = commits.filter(({ author }) => author !== self);
	if (others.length === 0) return null;
	return {
		kind: "kept",
		because: "others have committed to it",
		people: [...new Set(others.map(({ author }) => author ?? "somebody without an account"))]
	};
}
function kept(because) {
	return {
		kind: "kept",
		because,
		people: []
	};
}

// src/pipeline/words/own-work.ts
/** What Patchwright has made for an issue, or the pull request itself; null where no branch is there. */
async function findWork(target, forge) {
	const { defaultBranch } = await forge.info();
	const { branch, base, head, pullRequest } = await findPlace({
		forge,
		target,
		base: defaultBranch
	});
	if (head === null) return null;
	return {
		branch,
		base,
		pull: pullRequest,
		own: pullRequest === null || (await readDescription(forge, pullRequest)).own !== null
	};
}
/** The issue or pull request itself, and what belongs to it: the issue of a branch of the bot's, or the pull request from it. */
async function relatedNumbers(target, forge) {
	if (target.kind === "repository") return [];
	const { number } = target;
	if (target.kind === "issue") {
		const pull = (await findWork(target, forge))?.pull?.number;
		return pull === void 0 ? [number] : [number, pull];
	}
	const branch = target.snapshot?.here === true ? target.snapshot.head.branch : "";
	const issue = issueOfBranch(branch);
	return issue === null ? [number] : [.../* @__PURE__ */ new Set([number, issue])];
}
/** The run that is at work on one of them, null when none is. */
async function runAtWork(numbers, { forge, run, now }) {
	const marked = (await Promise.all(numbers.map((number) => statusCommentsOf(forge, number)))).flat();
	for (const one of marked) if (one.marker.run !== run.id && await isAtWork(one, {
		forge,
		now
	})) return one.marker.run;
	return null;
}

// src/pipeline/words/abandon.ts
/** Gives the work up: the bot's pull request is closed, and its branch goes when only the bot's commits are on it. */
async function abandon({ target }, deps) {
	const { forge, phrase } = deps;
	const work = await findWork(target, forge);
	if (work === null) return {
		kind: "declined",
		reply: "There is nothing of Patchwright’s here to abandon."
	};
	if (!work.own) return {
		kind: "declined",
		reply: `${work.pull === null ? "It" : `#${work.pull.number}`} is not a pull request of Patchwright’s, or its description was rewritten. Close it yourself.`
	};
	if (await runAtWork(await relatedNumbers(target, forge), deps) !== null) return {
		kind: "declined",
		reply: `A run is at work on it. Stop it with ${codeSpan(`${phrase} stop`)} first; it saves what it has.`
	};
	const { closed, branch } = await abandonWork(forge, work);
	return {
		kind: "answered",
		reply: `${closed && work.pull !== null ? `Closed #${work.pull.number}. ` : ""}${toldOfBranch(work.branch, branch)}`
	};
}
function toldOfBranch(name, end) {
	switch (end.kind) {
		case "deleted": return `Deleted its branch ${codeSpan(name)}, which had nobody else's commits.`;
		case "gone": return `Its branch ${codeSpan(name)} is gone already.`;
		case "kept": {
			const people = end.people.length === 0 ? "" : `: ${end.people.map((login) => codeSpan(login)).join(", ")}`;
			return `Its branch ${codeSpan(name)} is kept, because ${inline(end.because)}${people}.`;
		}
	}
}

// src/publish/signature.ts
function signatureOf({ actor }, at) {
	return {
		by: actor.login,
		id: actor.id,
		at: at.toISOString()
	};
}

// src/publish/accept.ts
/** Makes an open pull request of the bot's ready for review, and says in its description who took it as it is. */
async function acceptPullRequest(forge, pull, { authority, at }) {
	const acceptance = {
		...signatureOf(authority, at),
		head: authority.content
	};
	const { own } = await readDescription(forge, pull);
	if (own === null) return { kind: "not-own" };
	if (own.accepted !== void 0 && (own.accepted.head ?? acceptance.head) === acceptance.head && own.accepted !== void 0 && !pull.draft) return {
		kind: "accepted-before",
		by: own.accepted.by
	};
	if (pull.draft) await forge.setDraft(pull, false);
	await tell(forge, pull.number, acceptance);
	return {
		kind: "accepted",
		wasDraft: pull.draft
	};
}
/** In the description as it is now: people may have written in it since it was read, or made it theirs. */
async function tell(forge, number, acceptance) {
	const pull = await forge.pullRequest(number);
	const { own } = await readDescription(forge, pull);
	if (own === null) return;
	const { report, theirs } = partsOf(pull.body);
	const text = own.accepted === void 0 ? report : withoutParagraph(report, paragraphOf(own.accepted));
	const parts = {
		report: joinBody(paragraphOf(acceptance), text),
		theirs
	};
	await forge.updatePullRequest(number, { body: describe({
		...own,
		accepted: acceptance
	}, parts, text) });
}
/** One paragraph. No model makes a heading, so none can make one that reads like it. */
function paragraphOf({ by, at, head }) {
	const commit = head === void 0 ? "" : ` at ${codeSpan(head.slice(0, 10))}`;
	const lines = [`### Accepted by ${codeSpan(by)}`, `On ${at.slice(0, 10)}${commit}, with what is open below.`];
	return bodyText(lines.join("\n"), NO_SECRETS);
}

// src/trigger/head-as-seen.ts
/** Commands that do something with what the pull request holds. The others answer, or end something. */
const BOUND = /* @__PURE__ */ new Set([
	"fix",
	"auto",
	"plan",
	"review",
	"approve",
	"retry",
	"accept"
]);
/**
* Why the head of a pull request is not what the actor saw, null when it is: whoever wrote a command let no commit in that
* was pushed after it. Times are those at which the forge got the pushes, as dates in commits are forged easily. It tells
* nothing of a push in the very second of the command, nor whether the actor had looked at what was there. What cannot be
* told counts as moved.
*/
async function refusalOfHead({ command, event }, pull, { seen, forge }) {
	if (!BOUND.has(command)) return null;
	const { sha, branch, repository } = pull.head;
	if (seen.named !== null) return sha.startsWith(seen.named) ? null : anotherCommit(pull, seen.named);
	if (seen.inEvent === sha || event.at === null) return null;
	const moves = repository === null ? null : await forge.movesOf({
		repository,
		branch
	});
	if (moves === null || moves[0]?.to !== sha) return untold(pull, command);
	const asked = Date.parse(event.at);
	const later = moves.filter(({ at }) => Date.parse(at) > asked);
	if (later.length === 0 && seen.inEvent === null) return null;
	const self = await forge.self();
	return later.length > 0 && later.every(({ by }) => by === self) ? null : movedSince(pull, command);
}
function anotherCommit({ number, head }, named) {
	return `#${number} stands at \`${short(head.sha)}\` and not at \`${short(named)}\`, so nothing was done. Look at what was pushed, and name that commit.`;
}
/** For who asked before the last push. */
function movedSince({ number, head }, command) {
	return `#${number} was moved to \`${short(head.sha)}\` after this was asked for, so nothing was done. ${remedy(head.sha, command)}`;
}
function untold({ number, head }, command) {
	return `GitHub does not tell whether \`${short(head.sha)}\` was pushed to #${number} before this was asked for, so nothing was done. ${remedy(head.sha, command)}`;
}
function remedy(sha, command) {
	if (command === "accept") return "Look at it and say it again, or mark the pull request ready yourself.";
	if (command === "approve") return "Look at it and say it again.";
	return `Look at it, then say \`${command} ${short(sha)}\`.`;
}
function short(sha) {
	return sha.slice(0, 10);
}

// src/publish/publish-accepted.ts
/** Commits contents that a person accepted, and tells in the pull request who accepted which; opens one where none is. */
async function publishAccepted(options) {
	const { forge, place, guarded, acceptances, read, runId } = options;
	const { change } = guarded;
	const message = messageOf(options);
	const landing = await commitChange({
		forge,
		change,
		place,
		message,
		read,
		stored: /* @__PURE__ */ new Set(),
		runId
	}).catch((error) => {
		throw withWorkflowHint(error, acceptances);
	});
	const commit = landing.commit ?? change.base;
	const done = {
		branch: landing.branch,
		commit,
		aside: landing.aside
	};
	if (landing.aside !== null) return {
		...done,
		pull: null
	};
	if (place.pullRequest === null) return {
		...done,
		pull: await open(options)
	};
	await recordAcceptances(forge, place.pullRequest.number, signed(options));
	return {
		...done,
		pull: place.pullRequest.number
	};
}
function signed({ acceptances, at }) {
	return acceptances.map(({ path, authority }) => ({
		path,
		digest: authority.content,
		...signatureOf(authority, at)
	}));
}
/** GitHub does not say that it is the kind of file. */
function withWorkflowHint(error, acceptances) {
	const { code, message } = asFailure(error);
	if (code !== "forge" || !acceptances.some(({ path }) => path.startsWith(".github/workflows/"))) return error;
	return new Failure(code, message, {
		hint: "The job’s own token may not write workflows: give `github-token` a token of an app or a person with the `workflows` permission, or make this change by hand.",
		cause: error
	});
}
/** On the branch it stays said who took what, whatever becomes of the description. */
function messageOf(options) {
	const { acceptances, target, redact } = options;
	const [first] = acceptances;
	const subject = acceptances.length === 1 ? `Accept ${first?.path ?? ""}` : `Accept ${acceptances.length} paths`;
	const lines = signed(options).map(({ path, digest, by, id }) => `${path} ${digest}\n  as accepted by ${by} (${id})`);
	const refs = target.kind === "repository" ? [] : [`Refs #${target.number}`];
	return commitText([
		subject,
		...lines,
		...refs
	].join("\n\n"), { redact });
}
async function open(options) {
	const { forge, place, target, title, redact } = options;
	const text = `What was held back of the work${target.kind === "repository" ? "" : ` for #${target.number}`}, and accepted since. Nothing else of it passed. It was neither checked nor reviewed as it stands here.`;
	const body = mark({
		v: 1,
		kind: "pull-request",
		branch: place.branch
	}, bodyText(text, { redact }));
	const draft = {
		title: titleText(title, { redact }),
		body,
		head: place.branch,
		base: place.base,
		draft: true
	};
	const creation = await forge.createPullRequest(draft);
	const pull = creation.kind === "created" ? creation.pullRequest : await findOpen(forge, place.branch);
	if (pull === null) return null;
	await recordAcceptances(forge, pull.number, signed(options));
	return pull.number;
}
async function findOpen(forge, branch) {
	return (await forge.pullRequestsFrom(branch)).find(({ state }) => state === "open") ?? null;
}

// src/pipeline/words/held-change.ts
/** Bytes are read from the forge and digested here: what is written down about them counts for nothing. */
async function changeOf(files, where) {
	const { place, held, forge } = where;
	const base = place.head ?? held.commit;
	if (place.head === null && !await isOnBase(where)) return refused("the commit that it is based on is not on the base branch.");
	const tree = await forge.treeOf(base);
	const entries = tree === null ? null : await forge.entriesOf(tree);
	if (tree === null || entries === null) return refused("the tree of the branch cannot be listed.");
	const standing = files.map(({ path }) => entries.get(path) ?? null);
	if (files.every((file, at) => isSame(standing[at] ?? null, file.content.after))) return { kind: "there" };
	const moved = files.find((file, at) => !isSame(standing[at] ?? null, file.content.before));
	if (moved !== void 0) return refused(`${codeSpan(moved.path)} was changed on the branch since it was held back.`);
	const read = async (blob) => await forge.readBlob(blob) ?? /* @__PURE__ */ new Uint8Array();
	const changed = await Promise.all(files.map((file) => changedFile(file, read)));
	const other = files.find((file, at) => {
		const one = changed[at];
		return one === void 0 || digestOf(one) !== file.content.digest;
	});
	if (other !== void 0) return refused(`what is kept of ${codeSpan(other.path)} is not what its digest stands for.`);
	return {
		kind: "ready",
		change: {
			base,
			baselineTree: tree,
			tree,
			treeOnBase: tree,
			files: changed,
			added: 0,
			removed: 0,
			leftOut: []
		},
		baseFiles: [...entries].flatMap(([path, { mode, sha }]) => mode === "040000" ? [] : [{
			path,
			mode: parseMode(mode) ?? "100644",
			blob: sha
		}]),
		read
	};
}
async function isOnBase({ held, forge }) {
	const head = await forge.branchHead(held.base);
	return head !== null && (await forge.compare(held.commit, head)).descends;
}
function isSame(entry, wanted) {
	if (entry === null || wanted === null) return entry === null && wanted === null;
	return entry.mode === wanted.mode && entry.sha === wanted.blob;
}
async function changedFile({ path, content }, read) {
	const { before, after } = content;
	if (after === null) return {
		status: "deleted",
		path,
		previousMode: before?.mode ?? "100644"
	};
	const bytes = await read(after.blob);
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	const status = before === null ? "added" : "modified";
	const previousMode = before?.mode ?? null;
	const { mode, blob } = after;
	return {
		status,
		path,
		mode,
		previousMode,
		blob,
		size: bytes.length,
		sha256,
		renamedFrom: null
	};
}
function refused(because) {
	return {
		kind: "refused",
		because
	};
}

// src/pipeline/words/named-paths.ts
/** A word, or what stands between quotation marks or backticks; a digest may follow either. */
const WORD = /"([^"]*)"(@\S*)?|`([^`]*)`(@\S*)?|(\S+)/g;
const MOST = 100;
/** Reads the words after `accept`; a problem is a sentence's end for who wrote them. */
function readNamedPaths(text) {
	const named = [];
	for (const [, quoted, afterQuoted, ticked, afterTicked, bare] of text.matchAll(WORD)) {
		const one = readOne(bare ?? [
			quoted,
			ticked,
			afterQuoted,
			afterTicked
		].join(""));
		if ("problem" in one) return one;
		named.push(one);
		if (named.length > MOST) return { problem: `it names more than ${MOST} paths` };
	}
	return named;
}
function readOne(word) {
	const at = word.lastIndexOf("@");
	const last = at > 0 ? word.slice(at + 1).toLowerCase() : "";
	const digest = DIGEST.test(last) ? last : null;
	const path = parseRepoPath(digest === null ? word : word.slice(0, at));
	if (typeof path !== "string") return { problem: `a path ${path.problem}` };
	return digest === null && /^[0-9a-f]{6,}$/.test(last) ? { problem: "a digest is not whole" } : {
		path,
		digest
	};
}

// src/pipeline/words/accept-paths.ts
/**
* Publishes what the guard held back and a person takes as it is: the very contents that they name, all of them or none.
* What the person saw is bound by its digest, or by the time of their comment.
*/
async function acceptPaths(invocation, words, deps) {
	const { forge, phrase } = deps;
	const { target, actor } = invocation;
	const named = readNamedPaths(words);
	if ("problem" in named) return declined$1(`Nothing was done: ${named.problem}. ${usage(phrase)}`);
	if (actor?.kind !== "person") return declined$1("A person accepts what is held back.");
	const { defaultBranch } = await forge.info();
	const place = await findPlace({
		forge,
		target,
		base: defaultBranch
	});
	if (place.pullRequest !== null && (await readDescription(forge, place.pullRequest)).own === null) return declined$1("This pull request is not Patchwright’s, or its description was rewritten. Make the change by hand.");
	if (await runAtWork(await relatedNumbers(target, forge), deps) !== null) return declined$1(`A run is at work on it. Wait for it, or stop it with ${codeSpan(`${phrase} stop`)}, then accept what it leaves.`);
	const held = await readHeldFiles(forge, place.branch);
	if (held === null) return declined$1(`Nothing that is held back is kept for ${codeSpan(place.branch)}. ${codeSpan(`${phrase} accept`)} alone takes the pull request as it is.`);
	const chosen = choose(named, held, invocation);
	if ("refusal" in chosen) return declined$1(paragraphs(`Nothing was published: ${chosen.refusal}`, offers(held, phrase)));
	return await publish(chosen.files, {
		held,
		place
	}, {
		invocation,
		deps
	});
}
async function publish(files, { held, place }, { invocation, deps }) {
	const { forge, ownSecrets, run, now } = deps;
	const standing = await changeOf(files, {
		held,
		place,
		forge
	});
	if (standing.kind === "refused") return declined$1(`Nothing was published: ${standing.because}`);
	if (standing.kind === "there") return {
		kind: "answered",
		reply: "That very content is on the branch already."
	};
	const guarded = await guardAgain(standing, files, ownSecrets());
	if (guarded.heldBack.length > 0) {
		const lines = guarded.heldBack.map(({ path, reason }) => `- ${codeSpan(path)}: ${inline(reason, 300)}`);
		return declined$1(paragraphs("Nothing was published, because a rule that nobody lifts speaks against it:", lines.join("\n")));
	}
	return {
		kind: "answered",
		reply: toldOf(await publishAccepted({
			forge,
			place: {
				...place,
				base: place.pullRequest === null ? held.base : place.base
			},
			guarded,
			acceptances: guarded.accepted.flatMap(({ path, digest }) => {
				const authority = authorityOver(digest, invocation);
				return authority === null ? [] : [{
					path,
					authority
				}];
			}),
			at: new Date(now()),
			target: invocation.target,
			title: held.title,
			read: standing.read,
			runId: run.id,
			redact: deps.redact
		}), guarded)
	};
}
/** Every rule speaks again, on the tree as it is now; what was accepted lifts no more than it may. */
async function guardAgain({ change, baseFiles, read }, files, ownSecrets) {
	return await guardChange(change, {
		scope: ["!**"],
		protectedPaths: null,
		maxChangedFiles: files.length,
		maxChangedBytes: Number.MAX_SAFE_INTEGER,
		baseFiles,
		readBlob: read,
		ownSecrets,
		lfsPaths: /* @__PURE__ */ new Set(),
		modeChangesAsked: false,
		accepted: new Set(change.files.map(digestOf))
	});
}
function choose(named, { files, at }, { event }) {
	const chosen = [];
	for (const { path, digest } of named) {
		const found = files.find((file) => file.path === path);
		if (found === void 0) return { refusal: `nothing is held back at ${codeSpan(path)} that can be accepted.` };
		if (digest !== null && digest !== found.content.digest) return { refusal: `what is held back at ${codeSpan(path)} is not what that digest stands for any more.` };
		const said = Date.parse(event.at ?? "");
		if (digest === null && !(said > at)) return { refusal: `what is held back at ${codeSpan(path)} is newer than your comment, so its digest is needed.` };
		if (!chosen.includes(found)) chosen.push(found);
	}
	return { files: chosen };
}
function offers({ files }, phrase) {
	return `What can be accepted:\n\n${files.slice(0, 20).map(({ path, content }) => `- ${codeSpan(acceptCommand(phrase, path, content.digest))}`).join("\n")}`;
}
function usage(phrase) {
	return `Write ${codeSpan(`${phrase} accept`)} alone to take the pull request as it is, or name paths that are held back after it.`;
}
function toldOf({ branch, commit, pull, aside }, { accepted }) {
	const names = accepted.map(({ path, digest }) => `- ${codeSpan(path)} (${codeSpan(digest)})`).join("\n");
	const where = `Published on ${codeSpan(branch)} in ${codeSpan(commit.slice(0, 12))}, as you accepted it:`;
	const rest = aside ?? (pull === null ? "GitHub did not let Patchwright open a pull request; open one from that branch." : `It is recorded in #${pull}. The branch as it is now was neither checked nor reviewed together.`);
	return paragraphs(where, names, rest);
}
function declined$1(reply) {
	return {
		kind: "declined",
		reply
	};
}

// src/pipeline/words/accept.ts
/**
* Takes the pull request as it is: its draft becomes ready, and its description says who took it. With paths it takes
* what is held back at them, and nothing else.
*/
async function accept(invocation, deps) {
	const { target, instruction } = invocation;
	if (instruction !== null) return await acceptPaths(invocation, instruction.text, deps);
	const { forge, findings, now } = deps;
	const work = await findWork(target, forge);
	if (work === null || work.pull === null || work.pull.state !== "open") return declined("There is no open pull request of Patchwright’s here to accept.");
	if (await runAtWork(await relatedNumbers(target, forge), deps) !== null) return declined(`A run is at work on it. Wait for it, or stop it with ${codeSpan(`${deps.phrase} stop`)}, then accept what it leaves.`);
	const moved = await refusal$1(invocation, work.pull, forge);
	if (moved !== null) return declined(moved);
	const authority = authorityOver(work.pull.head.sha, invocation);
	if (authority === null) return declined("A person accepts a pull request.");
	return toldAs(await acceptPullRequest(forge, work.pull, {
		authority,
		at: new Date(now())
	}), work.pull, findings);
}
/** Who accepts takes what was there when they did; on its issue, nobody has looked at the pull request before. */
async function refusal$1(invocation, pull, forge) {
	const { target } = invocation;
	if (target.kind !== "pull-request" || target.number !== pull.number) return await refusalOfHead(invocation, pull, {
		seen: {
			inEvent: null,
			named: null
		},
		forge
	});
	return target.snapshot?.head.sha === pull.head.sha ? null : movedSince(pull, "accept");
}
function toldAs(accepted, { number }, findings) {
	switch (accepted.kind) {
		case "not-own": return declined(`The description of #${number} is not as Patchwright wrote it any more, so it is yours: mark it ready or merge it yourself.`);
		case "accepted-before": return {
			kind: "answered",
			reply: `#${number} was accepted before, by ${codeSpan(accepted.by)}, and is ready for review.`
		};
		case "accepted": {
			const ready = accepted.wasDraft ? "It is ready for review now" : "It was ready for review already";
			return {
				kind: "answered",
				reply: paragraphs(`Accepted #${number}. ${ready}, and the merge is yours.`, stillOpen(findings))
			};
		}
	}
}
function stillOpen(findings) {
	if (findings === null) return "What was still open stays listed in its description.";
	if (findings.length === 0) return "No finding was open.";
	return `Still open, and taken as it is:\n\n${findings.map(({ id, severity, problem }) => `- ${codeSpan(id)} (${severity}): ${inline(problem, 300)}`).join("\n")}`;
}
function declined(reply) {
	return {
		kind: "declined",
		reply
	};
}

// src/pipeline/words/help.ts
/** The commands in one table, or one of them with its options. */
async function help({ instruction }, { phrase }) {
	const command = commandNamed(instruction?.text ?? "");
	const reply = command === null ? everything(phrase, instruction?.text ?? "") : one(phrase, command);
	return await Promise.resolve({
		kind: "answered",
		reply
	});
}
function everything(phrase, asked) {
	const rows = COMMANDS.map((command) => [codeSpan(typed(phrase, command)), `${sentence(VOCABULARY[command].does)}${alsoCalled(command)}`]);
	return paragraphs(asked === "" ? "" : `There is no command ${codeSpan(asked)}. These are all:`, table([{ title: "Command" }, { title: "What it does" }], rows), `Any other words after ${codeSpan(phrase)} are an instruction to ${codeSpan("fix")}. ${codeSpan(`${phrase} help COMMAND`)} tells a command's options.`);
}
function one(phrase, command) {
	const { does, options } = VOCABULARY[command];
	return paragraphs(`${codeSpan(typed(phrase, command))}: ${sentence(does)}${alsoCalled(command)}`, options.length === 0 ? "It takes no options." : `Its options, which stand before other words:\n\n${options.map(explained).join("\n")}`);
}
function explained(option) {
	return `- ${codeSpan(usageOf(option))} ${OPTIONS[option].does}.`;
}
function typed(phrase, command) {
	return [
		phrase,
		command,
		VOCABULARY[command].takes ?? ""
	].filter((part) => part !== "").join(" ");
}
function sentence(clause) {
	return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
function alsoCalled(command) {
	const { aliases } = VOCABULARY[command];
	return aliases.length === 0 ? "" : ` Also ${aliases.map(codeSpan).join(" and ")}.`;
}

// src/publish/stop.ts
/**
* Cancels the workflow runs that are at work on these issues and pull requests, found by the comments that they
* wrote there themselves when they began; never the run `except`, which asks for it.
*/
async function stopRuns(given) {
	const { forge, issues, except } = given;
	const working = (await Promise.all(issues.map((issue) => runsOn(issue, forge)))).flat();
	const stopped = [];
	for (const run of new Set(working.filter((one) => one !== except))) stopped.push({
		run,
		end: await forge.cancelRun(run)
	});
	return stopped;
}
async function runsOn(issue, forge) {
	return (await ownComments(forge, issue)).flatMap(({ marker }) => {
		return (marker.kind === "status" || marker.kind === "answer") && marker.target === issue && marker.state === "working" ? [marker.run] : [];
	});
}

// src/pipeline/words/stop.ts
/** Cancels the runs that are at work here, but never the one that this command is. */
async function stop({ target }, { forge, run }) {
	const issues = await relatedNumbers(target, forge);
	const stopped = (await stopRuns({
		forge,
		issues,
		except: run.id
	})).filter(({ end }) => end.kind !== "over");
	if (stopped.length === 0) return {
		kind: "answered",
		reply: "There is nothing to stop: no run is at work here. One that still waits for its turn shows on the Actions tab alone, and can be cancelled there."
	};
	const refused = stopped.some(({ end }) => end.kind === "refused");
	const reply = paragraphs(...stopped.map((one) => told(one, `${run.repositoryUrl}/actions/runs/${one.run}`)));
	return {
		kind: refused ? "declined" : "answered",
		reply
	};
}
function told({ run, end }, url) {
	const name = link(`run ${run}`, url);
	if (end.kind === "refused") return `Could not stop the ${name}: GitHub answered “${inline(end.reason)}”. Give the job of this workflow \`permissions: actions: write\`, or cancel the run on its page.`;
	return `Stopped the ${name}. Its own comment will say how it ended, and what it had changed by then is kept as a draft.`;
}

// src/pipeline/words/say.ts
const JOBS = {
	abandon,
	accept,
	help,
	stop
};
/** The job of a command that takes no model, no workspace and no status comment; null for every other one. */
function wordJob(command) {
	return JOBS[command] ?? null;
}

// src/trigger/fresh-edits.ts
/** Milliseconds before an event in which an edit may not have been seen by who set it off. */
const WINDOW = 6e5;
/** Accounts that are asked about. */
const ASKED_AT_MOST = 5;
/** Commands of which the text of the issue is the task where they have no words of their own. */
const WORKING = /* @__PURE__ */ new Set([
	"fix",
	"auto",
	"plan"
]);
/**
* Why the title or description is not to be worked by, null when it is: somebody who may not ask for work changed it so
* shortly before that whoever asked may have read another one. The event has the text as it was then, so later edits do
* not matter.
*/
async function refusalOfEdits({ command, instruction, target, event, actor }, { forge, mayAsk }) {
	if (target.kind === "repository" || instruction !== null || event.at === null || !WORKING.has(command)) return null;
	const asked = Date.parse(event.at);
	const fresh = (await forge.editsOf(target.number)).filter(({ at, by }) => {
		const before = asked - Date.parse(at);
		return before >= 0 && before < WINDOW && (by === null || by !== actor?.login);
	});
	if (fresh.length === 0) return null;
	const self = await forge.self();
	const editors = [...new Set(fresh.map(({ by }) => by))].filter((by) => by !== self);
	for (const [at, by] of editors.entries()) {
		if (by !== null && at < ASKED_AT_MOST && await mayAsk(by)) continue;
		const edits = fresh.filter((edit) => edit.by === by);
		return refusal(target.number, edits[0]);
	}
	return null;
}
function refusal(number, edit) {
	const until = edit === void 0 ? "" : new Date(Date.parse(edit.at) + WINDOW).toISOString().slice(0, 16);
	const who = edit?.by === null || edit === void 0 ? "an account that is gone" : "an account without write permission";
	return `The ${edit?.what ?? "text"} of #${number} was changed by ${who} less than ten minutes before this was asked for, so it may not be what was read. Look at it, then ask again after ${until.replace("T", " ")} UTC, or with \`fix\` and your own words.`;
}

// src/trigger/thread.ts
/** Commands that read what was said; the others act on what is there. */
const READERS = /* @__PURE__ */ new Set([
	"fix",
	"auto",
	"plan",
	"review",
	"ask",
	"retry"
]);
/**
* The invocation with the comments around a command that stands on a line of a pull request: its thread up to it, or all
* that its review says on lines. What somebody else changed after the command is not what its author had read.
*/
async function withThread(invocation, forge, review) {
	const { target, commentId, inline } = invocation;
	if (target.kind !== "pull-request" || !READERS.has(invocation.command)) return invocation;
	if (review === void 0 && !inline) return invocation;
	const all = await forge.inlineComments(target.number);
	if (review !== void 0) {
		const comments = all.filter((comment) => comment.review === review);
		return {
			...invocation,
			thread: comments.filter((comment) => isAsRead(comment, invocation)).map(inThread)
		};
	}
	const own = all.find(({ id }) => id === commentId);
	const read = all.filter(({ id, thread }) => thread === own?.thread && id < (commentId ?? 0)).filter((comment) => isAsRead(comment, invocation)).map(inThread);
	return {
		...invocation,
		thread: [...read, ...invocation.thread]
	};
}
function isAsRead({ author, updatedAt }, { actor, event }) {
	return author === actor?.login || event.at === null || Date.parse(updatedAt) <= Date.parse(event.at);
}
function inThread({ path, line, hunk, body, author, association, createdAt }) {
	return {
		path,
		line,
		hunk,
		text: {
			text: body,
			from: {
				what: "inline comment",
				author,
				association,
				at: createdAt
			}
		}
	};
}

// src/trigger/gate.ts
const ENOUGH = /* @__PURE__ */ new Set([
	"admin",
	"maintain",
	"write"
]);
/**
* Lets a trigger through when everybody who set it off may. Runs before anything is installed and before the model's
* key is read. Throws a Failure when the forge cannot tell, so that no error lets anybody in.
*/
async function gate(trigger, forge, allowed) {
	const { invocation } = trigger;
	if (trigger.kind === "tidy") return trigger;
	for (const who of askers(invocation)) {
		const reason = await refusalOf(who, forge, allowed);
		if (reason !== null) return {
			kind: "declined",
			reason,
			said: false,
			invocation
		};
	}
	if (trigger.kind === "declined") return trigger;
	if ((await forge.info()).archived) return {
		kind: "declined",
		reason: "The repository is archived, so nothing can be published. Unarchive it first.",
		said: false,
		invocation
	};
	const mayAsk = async (login) => await refusalOf(askerOf(login), forge, allowed) === null;
	const edits = await refusalOfEdits(invocation, {
		forge,
		mayAsk
	});
	return edits === null ? await reachTarget(trigger, forge) : {
		kind: "declined",
		reason: edits,
		said: true,
		invocation
	};
}
function askers({ actor, rerunBy }) {
	return [actor, rerunBy === null ? null : askerOf(rerunBy)].filter((who) => who !== null);
}
function askerOf(login) {
	return {
		login,
		kind: login.endsWith("[bot]") ? "bot" : "person"
	};
}
/** Bots need to be named: one that writes for strangers would lend them its permission. */
async function refusalOf(who, forge, allowed) {
	if (who.kind === "bot") return includesLogin(allowed.allowedBots, who.login) ? null : `The bot ${who.login} is not among allowed-bots.`;
	if (includesLogin(allowed.allowedUsers, who.login)) return null;
	const permission = await permissionOf(who.login, forge);
	if (ENOUGH.has(permission)) return null;
	return `${who.login} has the permission "${permission}" on ${forge.repository}; write is needed, or a place in allowed-users.`;
}
async function permissionOf(login, forge) {
	try {
		return await forge.permissionOf(login);
	} catch (error) {
		const { message, hint } = asFailure(error);
		throw new Failure("forge", `Could not check the permission of ${login}, so nothing was started: ${message}`, {
			hint,
			cause: error
		});
	}
}
/** Logins are the same to GitHub whatever their case; apart from that only an exact one counts. */
function includesLogin(logins, login) {
	return logins.some((name) => name.toLowerCase() === login.toLowerCase());
}
const UNSEEN = {
	inEvent: null,
	named: null
};
/** Pins a pull request to the commits that it stands at, where the command can work on it, and reads what is around it. */
async function reachTarget({ invocation, review, seen = UNSEEN }, forge) {
	const { command, target, event } = invocation;
	if (target.kind !== "pull-request") return {
		kind: "task",
		invocation
	};
	const pull = await forge.pullRequest(target.number);
	const here = pull.head.repository?.toLowerCase() === forge.repository.toLowerCase();
	const own = asksForAuthor(command) ? await isOwn(pull, forge) : false;
	const state = pull.merged ? "merged" : pull.state;
	const reason = outOfReach(command, {
		kind: "pull-request",
		state,
		here,
		own,
		byEvent: event.name === "pull_request"
	}) ?? await refusalOfHead(invocation, pull, {
		seen,
		forge
	});
	if (reason !== null) return {
		kind: "declined",
		reason,
		said: true,
		invocation
	};
	const { head, base } = pull;
	const snapshot = {
		head: {
			branch: head.branch,
			sha: head.sha
		},
		base,
		here
	};
	const pinned = {
		...invocation,
		target: {
			...target,
			snapshot
		}
	};
	return {
		kind: "task",
		invocation: await withThread(pinned, forge, review)
	};
}
/** With the token of a person, their own pull requests have the bot's author, and not its marker. */
async function isOwn({ author, body }, forge) {
	return body.startsWith("<!-- patchwright:") && author === await forge.self();
}

export { openReviewState as a, authorityOver as c, closeReviewState as i, wordJob as n, readReviewState as o, told$1 as r, sealOfReviews as s, gate as t };