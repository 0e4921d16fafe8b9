import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, ar as string, qn as object, tr as record, xn as int } from "./zod.js";
import { n as RUN_ENDS } from "./ledger-spending.js";
import { t as stateText } from "./text-state-text.js";
import { n as readMarker } from "./publish-marker.js";
import { i as signText, t as isSignedWith } from "./text-sealed.js";
import { n as ObjectId, t as InvocationSchema } from "./pipeline-killed-saved-invocation.js";
import { a as OUTCOMES, r as FindingSchema, u as words } from "./pipeline-kept-saved-parts.js";
import { t as EntrySchema } from "./pipeline-kept-saved-entry.js";
import { createHash } from "node:crypto";

// src/publish/status-comments.ts
/** Milliseconds after which a run whose state the forge does not tell is taken to be over. */
const MAX_AGE = 36e5;
/** All status comments of an issue or pull request that the bot wrote, in the forge's order. */
async function statusCommentsOf(forge, issue) {
	return (await ownComments(forge, issue)).flatMap(({ comment, marker }) => marker.kind === "status" && marker.target === issue ? [{
		comment,
		marker
	}] : []);
}
/** Every comment that the bot wrote there itself and marked. */
async function ownComments(forge, issue) {
	const comments = await forge.comments(issue);
	const self = await forge.self();
	return comments.flatMap((comment) => {
		const marker = comment.author === self ? readMarker(comment.body) : null;
		return marker === null ? [] : [{
			comment,
			marker
		}];
	});
}
/** The same by when they were written, the last first. */
function newestFirst(marked) {
	return marked.toSorted((left, right) => Date.parse(right.marker.updatedAt) - Date.parse(left.marker.updatedAt));
}
/** Whether the run that a status comment belongs to is at work still. */
async function isAtWork({ marker }, { forge, now, maxAge = MAX_AGE }) {
	if (marker.state === "ended") return false;
	return await forge.runIsActive(marker.run) ?? now() - Date.parse(marker.updatedAt) < maxAge;
}

// src/pipeline/kept/digests.ts
/** Digest of a plan, by which the one that people saw is known again. */
function digestOfPlan(plan) {
	return digest(plan);
}
/** Digest of what a task asks; what code finds out about it, and what work on it changes, is not part of it. */
function digestOfTask({ title, requiredChanges }) {
	return digest([title, requiredChanges]);
}
/** Model keys make the secret with which a run signs its state: whoever may only push does not have them. */
function secretOf(keys) {
	const given = keys.filter((key) => key !== null).toSorted();
	return given.length === 0 ? null : digest(given);
}
function digest(data) {
	return createHash("sha256").update(JSON.stringify(data)).digest("hex");
}

// src/pipeline/kept/saved-state.ts
const text = string();
const texts = array(text);
const count = int().nonnegative();
const SpentRunSchema = object({
	run: count,
	attempt: count.exactOptional(),
	at: count,
	ended: _enum(RUN_ENDS),
	tokens: count,
	cost: number().nonnegative(),
	unpriced: boolean(),
	estimated: count
});
const Schema = object({
	version: literal(1),
	repository: text,
	branch: text,
	run: object({
		id: count,
		attempt: count
	}),
	ended: words(OUTCOMES).nullable(),
	invocation: InvocationSchema,
	fork: ObjectId,
	head: ObjectId.nullable(),
	task: text,
	journal: array(EntrySchema),
	before: array(FindingSchema),
	numbers: record(string(), count).default({}),
	findings: array(FindingSchema),
	earlier: array(object({
		run: count,
		outcome: words({
			...OUTCOMES,
			"cut-off": "cut-off"
		}),
		hint: text,
		tried: texts,
		summary: text
	})),
	spent: array(SpentRunSchema)
});
const Envelope = object({
	state: text,
	signature: text.nullable()
});
/** Null for what cannot be read. The secret is that of the model keys, which whoever may push does not have. */
function openState(stored, secret) {
	try {
		const envelope = Envelope.parse(JSON.parse(stored));
		return {
			state: Schema.parse(JSON.parse(envelope.state)),
			signed: secret !== null && envelope.signature !== null && isSignedWith(envelope.signature, envelope.state, {
				secret,
				purpose: PURPOSE
			})
		};
	} catch {
		return null;
	}
}
function closeState(state, secret) {
	const inner = JSON.stringify(Schema.parse(state));
	const signature = secret === null ? null : signText(inner, {
		secret,
		purpose: PURPOSE
	});
	return stateText({
		state: inner,
		signature
	});
}
const PURPOSE = "state of a run";

export { secretOf as a, ownComments as c, digestOfTask as i, statusCommentsOf as l, openState as n, isAtWork as o, digestOfPlan as r, newestFirst as s, closeState as t };