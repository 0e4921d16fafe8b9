import { r as asFailure, t as FAILURE_CATEGORIES } from "./failure2.js";
import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, ar as string, qn as object, xn as int } from "./zod.js";
import { a as MANIFEST_FILE, i as LIMITS, n as BLOBS, s as RECORD_FILE, t as refused } from "./hand-over-refusal.js";
import { r as redactAll } from "./text-redact.js";
import { u as logLine } from "./text-sinks.js";
import { t as findMisfits } from "./guard-final-tree.js";
import { n as PlanSchema } from "./pipeline-kept-saved-entry.js";
import { a as OUTCOMES, i as LedgerRowSchema, l as StepSchema, n as CheckSchema, r as FindingSchema, s as RoundSchema, t as AcceptanceSchema, u as words } from "./pipeline-kept-saved-parts.js";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/hand-over/write-hand-over.ts
/** Writes the manifest and the contents into a directory; what stood there of an earlier try is gone. */
async function writeChange(directory, { of, base, tree, files, heldBack, read }) {
	await rm(join(directory, BLOBS), {
		recursive: true,
		force: true
	});
	await mkdir(join(directory, BLOBS), { recursive: true });
	const entries = [];
	for (const file of files) {
		const { path, status } = file;
		if (status === "deleted") {
			entries.push({
				status,
				path
			});
			continue;
		}
		const { mode, size, sha256 } = file;
		await writeFile(join(directory, BLOBS, sha256), await read(file.blob));
		entries.push({
			status,
			path,
			mode,
			size,
			sha256
		});
	}
	const manifest = {
		version: 1,
		...of,
		base,
		tree,
		files: entries,
		heldBack: [...heldBack]
	};
	await writeJson(directory, MANIFEST_FILE, manifest);
}
/** Writes what is told of the run, which was redacted before. */
async function writeRecord(directory, record) {
	await mkdir(directory, { recursive: true });
	await writeJson(directory, RECORD_FILE, record);
}
async function writeJson(directory, name, data) {
	await writeFile(join(directory, name), `${JSON.stringify(data, null, 1)}\n`);
}

// src/pipeline/two-jobs/handed-files.ts
/**
* What goes along: what may be published, and what a person may accept, which the publishing job's guard holds back by
* itself and keeps for that. Only what has content was searched for credentials; everything else is named and stays here.
*/
function divide({ files: all }, { change, heldBack }, base) {
	const acceptable = new Set(heldBack.flatMap(({ path, content }) => content === null ? [] : [path]));
	const offered = all.filter(({ path }) => acceptable.has(path));
	const files = bounded(change.files, placed(change.files, offered, base));
	const along = new Set(files.map(({ path }) => path));
	return {
		files,
		heldBack: heldBack.filter(({ path }) => !along.has(path))
	};
}
/** What stays here may leave others without a place in the tree that is handed over, which no job could then make. */
function placed(passed, offered, base) {
	const misfits = findMisfits([...passed, ...offered], base).filter(({ rule }) => rule !== "name-collision");
	const unplaced = new Set(misfits.map(({ file }) => file.path));
	const rest = offered.filter(({ path }) => !unplaced.has(path));
	return rest.length === offered.length ? offered : placed(passed, rest, base);
}
/** What may be published goes first: a hand-over that is too large is refused as a whole. */
function bounded(passed, offered) {
	const files = [...passed, ...offered];
	const bytes = files.reduce((sum, file) => sum + (file.status === "deleted" ? 0 : file.size), 0);
	return files.length > LIMITS.files || bytes > LIMITS.contents ? passed : files;
}

// src/pipeline/two-jobs/comparisons.ts
const text$1 = string();
const status = _enum([
	"passed",
	"failed",
	"not-run"
]);
const result = object({
	check: CheckSchema,
	status,
	exitCode: int().nullable(),
	seconds: number().nonnegative(),
	reason: text$1.nullable(),
	cutShort: boolean().exactOptional(),
	tail: text$1.max(65536)
});
/** Checks before and after the work, as they go from job to job. */
const ComparisonsSchema = array(object({
	check: CheckSchema,
	before: result,
	after: result,
	effect: words({
		passes: "passes",
		fixed: "fixed",
		"still-fails": "still-fails",
		broken: "broken",
		"not-run": "not-run"
	})
}));

