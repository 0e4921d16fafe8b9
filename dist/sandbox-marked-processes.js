import { readFile, readdir } from "node:fs/promises";
import { randomBytes } from "node:crypto";

// src/sandbox/process-table.ts
/** The bit of `SIGSTOP` in the last six digits of a set of signals. */
const STOP = 262144;
/** Every process that can be seen from here; none on systems without `/proc`. */
async function readProcesses() {
	const entries = await readdir("/proc").catch(() => []);
	return (await Promise.all(entries.filter((entry) => /^\d+$/.test(entry)).map((pid) => readProcess(Number(pid))))).filter((process) => process !== null);
}
/** Null when there is none with that id. */
async function readProcess(pid) {
	const status = await readFile(`/proc/${pid}/status`, "latin1").catch(() => null);
	if (status === null) return null;
	const numbers = (name) => (new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? "").split(/\s+/).map(Number);
	return {
		pid,
		parent: numbers("PPid")[0] ?? 0,
		uid: numbers("Uid")[0] ?? 0,
		ids: numbers("NSpid"),
		isOver: /^State:\s*[ZX]/m.test(status),
		isStopped: /^State:\s*T/m.test(status),
		isHeld: /^State:\s*D/m.test(status) && (pendingOf(status) & STOP) !== 0
	};
}
/** The last 24 of the signals that wait for a process. */
function pendingOf(status) {
	return Number.parseInt(/^ShdPnd:\s*[\da-f]*([\da-f]{6})$/m.exec(status)?.[1] ?? "0", 16);
}
/** A process's children, their children and so on. */
function descendantsOf(pid, processes) {
	const found = [];
	for (let above = /* @__PURE__ */ new Set([pid]); above.size > 0;) {
		const children = processes.filter(({ parent }) => above.has(parent));
		found.push(...children);
		above = new Set(children.map((child) => child.pid));
	}
	return found;
}
/** Resolves once none of the processes is alive, or after five seconds. */
async function untilGone(pids) {
	for (let left = pids, tries = 0; tries < 500; tries += 1) {
		left = (await Promise.all(left.map(readProcess))).flatMap((process) => process === null || process.isOver ? [] : [process.pid]);
		if (left.length === 0) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

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
/** Ids of those with the mark in their environment, or on the command line, which is all that others' processes show. */
async function findMarked(prefix) {
	return await findProcesses(async (directory) => {
		const read = (name) => readFile(`${directory}/${name}`, "latin1").catch(() => "");
		const [environment, command] = await Promise.all([read("environ"), read("cmdline")]);
		return isMarked(environment, prefix) || command.includes(prefix);
	});
}
function isMarked(environment, prefix, variable = MARK) {
	return environment.split("\0").some((entry) => entry.startsWith(`${variable}=${prefix}`));
}
/**
* Kills what `find` finds until it finds nothing twice in a row, as a process that is becoming another program shows neither
* environment nor command line for a moment; `kill` kills those that are another user's, where there is a way.
*/
async function endProcesses(find, kill = async () => void 0) {
	for (let pass = 0, quiet = 0; pass < 6 && quiet < 2; pass += 1) {
		const pids = await find();
		quiet = pids.length === 0 ? quiet + 1 : 0;
		if (quiet === 1) await new Promise((resolve) => setTimeout(resolve, 10));
		if (quiet > 0) continue;
		const others = pids.filter((pid) => !signalKill(pid));
		if (others.length > 0) await kill(others);
		await Promise.race([untilGone(pids), new Promise((resolve) => setTimeout(resolve, 200))]);
	}
}
/**
* Process ids whose environment at their start held `variable` with a value that begins with `prefix`. A child that
* left its process group (`setsid`) still carries its parent's environment, so it is found here; one that cleared its
* environment is not. Systems without `/proc` have none.
*/
async function markedProcesses(variable, prefix) {
	return await findProcesses(async (directory) => {
		return isMarked(await readFile(`${directory}/environ`, "latin1").catch(() => ""), prefix, variable);
	});
}
/** Ids of the processes, this one aside, for whose directory in `/proc` the answer is yes. */
async function findProcesses(isOne) {
	const others = (await readdir("/proc").catch(() => [])).filter((entry) => /^\d+$/.test(entry)).map(Number).filter((pid) => pid !== process.pid);
	return (await Promise.all(others.map(async (pid) => await isOne(`/proc/${pid}`) ? pid : null))).filter((pid) => pid !== null);
}
/** False when it is not ours to kill. */
function signalKill(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch (error) {
		return !(error instanceof Error && "code" in error && error.code === "EPERM");
	}
	return true;
}

export { findMarked as a, markedProcesses as c, readProcesses as d, untilGone as f, endProcesses as i, descendantsOf as l, createMark as n, findProcesses as o, endMarked as r, markOf as s, MARK as t, readProcess as u };