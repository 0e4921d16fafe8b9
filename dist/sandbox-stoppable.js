import { n as Failure } from "./failure2.js";
import { t as execa } from "./execa.js";
import { n as createMark, r as endMarked, t as MARK } from "./sandbox-marked-processes2.js";

// src/sandbox/none.ts
/** Kept of a program's output: 64 KiB. */
const OUTPUT_KEPT = 65536;
/**
* No confinement but a clean environment, a process group of its own and an end for everything that was started:
* programs run as the runner's user and can read what that user can read. No two sandboxes may have the same `mark`.
*/
function createNoSandbox(mark = createMark()) {
	let started = 0;
	return {
		kind: "none",
		description: "Not confined: the agent, setup and checks ran as the runner’s user, with an environment of their own and without any GitHub credential in it.",
		start: (program) => {
			started += 1;
			return start(program, `${mark}.${started}.`);
		},
		sweep: (spare = []) => endMarked(`${mark}.`, spare)
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
		await endMarked(mark);
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

// src/sandbox/stoppable.ts
/** What a run that is stopped from outside says. */
function cancelled() {
	return new Failure("cancelled", "The run was cancelled.", { hint: "What was done before is kept; run again when you are ready." });
}
/**
* Makes the sandboxes of a run, which end with the signal: everything that was started in them is killed, and nothing can
* be started any more (a Failure with code `cancelled`). The marks of their processes begin with the run's.
*/
function createSandboxes(signal, mark) {
	let made = 0;
	return () => {
		made += 1;
		const sandbox = createNoSandbox(`${mark}.${made}`);
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