// src/pipeline/two-jobs/handed-record.ts
const text = string();
const texts = array(text);
const count = int().nonnegative();
const amount = number().nonnegative();
const verdict = words({
	pass: "pass",
	"pass-with-notes": "pass-with-notes",
	fail: "fail",
	inconclusive: "inconclusive"
});
const stepReport = object({
	id: text,
	title: text,
	state: _enum([
		"waiting",
		"working",
		"done",
		"open",
		"failed",
		"skipped"
	]),
	reason: text.nullable(),
	rounds: array(RoundSchema),
	left: text.nullable()
});
const tokens = object({
	input: amount,
	output: amount,
	reasoning: amount,
	cacheRead: amount,
	cacheWrite: amount
});
const total = object({
	requests: count,
	estimated: count,
	tokens,
	cost: amount.nullable()
});
const price = object({
	input: amount,
	output: amount,
	cacheRead: amount,
	cacheWrite: amount
});
const model = object({
	name: text,
	sentAs: text,
	dearer: boolean(),
	sees: boolean(),
	price: price.nullable(),
	longPrices: array(object({
		above: amount,
		price
	})),
	context: amount.nullable(),
	maxOutput: amount.nullable()
});
/** Every part of the story that only the agent's job can tell. */
const STORY = {
	outcome: words(OUTCOMES).nullable(),
	startedAt: amount,
	round: count,
	maxFixRounds: count,
	steps: array(StepSchema),
	agent: text.nullable(),
	title: text,
	summary: text,
	reason: text.nullable(),
	question: text.nullable(),
	taskFile: text.nullable(),
	plan: PlanSchema.nullable(),
	stepReports: array(stepReport),
	setup: object({
		commands: texts,
		source: text
	}).nullable(),
	checks: ComparisonsSchema,
	rounds: array(RoundSchema),
	findings: array(FindingSchema),
	acceptance: array(AcceptanceSchema),
	advice: array(object({
		session: text,
		voidBecause: text.nullable(),
		summary: text,
		findings: texts
	})),
	verdict: verdict.nullable(),
	ledger: array(LedgerRowSchema),
	claimed: total.nullable(),
	judgeModel: model.nullable(),
	budget: object({
		cost: amount,
		tokens: amount,
		requests: amount
	}).nullable(),
	confinement: text,
	notes: texts,
	failure: object({
		category: _enum(FAILURE_CATEGORIES),
		message: text,
		hint: text
	}).nullable()
};
const Schema = object({
	version: literal(1),
	told: object(STORY),
	judged: object({
		round: count.nullable(),
		thisTree: boolean(),
		verdict: verdict.nullable(),
		review: object({
			reviewed: boolean(),
			voidBecause: text.nullable()
		}).nullable(),
		endedBy: text.nullable(),
		failure: object({
			code: _enum(FAILURE_CATEGORIES),
			message: text,
			hint: text
		}).nullable(),
		unfinished: boolean(),
		modesAsked: boolean(),
		definitionsTouched: texts
	}).nullable(),
	state: text.nullable()
});
/** A run's state has more than goes along. */
function recordOf(state, { judged, state: kept }) {
	return Schema.parse({
		version: 1,
		told: state,
		judged: judged.claim,
		state: kept.text
	});
}
function parseRecord(json) {
	const parsed = Schema.safeParse(json);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw refused("malformed", `record.json: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
}

// src/pipeline/two-jobs/left-work.ts
/** Instead of publishing: the change goes to where the publishing job finds it. Ends the story as far as this job can. */
async function leaveWork(site, handOver, { deps, story }) {
	const { leaves } = deps;
	const { change, guarded, worked } = handOver;
	if (leaves === void 0) throw new TypeError("There is nowhere to leave the work.");
	const { last, failure, endedBy } = worked;
	const { workspace } = site;
	const divided = divide(change, guarded, await workspace.files(change.base));
	const tree = await workspace.treeWith(change.base, divided.files);
	const files = await workspace.changes(change.base, tree);
	leaves.judged.claim = {
		round: last?.round ?? null,
		thisTree: last?.tree === change.tree,
		verdict: last?.verdict ?? null,
		review: claimOf(last?.review ?? null),
		endedBy,
		failure: failure === null ? null : {
			code: failure.code,
			message: failure.message,
			hint: failure.hint
		},
		unfinished: site.unfinished,
		modesAsked: site.modesAsked,
		definitionsTouched: handOver.definitionsTouched
	};
	await writeChange(leaves.directory, {
		of: {
			repository: deps.forge.repository,
			run: deps.run.id
		},
		base: change.base,
		tree,
		files,
		heldBack: divided.heldBack.map(({ path, rule, reason }) => redactAll({
			path,
			rule,
			reason
		}, deps.redact)),
		read: workspace.read
	});
	story.update({ outcome: outcomeOf(handOver) });
	if (failure !== null) story.fail(failure);
}
function claimOf(review) {
	return review === null ? null : {
		reviewed: review.reviewed,
		voidBecause: review.voidBecause
	};
}
/** As far as it can be told before anything is published. */
function outcomeOf({ worked, guarded, change }) {
	if (change.files.length === 0 && change.leftOut.length === 0) return "no-changes";
	return (worked.last?.verdict === "pass" || worked.last?.verdict === "pass-with-notes") && guarded.heldBack.length === 0 ? "published" : "needs-human";
}
/** What is told of the run goes along, however it ended. */
async function leaveRecord({ deps, story }) {
	const { leaves } = deps;
	if (leaves === void 0) return;
	try {
		const record = recordOf(story.state(), leaves);
		await writeRecord(leaves.directory, redactAll(record, deps.redact));
		deps.log(logLine(`Left for the publishing job: ${leaves.directory}`));
	} catch (error) {
		deps.log(logLine(`Nothing could be left for the publishing job: ${asFailure(error).message}`));
	}
}

export { ComparisonsSchema as i, leaveWork as n, parseRecord as r, leaveRecord as t };