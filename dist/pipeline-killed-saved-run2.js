import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, ar as string, qn as object } from "./zod.js";
import { n as openSealed, r as sealText } from "./text-sealed.js";
import { c as SnapshotSchema, i as LedgerRowSchema, l as StepSchema, n as CheckSchema, o as PlaceSchema, r as FindingSchema, s as RoundSchema, t as AcceptanceSchema } from "./pipeline-kept-saved-parts.js";
import { n as ObjectId, t as InvocationSchema } from "./pipeline-killed-saved-invocation.js";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

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
	setup: object({
		text: string(),
		source: string()
	}).nullable(),
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

export { readSavedRun as n, saveRun as r, forgetRun as t };