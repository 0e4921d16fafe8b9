import { n as Failure } from "./failure2.js";
import { t as execa } from "./execa.js";
import { readFile, readdir } from "node:fs/promises";
import { randomBytes } from "node:crypto";

// src/sandbox/marked-processes.ts
/**
* Process ids whose environment at their start held `variable` with a value that begins with `prefix`. A child that
* left its process group (`setsid`) still carries its parent's environment, so it is found here; one that cleared its
* environment is not. Systems without `/proc` have none.
*/
async function markedProcesses(variable, prefix) {
	const pids = (await readdir("/proc").catch(() => [])).filter((entry) => /^\d+$/.test(entry)).map(Number);
	return (await Promise.all(pids.map(async (pid) => await carries(pid, variable, prefix) ? pid : null))).filter((pid) => pid !== null);
}
async function carries(pid, variable, prefix) {
	if (pid === process.pid) return false;
	return (await readFile(`/proc/${pid}/environ`, "latin1").catch(() => "")).split("\0").some((entry) => entry.startsWith(`${variable}=${prefix}`));
}

// src/sandbox/none.ts
/** Names the sandbox and the program that a process belongs to, so that detached children are found again. */
const MARK = "PATCHWRIGHT_CONFINED";
/** Kept of a program's output: 64 KiB. */
const OUTPUT_KEPT = 65536;
/**
* No confinement but a clean environment, a process group of its own and an end for everything that was started:
* programs run as the runner's user and can read what that user can read.
*/
function createNoSandbox() {
	const id = randomBytes(8).toString("hex");
	let started = 0;
	return {
		kind: "none",
		description: "Not confined: the agent, setup and checks ran as the runner’s user, with an environment of their own and without any GitHub credential in it.",
		start: (program) => {
			started += 1;
			return start(program, `${id}.${started}.`);
		},
		sweep: (spare = []) => killMarked(`${id}.`, spare)
	};
}
function start(program, mark) {
	const kept = keepTail(OUTPUT_KEPT);
	const subprocess = execa(program.file, program.args, {
		cwd: program.cwd,
		env: {
			...program.env,
			[MARK]: mark
		},
		extendEnv: false,
		stdin: program.input === void 0 ? "ignore" : "pipe",
		stdout: program.outputFile?.createWriteStream({ autoClose: false }) ?? "pipe",
		all: true,
		buffer: false,
		reject: false,
		killDescendants: true,
		forceKillAfterDelay: 500
	});
	subprocess.stdin?.on("error", () => void 0).end(program.input);
	let timedOut = false;
	const kill = async () => {
		subprocess.kill("SIGKILL");
		await killMarked(mark, []);
	};
	const timer = program.timeout > 0 ? setTimeout(() => {
		timedOut = true;
		kill();
	}, program.timeout) : void 0;
	subprocess.nodeChildProcess.once("exit", () => void kill());
	const reading = readLines(subprocess.all, (line) => {
		kept.add(`${line}\n`);
		program.onLine?.(line);
	});
	const ended = subprocess.then(async (result) => {
		clearTimeout(timer);
		await Promise.all([reading, kill()]);
		const failedToStart = result.exitCode === void 0 && result.signal === void 0;
		return {
			exitCode: result.exitCode ?? (failedToStart ? 127 : null),
			signal: result.signal ?? null,
			timedOut,
			output: failedToStart ? result.shortMessage ?? "" : kept.text()
		};
	});
	return {
		pid: subprocess.pid,
		ended,
		kill
	};
}
async function readLines(stream, onLine) {
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for await (const chunk of stream) {
			const lines = (rest + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }))).split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) onLine(line);
			if (rest.length > OUTPUT_KEPT) rest = rest.slice(-65536);
		}
	} catch {}
	if (rest !== "") onLine(rest);
}
function keepTail(limit) {
	let tail = "";
	return {
		add(text) {
			tail += text;
			if (tail.length > 2 * limit) tail = tail.slice(-limit);
		},
		text: () => tail.slice(-limit)
	};
}
async function killMarked(mark, spare) {
	for (let pass = 0; pass < 5; pass += 1) {
		const pids = (await markedProcesses(MARK, mark)).filter((pid) => !spare.includes(pid));
		if (pids.length === 0) return;
		for (const pid of pids) signalKill(pid);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
function signalKill(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}

// src/sandbox/stoppable.ts
/** What a run that is stopped from outside says. */
function cancelled() {
	return new Failure("cancelled", "The run was cancelled.", { hint: "What was done before is kept; run again when you are ready." });
}
/**
* Makes sandboxes that end with the signal: everything that was started in them is killed, and nothing can be started any
* more (a Failure with code `cancelled`).
*/
function createSandboxes(signal) {
	return () => {
		const sandbox = createNoSandbox();
		signal.addEventListener("abort", () => void sandbox.sweep(), { once: true });
		return {
			...sandbox,
			start(program) {
				if (signal.aborted) throw cancelled();
				return sandbox.start(program);
			}
		};
	};
}

export { createSandboxes as n, cancelled as t };