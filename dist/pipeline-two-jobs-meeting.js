import { n as Failure, r as asFailure } from "./failure2.js";
import { Kt as base64, Nn as literal, ar as string, ir as strictObject, tr as record } from "./zod.js";
import { i as LIMITS, r as HANDED_NAME, t as refused } from "./hand-over-refusal.js";
import { n as readPlainFile, t as listPlainFiles } from "./hand-over-plain-files.js";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/forge/read-only.ts
/** A forge on which nothing can be written, whatever the token allows: for jobs that only read. */
function readOnly(forge) {
	const refuse = () => Promise.reject(new Failure("forge", "This job reads and writes nothing on the forge.", { hint: "The publishing job writes." }));
	return {
		...forge,
		createComment: refuse,
		updateComment: refuse,
		deleteComment: refuse,
		react: refuse,
		unreact: refuse,
		removeLabel: refuse,
		addLabels: refuse,
		createReview: refuse,
		createBlob: refuse,
		createTree: refuse,
		createCommit: refuse,
		createBranch: refuse,
		moveRef: refuse,
		deleteRef: refuse,
		createFolder: refuse,
		moveBranch: refuse,
		createPullRequest: refuse,
		updatePullRequest: refuse,
		setDraft: refuse,
		requestReview: refuse,
		closePullRequest: refuse,
		deleteBranch: refuse,
		cancelRun: refuse
	};
}

// src/hand-over/pack.ts
/** Base64 is a third longer, and names and quotes come to it. */
const LARGEST_PACK = Math.ceil((LIMITS.contents + LIMITS.manifest + LIMITS.record) * 1.4);
const Pack = strictObject({
	version: literal(1),
	files: record(string().regex(HANDED_NAME), base64())
});
/**
* A hand-over as one file. An archive would be unpacked by a library, whole, before anything in it could be bounded or
* refused; here the names are few and known, and all of it is read at once or not at all.
*/
async function packHandOver(directory, file) {
	const files = {};
	for (const name of await listPlainFiles(directory, LIMITS.files + 2)) files[name] = Buffer.from(await readPlainFile(directory, name, LIMITS.contents)).toString("base64");
	await writeFile(file, JSON.stringify({
		version: 1,
		files
	}));
}
/** The other way round, into a directory that is not there yet. */
async function unpackHandOver(file, directory) {
	const { size } = await stat(file);
	if (size > LARGEST_PACK) throw refused("too-large", `it has ${size} bytes.`);
	const files = parsePack(await readPlainFile(dirname(file), file.slice(dirname(file).length + 1), LARGEST_PACK));
	await mkdir(join(directory, "blobs"), { recursive: true });
	for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), Buffer.from(content, "base64"), { flag: "wx" });
}
function parsePack(bytes) {
	try {
		return Pack.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))).files;
	} catch (cause) {
		throw refused("malformed", "it is no packed hand-over.", cause);
	}
}

// src/hand-over/artifact.ts
const NAME = "patchwright-hand-over";
/** Leaves a hand-over with the workflow run. Each attempt of a run has its own. */
async function uploadHandOver(directory, given) {
	const file = join(given.temp, `${nameOf(given.attempt)}.json`);
	await packHandOver(directory, file);
	const { DefaultArtifactClient } = await import("./actions-artifact.js");
	try {
		await new DefaultArtifactClient().uploadArtifact(nameOf(given.attempt), [file], given.temp, {
			skipArchive: true,
			retentionDays: 7
		});
	} catch (cause) {
		throw new Failure("forge", `The hand-over could not be uploaded: ${asFailure(cause).message}`, {
			hint: "The change is in the run record of this job. Run again.",
			cause
		});
	}
}
/** Fetches what the agent's job of this attempt left, or of the last attempt that had one; the directory that it is in. */
async function downloadHandOver(given) {
	const { DefaultArtifactClient } = await import("./actions-artifact.js");
	const client = new DefaultArtifactClient();
	const { artifacts } = await client.listArtifacts({ latest: true });
	const found = Array.from({ length: given.attempt }, (_, at) => `${nameOf(given.attempt - at)}.json`).flatMap((name) => artifacts.filter((artifact) => artifact.name === name))[0];
	if (found === void 0) throw refused("missing", "the workflow run has no artifact of that name.");
	if (found.size > 2 * LIMITS.contents) throw refused("too-large", `the artifact has ${found.size} bytes.`);
	const raw = join(given.temp, "received-file");
	await mkdir(raw);
	await client.downloadArtifact(found.id, {
		path: raw,
		skipDecompress: true
	});
	const [name, ...more] = await readdir(raw);
	if (name === void 0 || more.length > 0) throw refused("malformed", "the artifact is not one file.");
	const directory = join(given.temp, "received");
	await unpackHandOver(join(raw, name), directory);
	return directory;
}
function nameOf(attempt) {
	return `${NAME}-${attempt}`;
}

// src/pipeline/two-jobs/leavings.ts
function createLeftWork(directory) {
	return {
		directory,
		state: { text: null },
		judged: { claim: null }
	};
}

// src/pipeline/two-jobs/meeting.ts
/** Where the jobs of a workflow meet: a directory that both were told, else an artifact of the workflow run. */
function meetingOf(mode, { inputs, run, forge }) {
	const given = inputs["hand-over"];
	switch (mode) {
		case "all":
		case "gate": return { forge };
		case "agent": return {
			forge: readOnly(forge),
			leaves: createLeftWork(given === "" ? join(run.record, "change") : resolve(given))
		};
		case "verify": return {
			forge: readOnly(forge),
			received: () => find(given, run)
		};
		case "publish": return {
			forge,
			received: () => find(given, run)
		};
	}
}
async function find(given, { root, attempt }) {
	if (given !== "") return resolve(given);
	const temp = join(root, "work", "handed");
	await mkdir(temp, { recursive: true });
	return await downloadHandOver({
		attempt,
		temp
	});
}
/** Sends what was left to where the next job looks for it; its directory, null where nothing is left. */
async function sendOff({ leaves, inputs, run }) {
	if (leaves === void 0) return null;
	if (inputs["hand-over"] === "") {
		const temp = join(run.root, "work", "sent");
		await mkdir(temp, { recursive: true });
		await uploadHandOver(leaves.directory, {
			attempt: run.attempt,
			temp
		});
	}
	return leaves.directory;
}

export { sendOff as n, meetingOf as t };