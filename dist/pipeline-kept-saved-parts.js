import { Gt as array, Kn as number, Rt as _enum, Yt as boolean, ar as string, qn as object, xn as int } from "./zod.js";
import { t as ROLES } from "./agent-agent.js";
import { t as SEVERITIES } from "./finding.js";
import { m as standing } from "./text-sinks.js";
import { n as ObjectId } from "./pipeline-killed-saved-invocation.js";

// src/pipeline/kept/saved-parts.ts
/** The words of a union: one that is missing here, or too many, is an error of types. */
const words = (all) => _enum(all);
/** How a run may have ended, in the form that `words` takes. */
const OUTCOMES = {
	published: "published",
	"no-changes": "no-changes",
	answered: "answered",
	planned: "planned",
	declined: "declined",
	"needs-human": "needs-human",
	failed: "failed"
};
const text = string();
const head = object({
	branch: text,
	sha: ObjectId
});
const count = int().nonnegative();
const amount = number().nonnegative();
const texts = array(text);
const PlaceSchema = object({
	branch: text,
	head: ObjectId.nullable(),
	base: text,
	pullRequest: object({
		number: count,
		url: text,
		nodeId: text,
		state: _enum(["open", "closed"]),
		merged: boolean(),
		draft: boolean(),
		title: text,
		body: text.transform(standing),
		author: text,
		head: head.extend({ repository: text.nullable() }),
		base: head
	}).nullable()
});
const CheckSchema = object({
	name: text,
	command: text,
	source: text
});
const SnapshotSchema = object({
	tree: ObjectId,
	leftOut: array(object({
		path: text,
		because: words({
			repository: "repository",
			"git-name": "git-name",
			"not-utf-8": "not-utf-8",
			"unsafe-name": "unsafe-name",
			moved: "moved",
			"too-large": "too-large",
			unreadable: "unreadable",
			"inside-submodule": "inside-submodule"
		})
	}))
});
const StepSchema = object({
	text,
	state: words({
		done: "done",
		doing: "doing",
		todo: "todo",
		failed: "failed"
	})
});
const RoundSchema = object({
	number: count,
	coderSession: text,
	reviewerSession: text.nullable(),
	reviewed: boolean(),
	tree: text,
	filesChanged: count,
	verdict: words({
		pass: "pass",
		"pass-with-notes": "pass-with-notes",
		fail: "fail",
		inconclusive: "inconclusive"
	}),
	openFindings: texts,
	resolvedFindings: texts,
	brokenChecks: texts,
	pivoted: boolean(),
	seconds: amount
});
const resolution = words({
	open: "open",
	resolved: "resolved",
	"partially-resolved": "partially-resolved",
	"not-addressed": "not-addressed",
	disputed: "disputed"
});
const FindingSchema = object({
	id: text,
	source: words({
		review: "review",
		check: "check",
		advice: "advice",
		merge: "merge",
		step: "step"
	}),
	severity: _enum(SEVERITIES),
	category: text,
	path: text.nullable(),
	line: number().nullable(),
	problem: text,
	evidence: text,
	suggestion: text,
	confidence: _enum([
		"high",
		"medium",
		"low"
	]),
	round: count,
	resolution,
	history: array(object({
		round: count,
		resolution,
		evidence: text
	}))
});
const AcceptanceSchema = object({
	item: text,
	status: _enum([
		"verified",
		"not-verified",
		"not-verifiable"
	]),
	evidence: text
});
const LedgerRowSchema = object({
	phase: words({
		implement: "implement",
		review: "review",
		fix: "fix",
		advise: "advise",
		plan: "plan",
		search: "search",
		answer: "answer",
		outside: "outside"
	}),
	role: _enum(ROLES),
	model: text,
	round: count,
	requests: count,
	estimated: count,
	tokens: object({
		input: amount,
		output: amount,
		reasoning: amount,
		cacheRead: amount,
		cacheWrite: amount
	}),
	cost: amount.nullable()
});

export { OUTCOMES as a, SnapshotSchema as c, LedgerRowSchema as i, StepSchema as l, CheckSchema as n, PlaceSchema as o, FindingSchema as r, RoundSchema as s, AcceptanceSchema as t, words as u };