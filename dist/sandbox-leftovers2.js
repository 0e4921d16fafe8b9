import { a as findProcesses, i as endProcesses, t as MARK } from "./sandbox-marked-processes2.js";
import { readFile, readlink } from "node:fs/promises";

// src/sandbox/leftovers.ts
/**
* Kills every process of a run except this one and those above it: who carries the mark, and who stands in the directory,
* comes from there or has it on the command line. That finds trusted code's own children, and who took the mark out of its
* environment. Systems without `/proc` have none to find. Resolves to the ids of those that were there.
*/
async function endLeftovers(run) {
	const spared = await lineOf(process.pid);
	const ended = /* @__PURE__ */ new Set();
	await endProcesses(async () => {
		const found = (await findProcesses((directory) => belongsTo(run, directory))).filter((pid) => !spared.has(pid));
		for (const pid of found) ended.add(pid);
		return found;
	});
	return [...ended];
}
async function belongsTo({ mark, home }, directory) {
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

export { endLeftovers as t };