import { t as execa } from "./execa.js";
import { n as createMark, r as endMarked, t as MARK } from "./sandbox-marked-processes.js";
import { createServer } from "node:net";

// src/sandbox/free-port.ts
/** A loopback port that nobody listens on. */
function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => typeof address === "object" && address !== null ? resolve(address.port) : reject(/* @__PURE__ */ new Error("no port")));
		});
	});
}

// src/sandbox/launch.ts
/** Kept of a program's output: 64 KiB. */
const OUTPUT_KEPT = 65536;
/** Starts a program in the way of a sandbox and follows it to its end. Nothing of it lives on after `ended`. */
function launch(program, { command, onThird, isForeign = false, end, onEnded }) {
	const kept = keepTail(OUTPUT_KEPT);
	const subprocess = execa(command.file, command.args, {
		cwd: command.cwd,
		env: command.env,
		extendEnv: false,
		stdio: [
			program.input === void 0 ? "ignore" : "pipe",
			program.outputFile?.createWriteStream({ autoClose: false }) ?? "pipe",
			"pipe",
			onThird === void 0 ? "ignore" : "pipe"
		],
		all: true,
		buffer: false,
		reject: false,
		killDescendants: true,
		forceKillAfterDelay: 500
	});
	subprocess.stdio[3]?.on("data", (chunk) => onThird?.(chunk.toString("latin1")));
	subprocess.stdin?.on("error", () => void 0).end(program.input);
	let timedOut = false;
	let [exited, killed, over] = [
		false,
		false,
		false
	];
	const kill = async () => {
		if (over) return;
		killed ||= !exited;
		if (!exited && !isForeign) subprocess.kill("SIGKILL");
		await end();
	};
	const timer = setTimer(program.timeout, () => {
		timedOut = true;
		kill();
	});
	subprocess.nodeChildProcess.once("exit", () => {
		exited = true;
		kill();
	});
	const reading = readLines(subprocess.all, (line) => {
		kept.add(`${line}\n`);
		program.onLine?.(line);
	});
	const ended = subprocess.then(async (result) => {
		clearTimeout(timer);
		exited = true;
		await Promise.all([reading, kill()]);
		over = true;
		await onEnded?.();
		const failedToStart = result.exitCode === void 0 && result.signal === void 0;
		return {
			exitCode: killed ? null : result.exitCode ?? (failedToStart ? 127 : null),
			signal: killed ? "SIGKILL" : result.signal ?? null,
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
/** Without a time there is nothing to wait for. */
function setTimer(milliseconds, onTime) {
	return milliseconds > 0 ? setTimeout(onTime, milliseconds) : void 0;
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

// src/sandbox/none.ts
/**
* No confinement but a clean environment, a process group of its own and an end for everything that was started:
* programs run as the runner's user and can read what that user can read. No two sandboxes may have the same `mark`.
*/
function createNoSandbox(mark = createMark()) {
	let started = 0;
	return {
		kind: "none",
		description: NOT_CONFINED,
		start: (program) => {
			started += 1;
			const own = `${mark}.${started}.`;
			const { file, args, cwd, env } = program;
			return launch(program, {
				command: {
					file,
					args,
					cwd,
					env: {
						...env,
						[MARK]: own
					}
				},
				end: () => endMarked(own)
			});
		},
		sweep: (spare = []) => endMarked(`${mark}.`, spare),
		lend: async () => async () => void 0,
		pause: async () => new AsyncDisposableStack(),
		openPort: freePort,
		[Symbol.asyncDispose]: () => endMarked(`${mark}.`)
	};
}
const NOT_CONFINED = "Not confined: the agent, setup and checks ran as the runner’s user, with an environment of their own and without any GitHub credential in it.";

export { freePort as i, createNoSandbox as n, launch as r, NOT_CONFINED as t };