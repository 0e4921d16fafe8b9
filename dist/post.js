import { i as takeOver, r as startClean } from "./clean-start2.js";
import { n as readLeftRun } from "./config-step-state2.js";

// src/post.ts
await main();
/** For a run that ended by itself there is nothing to do, and nothing more is loaded. */
async function main() {
	await takeOver(process.env);
	try {
		const left = readLeftRun(process.env);
		if (left === null) return;
		startClean(process.env);
		await endRun(left);
	} catch (error) {
		const [core, { asFailure }, { annotationText, NO_SECRETS }] = await Promise.all([
			import("./actions-core2.js"),
			import("./failure.js"),
			import("./text-sinks2.js")
		]);
		const { message, hint } = asFailure(error);
		core.setFailed(annotationText(`${message} ${hint}`, NO_SECRETS));
	}
}
/** The run's process was killed: ends what it left running, before anything else is touched, and then the run. */
async function endRun(left) {
	const { endLeftovers } = await import("./sandbox-leftovers2.js");
	const ended = await endLeftovers(left);
	const [{ readSavedRun }, { recover }, { clearRunDirectory }, { logLine }, deps] = await Promise.all([
		import("./pipeline-killed-saved-run.js"),
		import("./pipeline-killed-recover.js"),
		import("./workspace-run-directory.js"),
		import("./text-sinks2.js"),
		dependencies(left)
	]);
	deps.log(logLine(`The run was killed before it could end; of what it had started, ${ended.length} processes were still there.`));
	const saved = await readSavedRun(deps);
	if ((saved === null ? null : await recover(saved, deps, await endOf(deps))) === null) deps.log(logLine("There is nothing of it to put right."));
	else await deps.sendOff();
	await clearRunDirectory(left, deps.log);
}
/** As the run itself would have ended: on the forge, or with what it leaves for another job. */
async function endOf({ leaves }) {
	if (leaves === void 0) {
		const [{ createFace }, { publishWork: pass }] = await Promise.all([import("./pipeline-told-face2.js"), import("./pipeline-hand-over2.js")]);
		return {
			createFace,
			pass
		};
	}
	const [{ createQuietFace: createFace }, { leaveWork: pass }] = await Promise.all([import("./pipeline-two-jobs-quiet-face.js"), import("./pipeline-two-jobs-left-work2.js")]);
	return {
		createFace,
		pass
	};
}
async function dependencies({ home }) {
	const [core, { readInputs }, { PROVIDER_KEYS }, { readRunIdentity, runIn }, { createGitHubForge }, { createSecrets }, { readMode }, { meetingOf, sendOff }] = await Promise.all([
		import("./actions-core2.js"),
		import("./config-inputs.js"),
		import("./config-providers.js"),
		import("./config-run-identity.js"),
		import("./forge-github-github-forge2.js"),
		import("./text-secrets.js"),
		import("./config-mode.js"),
		import("./pipeline-two-jobs-meeting2.js")
	]);
	const inputs = readInputs(process.env);
	const identity = readRunIdentity(process.env);
	const token = inputs["github-token"];
	const secrets = createSecrets(core.setSecret);
	const keys = Object.values(PROVIDER_KEYS).flatMap((names) => names.map((name) => process.env[name] ?? ""));
	secrets.add([
		token,
		inputs["api-key"],
		...keys
	]);
	const { redact } = secrets;
	const log = (line) => core.info(redact(line));
	const run = runIn(home, identity);
	const forge = createGitHubForge({
		token,
		apiUrl: identity.apiUrl,
		repository: identity.repository,
		log
	});
	const meeting = meetingOf(readMode(inputs.mode), {
		inputs,
		run,
		forge
	});
	return {
		...meeting,
		sendOff: () => sendOff({
			...meeting,
			inputs,
			run
		}),
		inputs,
		run,
		githubToken: token,
		now: Date.now,
		log,
		redact,
		ownSecrets: secrets.known
	};
}

export {  };