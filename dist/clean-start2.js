import { accessSync, closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

// src/clean-start.ts
/** Tells the program that it is its own successor and that its environment waits on standard input. */
const SUCCESSOR = "--inherited";
/** What there is to say where `startClean` returned. */
const NOT_CLEAN = "This Node cannot start itself anew, so every process of the runner’s user can read this step’s environment, keys and tokens included, in /proc or its like. Use a runner on Linux or macOS whose Node is 22.15 or newer.";
/**
* What Node and the loader read while they start and never again. None of it holds a credential. There is no rule for all
* names that begin alike, since `NODE_AUTH_TOKEN`, which `setup-node` sets, is one.
*/
const READ_AT_START = /^(?:NODE_(?:OPTIONS|EXTRA_CA_CERTS|USE_SYSTEM_CA|ICU_DATA|V8_COVERAGE|COMPILE_CACHE)|SSL_CERT_(?:FILE|DIR)|OPENSSL_CONF|LD_LIBRARY_PATH|LD_PRELOAD|DYLD_\w+|LANG|LC_\w+|TZ)$/;
/** Read while it starts, too, but an address may carry a password: for a Node that cannot be told of them later. */
const PROXIES = /^(?:NODE_USE_ENV_PROXY|(?:https?|no)_proxy)$/i;
/**
* `/proc/<pid>/environ` shows to every process of the same user what a process was started with, for as long as it lives.
* So this one starts itself anew, under its own process id and without its environment, which goes along in a file that
* has no name and is the successor's standard input. Returns only where that cannot be done: on Windows, and in Node
* before 22.15. Nothing may have been written before to an output that is a pipe: what waits in memory would be lost.
*
* Who may trace a process can still read its memory; to keep that out is the sandbox's job.
*/
function startClean(environment) {
	const [node, [, program = ""]] = [process.execPath, process.argv];
	if (isSuccessor() || process.execve === void 0 || !isExecutable(node)) return;
	if (!handOver(Buffer.from(JSON.stringify(environment)), environment["RUNNER_TEMP"] ?? "/tmp")) return;
	process.execve(node, [
		node,
		NO_DEBUGGER,
		...process.execArgv,
		program,
		SUCCESSOR
	], neededAtStart(environment));
}
/** A signal of anybody's of the same user would else open Node's debugger, which reads the whole memory. */
const NO_DEBUGGER = "--disable-sigusr1";
/** Whether this process was started by `startClean`. */
function isSuccessor() {
	return process.argv[2] === SUCCESSOR;
}
/**
* In a successor: puts what waits on standard input into `environment`, where `/proc` does not show it, and leaves nothing
* of it behind. In any other process it does nothing.
*/
async function takeOver(environment) {
	if (!isSuccessor()) return;
	const bytes = Buffer.alloc(fstatSync(0).size);
	readSync(0, bytes, 0, bytes.length, 0);
	discardStandardInput();
	const { z } = await import("./zod2.js");
	Object.assign(environment, z.record(z.string(), z.string()).parse(JSON.parse(bytes.toString())));
	bytes.fill(0);
	if (usesProxies(environment)) proxySetter()?.();
}
/** Makes the bytes standard input. False where that does not work out; they are nowhere then. */
function handOver(bytes, temp) {
	closeSync(0);
	const file = createNameless("/dev/shm") ?? createNameless(temp) ?? openSync("/dev/null", "r");
	if (file === 0 && fstatSync(file).isFile() && writeSync(file, bytes, 0, bytes.length, 0) === bytes.length) return true;
	if (file === 0) discardStandardInput();
	return false;
}
function createNameless(directory) {
	const path = join(directory, `patchwright-${process.pid}-${Date.now()}`);
	try {
		const file = openSync(path, "wx+", 384);
		unlinkSync(path);
		return file;
	} catch {
		return null;
	}
}
/** What other processes of the same user could still open by way of `/proc` is emptied, too. */
function discardStandardInput() {
	if (fstatSync(0).isFile()) ftruncateSync(0);
	closeSync(0);
	openSync("/dev/null", "r");
}
function neededAtStart(environment) {
	const proxies = usesProxies(environment) && proxySetter() === null;
	const needed = (name) => READ_AT_START.test(name) || proxies && PROXIES.test(name);
	return Object.fromEntries(Object.entries(environment).filter(([name]) => needed(name)));
}
/** Node goes through the proxies that its environment names only when it is told to. */
function usesProxies({ NODE_USE_ENV_PROXY, NODE_OPTIONS }) {
	return NODE_USE_ENV_PROXY === "1" || NODE_OPTIONS?.includes("--use-env-proxy") === true;
}
/** Null in Node before 24.14. */
function proxySetter() {
	return process.getBuiltinModule("node:http").setGlobalProxyFromEnv ?? null;
}
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

export { takeOver as i, isSuccessor as n, startClean as r, NOT_CLEAN as t };