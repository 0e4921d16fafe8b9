import { n as readInputs } from "./config-inputs2.js";
import { n as list } from "./config-list.js";
import { t as isRecord } from "./text-is-record.js";
import { n as MARKER_START } from "./text-marker-start.js";
import { t as leadingPhrase } from "./trigger-phrase.js";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";

// src/trigger/notice.ts
const FOR_US = { forUs: true };
const COMMENT = {
	what: "comment",
	when: "created"
};
const REVIEW = {
	what: "review",
	when: "submitted"
};
/**
* Whether an event is for the bot, from its payload as it came. It is all that runs for one that is not, so it loads
* no schema library; a payload of the wrong shape that could be for the bot goes on to where it is refused properly.
*/
function notice(eventName, payload, options) {
	switch (eventName) {
		case "issues":
		case "pull_request": return isRecord(payload) && payload["action"] === "closed" ? FOR_US : noticeLabel(payload, options.label);
		case "issue_comment":
		case "pull_request_review_comment": return noticeComment(payload, COMMENT, options);
		case "pull_request_review": return noticeComment(payload, REVIEW, options);
		case "schedule":
		case "workflow_dispatch":
		case "repository_dispatch": return FOR_US;
		default: return notForUs(`the event ${eventName || "(none)"} starts nothing`);
	}
}
function noticeLabel(payload, label) {
	if (!isRecord(payload)) return FOR_US;
	const action = textAt(payload, "action");
	if (action !== "labeled") return notForUs(`the action ${action ?? "(none)"} starts nothing`);
	const name = textAt(payload, "label", "name");
	if (name?.toLowerCase() === label.toLowerCase()) return FOR_US;
	return notForUs(`the label is ${JSON.stringify(name)}, not ${JSON.stringify(label)}`);
}
function noticeComment(payload, { what, when }, { phrases, allowedBots }) {
	if (!isRecord(payload)) return FOR_US;
	const action = textAt(payload, "action");
	if (action !== when) return notForUs(`the action ${action ?? "(none)"} starts nothing`);
	const body = textAt(payload, what, "body") ?? "";
	if (leadingPhrase(body, phrases) === null) return notForUs(`the ${what}'s first word is not ${phrases.join(" or ")}`);
	if (body.includes("<!-- patchwright:")) return notForUs(`the ${what} is one of Patchwright itself`);
	const author = textAt(payload, what, "user", "login") ?? "";
	if (textAt(payload, what, "user", "type") === "Bot" && !allowedBots.some((bot) => bot.toLowerCase() === author.toLowerCase())) return notForUs(`the ${what} is by the bot ${author}, which allowed-bots does not name`);
	return FOR_US;
}
function notForUs(reason) {
	return {
		forUs: false,
		reason
	};
}
function textAt(value, ...path) {
	let at = value;
	for (const key of path) at = isRecord(at) ? at[key] : void 0;
	return typeof at === "string" ? at : void 0;
}

// src/main.ts
await main();
/** An event that is not for the bot ends here, before anything else is loaded. */
async function main() {
	if (process.argv.length > 2) await (await import("./clean-start.js")).takeOver(process.env);
	const inputs = readInputs(process.env);
	const payload = readPayload(process.env["GITHUB_EVENT_PATH"] ?? "");
	const noticed = notice(process.env["GITHUB_EVENT_NAME"] ?? "", payload, {
		label: inputs["trigger-label"],
		phrases: list(inputs["trigger-phrase"]),
		allowedBots: list(inputs["allowed-bots"])
	});
	if (!noticed.forUs) {
		process.stdout.write(`Not for Patchwright: ${noticed.reason}.\n`);
		return;
	}
	const { closeInherited } = await import("./close-inherited.js");
	closeInherited();
	const { startClean } = await import("./clean-start.js");
	startClean(process.env);
	await run(inputs, payload);
}
/** Undefined when it cannot be read; what is wrong with it is told by whoever needs it. */
function readPayload(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return;
	}
}
/** Environment to dependencies to pipeline to outputs. */
async function run(inputs, payload) {
	const core = await import("./actions-core2.js");
	const { asFailure } = await import("./failure.js");
	const { STEP_STATE } = await import("./config-step-state.js");
	const { isSuccessor, NOT_CLEAN } = await import("./clean-start.js");
	if (!isSuccessor()) core.warning(NOT_CLEAN);
	try {
		const [{ readRunIdentity, runIn }, { readMode }] = await Promise.all([import("./config-run-identity.js"), import("./config-mode.js")]);
		const mode = readMode(inputs.mode);
		const identity = readRunIdentity(process.env);
		const { parseEvent } = await import("./trigger-parse-event.js");
		const asked = parseEvent({
			name: identity.eventName,
			payload
		}, {
			phrases: list(inputs["trigger-phrase"]),
			prompt: inputs.prompt || null,
			rerunBy: identity.rerunBy
		});
		const home = await mkdtemp(join(identity.temp, `patchwright-${identity.id}-${identity.attempt}-`));
		const { createMark } = await import("./sandbox-marked-processes2.js");
		const mark = createMark();
		core.saveState(STEP_STATE.home, home);
		core.saveState(STEP_STATE.mark, mark);
		await mkdir(join(home, "record"));
		const { jobOf } = await import("./pipeline-two-jobs-job.js");
		const job = jobOf(mode);
		const { dependencies } = await import("./edge-dependencies.js");
		const deps = await dependencies(inputs, identity, {
			run: runIn(home, identity),
			mark,
			mode
		});
		const { doJob } = await import("./edge-do-job.js");
		const { pipeline } = await import("./pipeline.js");
		await doJob(job, asked, {
			deps,
			pipeline
		});
		const { clearRunDirectory } = await import("./workspace-run-directory.js");
		await clearRunDirectory({
			home,
			mark
		}, deps.log);
		core.saveState(STEP_STATE.ended, "true");
	} catch (error) {
		const failure = asFailure(error);
		core.setOutput("outcome", "failed");
		core.setOutput("failure-category", failure.code);
		const { annotationText, NO_SECRETS } = await import("./text-sinks2.js");
		core.setFailed(annotationText(`${failure.message} ${failure.hint}`, NO_SECRETS));
	}
	process.stdout.write("", () => process.stderr.write("", () => process.exit()));
}

export {  };