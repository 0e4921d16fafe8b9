import { n as Failure } from "./failure2.js";
import { Gt as array, Nn as literal, Rt as _enum, ar as string, ir as strictObject, sn as discriminatedUnion, xn as int } from "./zod.js";

// src/hand-over/manifest.ts
/** What crosses between two jobs is bounded before it is parsed; the guard's own limits come later and are tighter. */
const LIMITS = {
	manifest: 4194304,
	record: 8388608,
	files: 5e3,
	/** All contents together. */
	contents: 134217728
};
const MANIFEST_FILE = "manifest.json";
const RECORD_FILE = "record.json";
const BLOBS = "blobs";
/** Names of the files that a hand-over may have. */
const HANDED_NAME = /^(?:manifest\.json|record\.json|blobs\/[0-9a-f]{64})$/;
const ObjectId = string().regex(/^[0-9a-f]{40}$/);
const Digest = string().regex(/^[0-9a-f]{64}$/);
const text = string().max(4096);
const Manifest = strictObject({
	version: literal(1),
	repository: text,
	/** The workflow run, whose jobs hand over to each other. */
	run: int().nonnegative(),
	base: ObjectId,
	tree: ObjectId,
	files: array(discriminatedUnion("status", [strictObject({
		status: _enum(["added", "modified"]),
		path: text,
		/** Looked at with the path, so that what is wrong with it has a rule's name. */
		mode: text,
		size: int().nonnegative(),
		sha256: Digest
	}), strictObject({
		status: literal("deleted"),
		path: text
	})])),
	heldBack: array(strictObject({
		path: text,
		rule: text,
		reason: text
	}))
});
const ManifestSchema = Manifest;

// src/hand-over/refusal.ts
/** A hand-over that is not believed; nothing of it is used. */
function refused(rule, what, cause) {
	return new Failure("bad-input", `The hand-over was refused by the rule \`${rule}\`: ${what}`, {
		hint: "Nothing of it was used. See what the agent’s job says, and run again.",
		cause
	});
}

export { MANIFEST_FILE as a, LIMITS as i, BLOBS as n, ManifestSchema as o, HANDED_NAME as r, RECORD_FILE as s, refused as t };