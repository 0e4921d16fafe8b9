import { n as RUN_ENDS } from "./ledger-spending.js";
import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, ar as string, qn as object, s as datetime, sn as discriminatedUnion, xn as int } from "./zod.js";
import { n as MARKER_START, t as MARKER_END } from "./text-marker-start.js";
import { v as withMarker } from "./text-sinks.js";

// src/publish/marker.ts
const amount = number().nonnegative();
/** Milliseconds that a date can have. */
const moment = int().nonnegative().max(864e13);
const spent = {
	tokens: int().nonnegative(),
	cost: amount,
	unpriced: boolean(),
	estimated: int().nonnegative()
};
/** What the runs so far used. Where it cannot be read, the rest of the marker still counts. */
const Spending = object({
	runs: array(object({
		run: int(),
		attempt: int().positive().exactOptional(),
		at: moment,
		ended: _enum(RUN_ENDS),
		...spent
	})).readonly(),
	older: object({
		runs: int().positive(),
		until: moment,
		...spent
	}).nullable(),
	whole: boolean()
});
const Marker = discriminatedUnion("kind", [
	object({
		v: literal(1),
		kind: literal("status"),
		target: int().positive(),
		run: int(),
		state: _enum(["working", "ended"]),
		updatedAt: datetime(),
		/** The plan that it shows and that waits for approval: its digest, and when it was shown first. */
		plan: object({
			digest: string(),
			at: datetime()
		}).optional().catch(void 0),
		/** Of the runs on one branch. */
		spending: object({
			branch: string(),
			known: Spending
		}).optional().catch(void 0)
	}),
	object({
		v: literal(1),
		kind: literal("answer"),
		target: int().positive(),
		run: int(),
		state: _enum(["working", "ended"])
	}),
	object({
		v: literal(1),
		kind: literal("pull-request"),
		branch: string(),
		spending: Spending.optional().catch(void 0),
		/** Who took it with what was open then; the next run that works on it starts anew. */
		accepted: object({
			by: string(),
			id: int().exactOptional(),
			at: datetime(),
			head: string().exactOptional()
		}).optional().catch(void 0),
		/** Contents that the guard held back and somebody took as they were. */
		paths: array(object({
			path: string(),
			digest: string(),
			by: string(),
			id: int(),
			at: datetime()
		})).optional().catch(void 0)
	}),
	object({
		v: literal(1),
		kind: literal("review"),
		id: string()
	}),
	object({
		v: literal(1),
		kind: literal("reply")
	})
]);
/**
* Puts the marker before the text. It counts only there: further down may stand what somebody else wrote, a marker of
* their making included.
*/
function mark(marker, text) {
	return withMarker(marker, text);
}
function statusMarker(given) {
	const { issue: target, runId: run, state, spending = null, plan = null } = given;
	return {
		v: 1,
		kind: "status",
		target,
		run,
		state,
		updatedAt: new Date(given.now).toISOString(),
		...plan === null ? {} : { plan },
		...spending === null ? {} : { spending }
	};
}
/** The marker that a text begins with. Believe it only of a text whose author is the bot itself. */
function readMarker(text) {
	if (!text.startsWith("<!-- patchwright:")) return null;
	const end = text.indexOf(MARKER_END);
	if (end < 0) return null;
	try {
		return Marker.safeParse(JSON.parse(text.slice("<!-- patchwright:".length, end))).data ?? null;
	} catch {
		return null;
	}
}

export { readMarker as n, statusMarker as r, mark as t };