import { i as outward, n as inward, r as join, t as CALL } from "./sandbox-bridge-sockets.js";
import { connect, createServer } from "node:net";
import { spawn } from "node:child_process";
import { constants } from "node:os";

// src/sandbox/bridge/inside.ts
/**
* Runs a program inside a network namespace: opens loopback ports that lead outside, waits for who comes from there, and
* ends as the program ends. Arguments: directory of the sockets, ports, port that the program listens on, file, arguments.
*/
const [directory = "", ports = "", listens = "", file = "", ...args] = process.argv.slice(2);
/** Connections that wait for being called; each one that is called has a successor. */
const WAITING = 8;
/** Milliseconds until an outside that is gone is asked again. */
const PAUSE = 200;
const SIGNALS = [
	"SIGTERM",
	"SIGINT",
	"SIGHUP",
	"SIGQUIT",
	"SIGUSR1",
	"SIGUSR2"
];
const cwd = process.cwd();
process.chdir(directory);
await Promise.all(numbers(ports).map(leadOut));
for (const port of numbers(listens)) for (let count = 0; count < WAITING; count += 1) wait(port);
run();
function numbers(text) {
	return text === "" ? [] : text.split(",").map(Number);
}
async function leadOut(port) {
	const server = createServer({ allowHalfOpen: true }, (client) => join(client, to(outward(port))));
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	server.on("error", () => void 0);
}
/** Keeps a connection to the outside ready until somebody there wants it. */
function wait(port) {
	const socket = to(inward(port));
	let called = false;
	const next = () => {
		if (called) return;
		called = true;
		wait(port);
	};
	socket.on("error", () => void 0);
	socket.once("close", () => setTimeout(next, PAUSE));
	socket.once("readable", () => {
		if (socket.read(CALL.length) === null) return void socket.destroy();
		next();
		join(socket, connect({
			host: "127.0.0.1",
			port,
			allowHalfOpen: true
		}));
	});
}
function to(name) {
	return connect({
		path: name,
		allowHalfOpen: true
	});
}
function run() {
	const handlers = SIGNALS.map((signal) => [signal, () => void program.kill(signal)]);
	for (const [signal, handler] of handlers) process.on(signal, handler);
	const program = spawn(file, args, {
		cwd,
		stdio: "inherit"
	});
	program.once("error", (error) => {
		process.stderr.write(`${file}: ${error.message}\n`);
		process.exit(127);
	});
	program.once("exit", (code, signal) => {
		for (const [name, handler] of handlers) process.off(name, handler);
		if (signal !== null) process.kill(process.pid, signal);
		process.exit(code ?? 128 + constants.signals[signal ?? "SIGKILL"]);
	});
}

export {  };