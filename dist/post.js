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
		const [core, { asFailure }] = await Promise.all([import("./actions-core.js"), import("./failure.js")]);
		const { message, hint } = asFailure(error);
		core.setFailed(`${message} ${hint}`);
	}
}
/** The run's process was killed: ends what it left running, before anything else is touched, and then the run. */
async function endRun(left) {
	const { endLeftovers } = await import("./sandbox-leftovers.js");
	const ended = await endLeftovers(left);
	const [{ readSavedRun }, { recover }, { clearRunDirectory }, deps] = await Promise.all([
		import("./pipeline-killed-saved-run2.js"),
		import("./pipeline-killed-recover.js"),
		import("./workspace-run-directory.js"),
		dependencies(left)
	]);
	deps.log(`The run was killed before it could end; of what it had started, ${ended.length} processes were still there.`);
	const saved = await readSavedRun(deps);
	if ((saved === null ? null : await recover(saved, deps)) === null) deps.log("There is nothing of it to put right.");
	await clearRunDirectory(left, deps.log);
}
async function dependencies({ home }) {
	const [core, { readInputs }, { PROVIDER_KEYS }, { readRunIdentity, runIn }, { createGitHubForge }, { createSecrets }] = await Promise.all([
		import("./actions-core.js"),
		import("./config-inputs.js"),
		import("./config-providers.js"),
		import("./config-run-identity.js"),
		import("./forge-github-github-forge.js"),
		import("./text-secrets.js")
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
	return {
		forge: createGitHubForge({
			token,
			apiUrl: identity.apiUrl,
			repository: identity.repository,
			log
		}),
		inputs,
		run: runIn(home, identity),
		githubToken: token,
		now: Date.now,
		log,
		redact
	};
}

export {  };