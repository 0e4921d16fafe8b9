import { a as findMarked, i as endProcesses, o as findProcesses, t as MARK, u as readProcess } from "./sandbox-marked-processes.js";
import { t as execa } from "./execa.js";
import { appendFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { randomBytes, randomInt } from "node:crypto";

// src/sandbox/root.ts
/** A command that runs another one as root, with an environment that is empty where it goes through `sudo`. */
function asRoot(root, { file, args }) {
	if (root.kind === "self") return {
		file,
		args
	};
	return {
		file: root.sudo,
		args: [
			"-n",
			"--",
			"/usr/bin/env",
			"-i",
			file,
			...args
		]
	};
}
/** Runs a line of shell as root. What goes wrong in it is the caller's to notice. */
async function runAsRoot(root, script, args = []) {
	const command = asRoot(root, {
		file: "/bin/sh",
		args: [
			"-c",
			script,
			"sh",
			...args
		]
	});
	await execa(command.file, command.args, {
		env: {},
		extendEnv: false,
		stdio: "ignore",
		reject: false,
		cwd: "/"
	});
}
/** Kills processes that may be another user's. */
async function killAsRoot(root, pids) {
	await signalAsRoot(root, "KILL", pids);
}
/** Kills every process with the mark, another user's too. */
async function endMarkedAsRoot(root, mark) {
	await endProcesses(() => findMarked(mark), (pids) => killAsRoot(root, pids));
}
/** Kills processes that may be another user's, stops them, or lets them go on. */
async function signalAsRoot(root, signal, pids) {
	if (pids.length === 0) return;
	await runAsRoot(root, "signal=$1; shift; kill -\"$signal\" \"$@\" 2>/dev/null", [signal, ...pids.map(String)]);
}
/** Reads the environment, takes it away, and starts the program; the third descriptor is a file where one is wanted. */
const WITH_ENVIRONMENT = ". \"$1\"; rm -f -- \"$1\"; if [ -n \"$2\" ]; then exec 3>\"$2\"; fi; shift 2; exec \"$@\"";
/**
* A command that runs another one as root with an environment. `sudo` lets no variable through, and everybody can read a
* command line, so the values go along in a file of `directory` that only its owner can read. `third` is where the third
* descriptor goes, which `sudo` does not let through either.
*/
function asRootWith(root, command, { directory, third }) {
	if (root.kind === "self") return command;
	const file = join(directory, `environment-${randomBytes(8).toString("hex")}`);
	const lines = Object.entries(command.env).flatMap(([name, value]) => /^[A-Za-z_]\w*$/.test(name) ? [`export ${name}=${quoted(value)}\n`] : []);
	writeFileSync(file, lines.join(""), {
		mode: 384,
		flag: "wx"
	});
	return {
		...asRoot(root, {
			file: "/bin/sh",
			args: [
				"-c",
				WITH_ENVIRONMENT,
				"sh",
				file,
				third,
				command.file,
				...command.args
			]
		}),
		env: {}
	};
}
/** A text as one word of shell. */
function quoted(text) {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
/** Where systems keep it. Looked for at fixed places, where a run's process was killed and its agents may still be there. */
const SUDO = [
	"/usr/bin/sudo",
	"/bin/sudo",
	"/usr/local/bin/sudo",
	"/run/wrappers/bin/sudo"
];
/** How a later step of the job becomes root, if it can. */
function rootOfLaterStep() {
	if (process.getuid?.() === 0) return { kind: "self" };
	const sudo = SUDO.find((path) => existsSync(path));
	return sudo === void 0 ? null : {
		kind: "sudo",
		sudo
	};
}

// src/sandbox/user/numbers.ts
/** User numbers that no system gives to anybody: between those of people and those that systemd hands out. */
const RANGE = {
	first: 60578,
	last: 61183
};
/**
* Numbers that no two programs have at once, those of other runs on the same machine among them. They are written down, so
* that a later step finds whose processes are left.
*/
function createUserNumbers(directory) {
	const taken = new Set(usersOf(readNames()));
	return {
		take() {
			const used = usersAtWork();
			let uid = randomInt(RANGE.first, RANGE.last + 1);
			while (taken.has(uid) || used.has(uid)) uid = uid === RANGE.last ? RANGE.first : uid + 1;
			taken.add(uid);
			appendFileSync(join(directory, USERS), `${uid}\n`, { mode: 384 });
			return uid;
		},
		giveBack: (uid) => void taken.delete(uid)
	};
}
/** Owners of the processes that there are. */
function usersAtWork() {
	const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
	return new Set(pids.flatMap((pid) => statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? []));
}
const USERS = "users";
/** Users that programs of a run were, as far as they are ones that only Patchwright uses. */
async function readUsers(directory) {
	const numbers = (await readFile(join(directory, USERS), "utf8").catch(() => "")).split("\n").map(Number);
	return new Set(numbers.filter((uid) => uid >= RANGE.first && uid <= RANGE.last));
}
function readNames() {
	try {
		return readFileSync("/etc/passwd", "utf8");
	} catch {
		return "";
	}
}
function usersOf(names) {
	return names.split("\n").map((line) => Number(line.split(":")[2]));
}
/** Gives what such users own in a run's directory back to trusted code, and removes what they left where everybody may write. */
async function takeBackAll(root, home, users) {
	const script = [
		"uid=$1 gid=$2 home=$3; shift 3",
		"for user in \"$@\"; do",
		"  find \"$home\" -uid \"$user\" -exec chown -h \"$uid:$gid\" {} +",
		"  find /tmp /var/tmp /dev/shm -xdev -uid \"$user\" -delete",
		"done"
	].join("\n");
	const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
	await runAsRoot(root, script, [
		uid,
		gid,
		home,
		...users
	].map(String));
}

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

export { endMarkedAsRoot as a, runAsRoot as c, asRootWith as i, signalAsRoot as l, sandboxDirectory as n, killAsRoot as o, createUserNumbers as r, quoted as s, endLeftovers as t };