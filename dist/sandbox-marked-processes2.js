import { readFile, readdir } from "node:fs/promises";
import { randomBytes } from "node:crypto";

// src/sandbox/marked-processes.ts
/** Variable that names the run, the sandbox and the program that a process belongs to, so that it is found again. */
const MARK = "PATCHWRIGHT_CONFINED";
/** A mark that no other run has. Marks of what belongs to it begin with it and a dot. */
function createMark() {
	return randomBytes(8).toString("hex");
}
/** The environment variable that marks a program as the run's. */
function markOf(run, what) {
	return { [MARK]: `${run}.${what}.` };
}
/** Kills every process whose mark begins with `prefix`, except those in `spare`, and what they start meanwhile. */
async function endMarked(prefix, spare = []) {
	await endProcesses(async () => (await markedProcesses(MARK, prefix)).filter((pid) => !spare.includes(pid)));
}
/** Kills what `find` finds until it finds nothing more, for a tenth of a second at most. */
async function endProcesses(find) {
	for (let pass = 0; pass < 5; pass += 1) {
		const pids = await find();
		if (pids.length === 0) return;
		for (const pid of pids) signalKill(pid);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
/**
* Process ids whose environment at their start held `variable` with a value that begins with `prefix`. A child that
* left its process group (`setsid`) still carries its parent's environment, so it is found here; one that cleared its
* environment is not. Systems without `/proc` have none.
*/
async function markedProcesses(variable, prefix) {
	return await findProcesses(async (directory) => {
		return (await readFile(`${directory}/environ`, "latin1").catch(() => "")).split("\0").some((entry) => entry.startsWith(`${variable}=${prefix}`));
	});
}
/** Ids of the processes, this one aside, for whose directory in `/proc` the answer is yes. */
async function findProcesses(isOne) {
	const others = (await readdir("/proc").catch(() => [])).filter((entry) => /^\d+$/.test(entry)).map(Number).filter((pid) => pid !== process.pid);
	return (await Promise.all(others.map(async (pid) => await isOne(`/proc/${pid}`) ? pid : null))).filter((pid) => pid !== null);
}
function signalKill(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}

export { findProcesses as a, endProcesses as i, createMark as n, markOf as o, endMarked as r, markedProcesses as s, MARK as t };