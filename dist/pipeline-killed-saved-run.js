import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, ar as string, qn as object, sn as discriminatedUnion, xn as int } from "./zod.js";
import { t as SEVERITIES } from "./finding.js";
import { t as COMMANDS } from "./trigger-trigger.js";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

// src/text/sealed.ts
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A text that nobody can read or make up who lacks the secret. */
function sealText(text, seal) {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, keyOf(seal), nonce);
	const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
	return Buffer.concat([
		nonce,
		cipher.getAuthTag(),
		body
	]);
}
/** The text again; null for whatever was not sealed so, or was altered. */
function openSealed(sealed, seal) {
	const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, 28)];
	if (tag.length < TAG_BYTES) return null;
	const decipher = createDecipheriv(CIPHER, keyOf(seal), nonce, { authTagLength: TAG_BYTES });
	decipher.setAuthTag(tag);
	try {
		return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString();
	} catch {
		return null;
	}
}
/** A mark that nobody can make who lacks the secret, for a text that everybody may read. */
function signText(text, seal) {
	return createHmac("sha256", keyOf(seal)).update(text).digest("hex");
}
function isSignedWith(signature, text, seal) {
	const [given, right] = [Buffer.from(signature), Buffer.from(signText(text, seal))];
	return given.length === right.length && timingSafeEqual(given, right);
}
function keyOf({ secret, purpose }) {
	return new Uint8Array(hkdfSync("sha256", secret, "", `patchwright ${purpose}`, 32));
}

// src/pipeline/killed/saved-invocation.ts
const text$1 = string();
const texts$1 = array(text$1);
const count$1 = int().nonnegative();
const amount$1 = number().nonnegative();
/** A commit or a tree. */
const ObjectId = string().regex(/^[0-9a-f]{40,64}$/);
const from = {
	what: text$1,
	author: text$1.nullable(),
	association: text$1.nullable().exactOptional(),
	at: text$1.nullable()
};
const untrusted = object({
	text: text$1,
	from: object(from)
});
const head$1 = object({
	branch: text$1,
	sha: ObjectId
});
const about = {
	number: count$1,
	title: untrusted,
	body: untrusted,
	url: text$1
};
const target = discriminatedUnion("kind", [
	object({
		kind: literal("issue"),
		...about
	}),
	object({
		kind: literal("pull-request"),
		...about,
		snapshot: object({
			head: head$1,
			base: head$1,
			here: boolean()
		}).nullable()
	}),
	object({
		kind: literal("repository"),
		name: text$1
	})
]);
const InvocationSchema = object({
	command: _enum(COMMANDS),
	instruction: untrusted.nullable(),
	options: object({
		model: text$1.exactOptional(),
		maxFixRounds: count$1.exactOptional(),
		maxCost: amount$1.exactOptional(),
		plan: object({
			file: text$1,
			feature: text$1.nullable()
		}).exactOptional(),
		checks: texts$1.exactOptional()
	}),
	target,
	actor: object({
		login: text$1,
		id: count$1,
		kind: _enum(["person", "bot"])
	}).nullable(),
	rerunBy: text$1.nullable(),
	commentId: count$1.nullable(),
	inline: boolean(),
	thread: array(object({
		path: text$1,
		line: count$1.nullable(),
		hunk: text$1,
		text: untrusted
	})),
	event: object({
		name: text$1,
		action: text$1.nullable(),
		at: text$1.nullable()
	})
});

// src/pipeline/kept/saved-parts.ts
/** The words of a union: one that is missing here, or too many, is an error of types. */
const words = (all) => _enum(all);
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
		body: text,
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
	role: words({
		planner: "planner",
		searcher: "searcher",
		coder: "coder",
		reviewer: "reviewer",
		advisor: "advisor"
	}),
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

// src/pipeline/killed/saved-run.ts
const STORY = {
	startedAt: number(),
	maxFixRounds: number(),
	round: number(),
	steps: array(StepSchema),
	agent: string().nullable(),
	title: string(),
	summary: string(),
	taskFile: string().nullable(),
	rounds: array(RoundSchema),
	findings: array(FindingSchema),
	acceptance: array(AcceptanceSchema),
	scope: array(string()),
	ledger: array(LedgerRowSchema),
	budget: object({
		cost: number(),
		tokens: number(),
		requests: number()
	}).nullable(),
	confinement: string(),
	notes: array(string())
};
const Settings = object({
	scope: array(string()),
	protectedPaths: array(string()).nullable(),
	maxChangedFiles: number(),
	maxChangedBytes: number(),
	draft: _enum([
		"auto",
		"always",
		"never"
	]),
	labels: array(string())
});
const Schema = object({
	version: literal(1),
	invocation: InvocationSchema,
	story: object(STORY),
	work: object({
		settings: Settings,
		place: PlaceSchema,
		origin: ObjectId,
		unfinished: boolean(),
		modesAsked: boolean(),
		checks: array(CheckSchema),
		baseline: ObjectId,
		marked: SnapshotSchema,
		steps: array(object({
			id: string().regex(/^[\w-]+$/),
			start: ObjectId,
			marked: SnapshotSchema
		})),
		programs: object({
			git: string(),
			cp: string()
		})
	}).nullable()
});
/**
* Writes it into the run's directory. An agent that is not confined may write there too, and this says which branch is to
* be written to: it is sealed with the token and for this directory, so that nobody else's is ever read.
*/
async function saveRun(saved, safe) {
	const file = fileOf(safe);
	const sealed = sealText(JSON.stringify(Schema.parse(saved)), sealOf(safe));
	await writeFile(`${file}.new`, sealed, { mode: 384 });
	await rename(`${file}.new`, file);
}
/** Null when nothing was saved, when the run is over, and for what the run did not write. */
async function readSavedRun(safe) {
	const sealed = await readFile(fileOf(safe)).catch(() => null);
	const text = sealed === null ? null : openSealed(sealed, sealOf(safe));
	return text === null ? null : Schema.parse(JSON.parse(text));
}
/** The run is over, and nobody is to end it again. */
async function forgetRun(safe) {
	await rm(fileOf(safe), { force: true });
}
function fileOf({ run }) {
	return join(run.root, "saved-run");
}
function sealOf({ run, githubToken }) {
	return {
		secret: githubToken,
		purpose: `saved run in ${run.root}`
	};
}

export { FindingSchema as a, ObjectId as c, AcceptanceSchema as i, isSignedWith as l, readSavedRun as n, words as o, saveRun as r, InvocationSchema as s, forgetRun as t, signText as u };