import { t as renderLogEnding } from "./report-log.js";
import { n as RECORD_FILE } from "./report-outputs.js";
import { a as renderRecord, n as enter } from "./pipeline-told-replies.js";
import { F as redactRun } from "./ledger-spending.js";
import { t as leaveRecord } from "./pipeline-two-jobs-left-work.js";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/pipeline/two-jobs/quiet-face.ts
/** How a run shows that writes nothing on the forge: in its log, its record, and what it leaves for the publishing job. */
function createQuietFace(story, deps) {
	const close = async () => {
		const state = story.state();
		for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
		await mkdir(deps.run.record, { recursive: true });
		const options = {
			sessions: story.sessions(),
			events: story.events(),
			redact: deps.redact
		};
		await writeFile(join(deps.run.record, RECORD_FILE), renderRecord(state, options));
		await leaveRecord({
			deps,
			story
		});
		return state;
	};
	return {
		claim: () => Promise.resolve({ kind: "claimed" }),
		resume: () => Promise.resolve(true),
		decline: async ({ reason }) => {
			story.update({
				outcome: "declined",
				reason
			});
			return await close();
		},
		reply: async (end) => {
			enter(end, story);
			return await close();
		},
		answer: async (end) => void await Promise.resolve(enter(end, story)),
		close
	};
}

export { createQuietFace as t };