import { i as endProcesses, o as findProcesses, t as MARK, u as readProcess } from "./sandbox-marked-processes.js";
import { a as killAsRoot, n as readUsers, r as takeBackAll, s as rootOfLaterStep } from "./sandbox-user-numbers.js";
import { readFile, readlink } from "node:fs/promises";
import { join } from "node:path";

// src/sandbox/leftovers.ts
/** Where a run keeps what its sandboxes need. */
function sandboxDirectory(home) {
	return join(home, "sandbox");
}
/**
* Kills every process of a run except this one and those above it: who carries the mark, who is one of its users, and who
* stands in the directory, comes from there or has it on the command line. That finds trusted code's own children, and who
* took the mark out of its environment. What was lent to other users is trusted code's again. Systems without `/proc` have
* none to find. Resolves to the ids of those that were there.
*/
async function endLeftovers(run) {
	const [spared, users] = await Promise.all([lineOf(process.pid), readUsers(sandboxDirectory(run.home))]);
	const root = rootOfLaterStep();
	const ended = /* @__PURE__ */ new Set();
	const find = async () => {
		const left = (await findProcesses((directory) => belongsTo({
			...run,
			users
		}, directory))).filter((pid) => !spared.has(pid));
		for (const pid of left) ended.add(pid);
		return left;
	};
	await endProcesses(find, async (pids) => {
		if (root !== null) await killAsRoot(root, pids);
	});
	if (root !== null && users.size > 0) await takeBackAll(root, run.home, users);
	return [...ended];
}
async function belongsTo({ mark, home, users }, directory) {
	if (users.size > 0) {
		const found = await readProcess(Number(directory.slice(6)));
		if (found !== null && users.has(found.uid)) return true;
	}
	const [environment, command, standsIn, program] = await Promise.all([
		readFile(`${directory}/environ`, "latin1").catch(() => ""),
		readFile(`${directory}/cmdline`, "latin1").catch(() => ""),
		readlink(`${directory}/cwd`).catch(() => ""),
		readlink(`${directory}/exe`).catch(() => "")
	]);
	return environment.split("\0").some((entry) => entry.startsWith(`${"PATCHWRIGHT_CONFINED"}=${mark}.`)) || command.includes(`${home}/`) || [standsIn, program].some((path) => `${path}/`.startsWith(`${home}/`));
}
/** A process and those above it: a job in a shell may have the directory on its command line. */
async function lineOf(pid) {
	const line = /* @__PURE__ */ new Set();
	for (let at = pid; at > 0 && !line.has(at); at = await parentOf(at)) line.add(at);
	return line;
}
/** 0 where there is none. */
async function parentOf(pid) {
	const status = await readFile(`/proc/${pid}/status`, "latin1").catch(() => "");
	return Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? 0);
}

export { sandboxDirectory as n, endLeftovers as t };