import { n as readInputs } from "./config-inputs2.js";
import { n as list } from "./config-list.js";
import { t as MARKER_START } from "./text-marker-start.js";
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
		case "issues": return isObject(payload) && payload["action"] === "closed" ? FOR_US : noticeLabel(payload, options.label);
		case "pull_request": return noticeLabel(payload, options.label);
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
	if (!isObject(payload)) return FOR_US;
	const action = textAt(payload, "action");
	if (action !== "labeled") return notForUs(`the action ${action ?? "(none)"} starts nothing`);
	const name = textAt(payload, "label", "name");
	if (name?.toLowerCase() === label.toLowerCase()) return FOR_US;
	return notForUs(`the label is ${JSON.stringify(name)}, not ${JSON.stringify(label)}`);
}
function noticeComment(payload, { what, when }, { phrases, allowedBots }) {
	if (!isObject(payload)) return FOR_US;
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
	for (const key of path) at = isObject(at) ? at[key] : void 0;
	return typeof at === "string" ? at : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
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
	const core = await import("./actions-core.js");
	const { asFailure } = await import("./failure.js");
	const { STEP_STATE } = await import("./config-step-state.js");
	const { isSuccessor, NOT_CLEAN } = await import("./clean-start.js");
	if (!isSuccessor()) core.warning(NOT_CLEAN);
	try {
		const { readRunIdentity, runIn } = await import("./config-run-identity.js");
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
		const { createMark } = await import("./sandbox-marked-processes.js");
		const mark = createMark();
		core.saveState(STEP_STATE.home, home);
		core.saveState(STEP_STATE.mark, mark);
		await mkdir(join(home, "record"));
		const { pipeline } = await import("./pipeline.js");
		const deps = await dependencies(inputs, identity, {
			run: runIn(home, identity),
			mark
		});
		const state = await pipeline(asked, deps);
		if (state !== null) await report(state, deps);
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
		core.setFailed(`${failure.message} ${failure.hint}`);
	}
	process.stdout.write("", () => process.stderr.write("", () => process.exit()));
}
async function dependencies(inputs, identity, { run, mark }) {
	const [core, { createGatewayStarter }, environment, { createGitHubForge }, { createStarter }, { createSandboxes }, { createSecrets }] = await Promise.all([
		import("./actions-core.js"),
		import("./gateway-starter.js"),
		import("./config-environment.js"),
		import("./forge-github-github-forge.js"),
		import("./agent-opencode-starter.js"),
		import("./sandbox-stoppable2.js"),
		import("./text-secrets.js")
	]);
	const secrets = createSecrets(core.setSecret);
	const token = inputs["github-token"];
	const { redact } = secrets;
	secrets.add([token]);
	const log = (line) => core.info(redact(line));
	const confinedEnvironment = (of) => environment.confinedEnvironment(process.env, of);
	const cancelled = stopSignal();
	const createSandbox = createSandboxes(cancelled, mark);
	return {
		forge: createGitHubForge({
			token,
			apiUrl: identity.apiUrl,
			repository: identity.repository,
			log
		}),
		inputs,
		allowed: {
			allowedUsers: list(inputs["allowed-users"]),
			allowedBots: list(inputs["allowed-bots"])
		},
		run,
		programs: await findPrograms(identity),
		githubToken: token,
		...createGatewayStarter({
			given: {
				environment: process.env,
				apiKey: inputs["api-key"]
			},
			program: [process.execPath, join(import.meta.dirname, "gateway.js")],
			record: run.record,
			mark,
			addSecrets: secrets.add,
			log
		}),
		...createStarter({
			cache: join(identity.toolCache, "patchwright"),
			tools: environment.toolEnvironment(process.env),
			workspace: identity.workspace,
			createSandbox,
			confinedEnvironment,
			debug: (line) => core.debug(redact(line))
		}),
		createSandbox,
		cancelled,
		confinedEnvironment,
		networkEnvironment: environment.networkEnvironment(process.env),
		now: Date.now,
		log,
		redact
	};
}
async function findPrograms({ workspace }) {
	const { resolveProgram } = await import("./workspace-program.js");
	const find = (name) => resolveProgram(name, process.env["PATH"] ?? "", [workspace]);
	return {
		git: await find("git"),
		cp: await find("cp")
	};
}
/** A runner that cancels a job sends these and waits a few seconds: time to end the work and to save it. */
function stopSignal() {
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop.abort());
	return stop.signal;
}
/** Outputs, job summary, annotations and exit code, all from the one state. */
async function report(state, { redact, run }) {
	const [core, { redactRun }, { outputsOf }, { whatToDo }, { renderSummary }] = await Promise.all([
		import("./actions-core.js"),
		import("./report-redacted-run.js"),
		import("./report-outputs.js"),
		import("./report-remedies.js"),
		import("./report-summary.js")
	]);
	for (const [name, value] of Object.entries(outputsOf(state, run.record))) core.setOutput(name, value);
	await core.summary.addRaw(renderSummary(redactRun(state, redact)), true).write();
	if (state.failure !== null) core.setFailed(redact(`${state.failure.message} ${whatToDo(state.failure)}`));
}

export {  };