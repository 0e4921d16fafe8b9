import { n as Failure } from "./failure2.js";
import { join } from "node:path";

// src/config/run-identity.ts
/** Throws `bad-input` for what the runner should have set and did not. */
function readRunIdentity(environment) {
	const need = (name) => {
		const value = environment[name] ?? "";
		if (value !== "") return value;
		throw new Failure("bad-input", `The variable ${name} is not set.`, { hint: "Patchwright runs as a step of a GitHub Actions job, whose runner sets it." });
	};
	const [serverUrl, repository, id] = [
		need("GITHUB_SERVER_URL"),
		need("GITHUB_REPOSITORY"),
		need("GITHUB_RUN_ID")
	];
	const apiUrl = need("GITHUB_API_URL");
	const [actor, rerunner] = [environment["GITHUB_ACTOR"] ?? "", environment["GITHUB_TRIGGERING_ACTOR"] ?? ""];
	const temp = need("RUNNER_TEMP");
	return {
		id: Number(id),
		attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? "1"),
		eventName: need("GITHUB_EVENT_NAME"),
		eventPath: need("GITHUB_EVENT_PATH"),
		repository,
		apiUrl,
		serverUrl,
		commit: environment["GITHUB_SHA"] ?? "",
		branch: /^refs\/heads\/(.+)$/.exec(environment["GITHUB_REF"] ?? "")?.[1] ?? null,
		workspace: need("GITHUB_WORKSPACE"),
		temp,
		toolCache: environment["RUNNER_TOOL_CACHE"] ?? temp,
		url: `${serverUrl}/${repository}/actions/runs/${id}`,
		rerunBy: rerunner !== "" && rerunner !== actor ? rerunner : null
	};
}
/** A run as the pipeline knows it, with the directory that it has for itself. */
function runIn(home, { id, attempt, url, serverUrl, repository, commit, branch, workspace }) {
	return {
		id,
		attempt,
		url,
		repositoryUrl: `${serverUrl}/${repository}`,
		commit,
		branch,
		workspace,
		root: home,
		record: join(home, "record")
	};
}

export { readRunIdentity, runIn };