import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as MARKER_START } from "./text-marker-start.js";
import { n as Failure, r as asFailure } from "./failure2.js";
import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, _r as union, ar as string, qn as object, s as datetime, sn as discriminatedUnion, tr as record, vr as unknown, xn as int } from "./zod.js";
import { t as costOf } from "./gateway-price.js";
import { n as redactAll } from "./text-redact.js";
import { n as realPath, t as isInside } from "./workspace-program2.js";
import { t as execa } from "./execa.js";
import { t as serverOf } from "./agent-server-of.js";
import { A as costText, B as formatNumber, C as spentRun, D as joinSpending, E as addRun, F as fixRounds, H as codeSpan, I as standingOf, K as link, M as openText, N as standingWords, P as commentCarriesReport, R as formatDuration, S as spendingSection, T as RUN_ENDS, X as plainLine, Y as logLines, a as reportSections, b as goOn, f as accountsNote, g as BODY_LIMIT, h as notice, i as stepsFolded, j as headline, k as prose, n as ending, o as shortSections, p as changeText, q as paragraphs, r as stepList, t as requester, w as NO_RUNS, x as sentence, y as fit, z as formatMoney } from "./report-requester.js";
import { n as isBlocking, r as isOpen } from "./finding.js";
import { n as createLedger, r as totalOf, t as countTokens } from "./ledger-ledger.js";
import { n as removeDirectory, t as copyDirectory } from "./workspace-copy.js";
import { t as redactRun } from "./report-redacted-run2.js";
import { n as RECORD_FILE, t as PATCH_FILE } from "./report-outputs2.js";
import { n as whatToDo, t as REMEDIES } from "./report-remedies2.js";
import { lstat, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createHash, randomUUID } from "node:crypto";

// src/workspace/git-environment.ts
/**
* Switches off everything that git starts or reads by configuration. Given on the command line of every call, where it
* wins over the configuration of the git directory and is taken over by git's own children.
*/
const CONFIG = {
	"core.fileMode": "true",
	"core.symlinks": "true",
	"core.autocrlf": "false",
	"core.safecrlf": "false",
	"core.eol": "lf",
	"core.ignoreCase": "false",
	"core.precomposeUnicode": "false",
	"core.protectHFS": "true",
	"core.protectNTFS": "true",
	"core.quotePath": "false",
	"core.attributesFile": "/dev/null",
	"core.excludesFile": "/dev/null",
	"core.hooksPath": "/dev/null",
	"core.fsmonitor": "false",
	"core.untrackedCache": "false",
	"core.splitIndex": "false",
	"core.logAllRefUpdates": "false",
	"core.sshCommand": "false",
	"core.askPass": "",
	"credential.helper": "",
	"fetch.recurseSubmodules": "false",
	"submodule.recurse": "false",
	"diff.ignoreSubmodules": "all",
	"gc.auto": "0",
	"maintenance.auto": "false",
	"advice.addEmbeddedRepo": "false",
	"safe.directory": "*"
};
/** The whole environment of one call of git. */
function environmentOf(gitDir, call) {
	return {
		GIT_DIR: gitDir,
		...call.workTree === void 0 ? {} : { GIT_WORK_TREE: call.workTree },
		...call.index === void 0 ? {} : { GIT_INDEX_FILE: call.index },
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_SYSTEM: "/dev/null",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_EDITOR: "false",
		GIT_PAGER: "cat",
		GIT_PROTOCOL_FROM_USER: "0",
		GIT_ALLOW_PROTOCOL: call.protocols ?? "none",
		LC_ALL: "C",
		TZ: "UTC",
		...secretConfigOf(call.secretConfig ?? {})
	};
}
/** Other users of the machine can read a command line, and nobody but root and its owner an environment. */
function secretConfigOf(config) {
	const entries = Object.entries(config);
	if (entries.length === 0) return {};
	const pairs = entries.flatMap(([key, value], at) => [[`GIT_CONFIG_KEY_${at}`, key], [`GIT_CONFIG_VALUE_${at}`, value]]);
	return {
		GIT_CONFIG_COUNT: String(entries.length),
		...Object.fromEntries(pairs.map(([k = "", v = ""]) => [k, v]))
	};
}

// src/workspace/git.ts
/** Milliseconds after which a call of git counts as hanging. */
const TIME_LIMIT = 6e5;
const OUTPUT_LIMIT = 268435456;
const COMPLAINTS_LIMIT = 67108864;
/**
* `gitDir` is named outright in every call, so that git neither looks for one nor minds who owns it. `env` is for what
* the network needs (proxies, certificates); nothing else of the caller's environment is passed on.
*/
function createGit(given) {
	const start = (args, call, buffer) => execa(given.program, [...configArgs(call), ...args], {
		cwd: call.workTree ?? dirname(given.gitDir),
		env: {
			...given.env,
			...environmentOf(given.gitDir, call)
		},
		extendEnv: false,
		input: call.input ?? "",
		encoding: "buffer",
		buffer: {
			stdout: buffer,
			stderr: true
		},
		stripFinalNewline: false,
		maxBuffer: {
			stdout: call.limit ?? OUTPUT_LIMIT,
			stderr: COMPLAINTS_LIMIT
		},
		timeout: TIME_LIMIT,
		reject: false
	});
	const run = async (args, call = {}) => {
		const result = await start(args, call, true);
		const cut = call.cut === true && result.isMaxBuffer;
		const code = cut ? 0 : result.exitCode;
		if (code === void 0 || code !== 0 && call.answers?.includes(code) !== true) throw gitFailure(args, result);
		return {
			code,
			output: Buffer.from(result.stdout ?? []),
			cut
		};
	};
	return {
		gitDir: given.gitDir,
		run,
		text: async (args, call) => (await run(args, call)).output.toString().replace(/\n$/, ""),
		async *stream(args, call = {}) {
			const child = start(args, call, false);
			yield* child.iterable({ binary: true });
			const result = await child;
			if (result.failed) throw gitFailure(args, result);
		}
	};
}
function configArgs(call) {
	const config = {
		...CONFIG,
		"core.bare": String(call.workTree === void 0)
	};
	return Object.entries(config).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
}
function gitFailure(args, result) {
	const command = `git ${args.find((arg) => !arg.startsWith("-")) ?? ""}`;
	if (result.isMaxBuffer) return new Failure("bad-input", `\`${command}\` gives more output than is read.`, {
		hint: "The repository or the change is larger than Patchwright handles.",
		cause: result
	});
	const complaint = Buffer.from(result.stderr ?? []).toString().trim().slice(-2e3);
	const what = result.timedOut ? `took longer than ${TIME_LIMIT / 1e3} s` : `failed: ${complaint || messageOf(result.cause)}`;
	return new Failure("unknown", `\`${command}\` ${what}`, {
		hint: "See what git says; disk space and the state of the repository are the usual reasons.",
		cause: result.cause ?? result
	});
}
function messageOf(cause) {
	return cause instanceof Error ? cause.message : "";
}

// src/workspace/relocate.ts
/** Python's virtual environments, wherever they stand within the first two levels. */
const MARKER = "pyvenv.cfg";
/** Files that name places: entry scripts, activation, editable installs. */
const NAMING = /^(?:pyvenv\.cfg|direct_url\.json|.*\.(?:pth|egg-link)|__editable__.*\.py)$/;
const LARGEST = 1048576;
/**
* Virtual environments name themselves and editable installs by absolute path. A copy that still named the original
* would run the original's interpreter on the original's source, and a check of the copy would tell nothing about it.
*/
async function relocateEnvironments(directory, from, to) {
	for (const environment of await findEnvironments(directory, 2)) for (const file of await namingFiles(environment)) await replaceIn(file, from, to);
}
async function findEnvironments(directory, levels) {
	const entries = await readdir(directory, { withFileTypes: true });
	if (entries.some((entry) => entry.name === MARKER && entry.isFile())) return [directory];
	if (levels === 0) return [];
	const below = entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== ".git");
	return (await Promise.all(below.map((entry) => findEnvironments(join(directory, entry.name), levels - 1)))).flat();
}
async function namingFiles(environment) {
	return (await readdir(environment, {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => entry.isFile() && (NAMING.test(entry.name) || entry.parentPath === join(environment, "bin"))).map((entry) => join(entry.parentPath, entry.name));
}
async function replaceIn(file, from, to) {
	if ((await lstat(file)).size > LARGEST) return;
	const bytes = await readFile(file);
	if (bytes.includes(0) || !bytes.includes(from)) return;
	const text = bytes.toString("latin1");
	const name = Buffer.from(from).toString("latin1").replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
	const replaced = text.replaceAll(new RegExp(String.raw`${name}(?![\w.-])`, "g"), () => Buffer.from(to).toString("latin1"));
	await writeFile(file, replaced, "latin1");
}

// src/workspace/trusted.ts
/** The baseline commit under a name of its own, so that nothing depends on the workspace's branches. */
const BASELINE_REF = "refs/patchwright/baseline";
/**
* The git directory of trusted code: no hooks, no configuration but its own, and the workspace's objects borrowed for
* reading. A baseline that is not among them is fetched.
*/
async function makeTrusted(given) {
	await mkdir(given.gitDir, { recursive: true });
	const git = createGit(given);
	await git.run([
		"init",
		"--quiet",
		"--bare",
		"--template=",
		"--initial-branch=none",
		given.gitDir
	]);
	if (!given.source.partial) {
		await mkdir(join(given.gitDir, "objects", "info"), { recursive: true });
		await writeFile(join(given.gitDir, "objects", "info", "alternates"), `${given.source.objects}\n`);
	}
	for (const commit of [given.baseline, given.also ?? given.baseline]) if (!await hasCommit(git, commit)) await fetchCommit(git, commit, given);
	await git.run([
		"update-ref",
		BASELINE_REF,
		given.baseline
	]);
	return git;
}
async function hasCommit(git, commit) {
	return (await git.run([
		"cat-file",
		"-e",
		`${commit}^{commit}`
	], { answers: [1, 128] })).code === 0;
}
async function fetchCommit(git, commit, { remote, source }) {
	if (remote === null) throw new Failure("bad-input", `GITHUB_WORKSPACE (${source.directory}) does not have the commit ${commit}.`, { hint: "Give `actions/checkout` the option `fetch-depth: 0`, without `filter:`." });
	const args = [
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--no-auto-gc",
		...source.partial ? ["--depth=50"] : [],
		"--",
		remote.url,
		commit
	];
	try {
		await git.run(args, {
			protocols: "https:http",
			secretConfig: authorization(remote.token)
		});
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : "";
		throw new Failure("forge", `Commit ${commit} could not be fetched from ${remote.url}. ${reason}`, {
			hint: "Check that the commit is still on a branch of the repository and that `github-token` may read contents.",
			cause
		});
	}
}
/** As `actions/checkout` does it: GitHub takes the token as the password of any user. */
function authorization(token) {
	if (token === "") return {};
	return {
		"http.extraHeader": `Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
		"http.followRedirects": "false"
	};
}

// src/workspace/clone.ts
/** Commits of history that the agent can look at. */
const DEPTH = 50;
/**
* The coder's disposable clone: a repository of its own that shares no object, no link, no remote, no credential and no
* hook with anything outside, so that whatever is written into it stays in it. Trusted code never runs git on its git
* directory once the agent exists.
*/
async function makeClone(given) {
	const { directory, trustedDir } = given;
	await mkdir(directory, { recursive: true });
	const git = createGit({
		program: given.programs.git,
		gitDir: join(directory, ".git")
	});
	await mkdir(git.gitDir);
	const inClone = { workTree: directory };
	await git.run([
		"init",
		"--quiet",
		"--template=",
		`--initial-branch=${given.branch}`
	], inClone);
	const refspec = `${BASELINE_REF}:refs/heads/${given.branch}`;
	const args = [
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--update-head-ok",
		`--depth=${DEPTH}`
	];
	await git.run([
		...args,
		"--",
		trustedDir,
		refspec
	], {
		...inClone,
		protocols: "file"
	});
	await git.run([
		"read-tree",
		"--reset",
		"-u",
		"HEAD"
	], inClone);
	for (const name of given.source.dependencies) await copyDependencies(given.programs.cp, {
		from: given.source.directory,
		to: directory,
		name
	});
}
/** What the baseline itself has under that name goes before the workspace's. */
async function copyDependencies(cp, { from, to, name }) {
	const target = join(to, name);
	if (await lstat(target).catch(() => null) !== null) return;
	await copyDirectory(cp, join(from, name), target);
	await relocateEnvironments(target, from, to);
}

// src/workspace/materialise.ts
/**
* Brings a directory to exactly a tree, writing only what differs from what its index knows. Ignored files stay, so that
* installed dependencies do; every other file that is not in the tree goes.
*/
async function materialiseTree(git, at, tree) {
	await mkdir(at.directory, { recursive: true });
	const call = {
		workTree: at.directory,
		index: at.index
	};
	await git.run([
		"clean",
		"-d",
		"-f",
		"-f",
		"--quiet"
	], call);
	await git.run([
		"read-tree",
		"--reset",
		"-u",
		tree
	], call);
	await git.run([
		"clean",
		"-d",
		"-f",
		"-f",
		"--quiet"
	], call);
}
/** Tells the index that the directory has the tree already, so that nothing of it need be written again. */
async function adoptTree(git, at, tree) {
	const call = {
		workTree: at.directory,
		index: at.index
	};
	await git.run([
		"read-tree",
		"--reset",
		tree
	], call);
	await git.run([
		"update-index",
		"-q",
		"--refresh"
	], {
		...call,
		answers: [1]
	});
}

// src/workspace/names.ts
/** Code points that HFS+ leaves out when it compares names; the list is git's own (utf8.c, `next_hfs_char`). */
const IGNORED_BY_HFS = /[\u{200C}-\u{200F}\u{202A}-\u{202E}\u{206A}-\u{206F}\u{FEFF}]/gu;
/** `.git` as NTFS reads it: its short name, trailing dots and spaces, a stream after a colon. */
const GIT_DIRECTORY = /^(?:\.git|git~\d+)[ .]*(?::.*)?$/;
/** Whether some file system takes a component of the path for git's own directory. */
function namesGitDirectory(path) {
	return path.split(/[/\\]/).some((component) => GIT_DIRECTORY.test(comparable(component)));
}
/** Equal for names that some file system takes for one. */
function comparable(name) {
	return name.replaceAll(IGNORED_BY_HFS, "").normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
/** The text of a name, null when it is not UTF-8: git's names are bytes, the forge's are text. */
function decodeName(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return null;
	}
}
/** The records of a `-z` output. */
function splitRecords(output) {
	const records = [];
	for (let start = 0; start < output.length;) {
		const found = output.indexOf(0, start);
		const end = found === -1 ? output.length : found;
		records.push(output.subarray(start, end));
		start = end + 1;
	}
	return records;
}

// src/workspace/assemble.ts
/** The tree of a commit with nothing but these files changed: what the forge has after they were published. */
async function treeWith(git, given) {
	await git.run(["read-tree", given.base], { index: given.index });
	const entries = given.files.map((file) => ({
		name: Buffer.from(file.path),
		entry: file.status === "deleted" ? null : file
	}));
	return await treeOfIndex(git, given.index, entries);
}
/** The same with that text in a file that the tree has; its mode stays. */
async function treeWithText(git, given) {
	const { base, path, text, index } = given;
	await git.run(["read-tree", base], { index });
	const [mode = "100644"] = (await git.text([
		"ls-files",
		"--stage",
		"--",
		`:(literal)${path}`
	], { index })).split(" ");
	const blob = await git.text([
		"hash-object",
		"-w",
		"--no-filters",
		"--stdin"
	], { input: Buffer.from(text) });
	return await treeOfIndex(git, index, [{
		name: Buffer.from(path),
		entry: {
			mode,
			blob
		}
	}]);
}
/** The tree of an index after just these paths were set or taken out in it. */
async function treeOfIndex(git, index, entries) {
	const lines = entries.toSorted((left, right) => Number(left.entry !== null) - Number(right.entry !== null)).flatMap(({ name, entry }) => [
		Buffer.from(entry === null ? `0 ${"0".repeat(40)} 0\t` : `${entry.mode} ${entry.blob} 0\t`),
		name,
		Buffer.from([0])
	]);
	await git.run([
		"update-index",
		"-z",
		"--index-info"
	], {
		index,
		input: Buffer.concat(lines)
	});
	return await git.text(["write-tree"], { index });
}
/** Those of the paths that the tree's attributes give to Git LFS. */
async function lfsPaths(git, given) {
	const filters = await readAttribute(git, {
		...given,
		name: "filter"
	});
	return new Set([...filters].filter(([, value]) => value === "lfs").map(([path]) => path));
}
/** An attribute of each path by the tree's attributes: `set`, `unset`, `unspecified`, or its value. */
async function readAttribute(git, given) {
	await git.run(["read-tree", given.tree], { index: given.index });
	const input = given.paths.map((path) => `${path}\0`).join("");
	const args = [
		"check-attr",
		"--cached",
		"-z",
		"--stdin",
		given.name
	];
	const { output } = await git.run(args, {
		index: given.index,
		input
	});
	const fields = splitRecords(output).map(String);
	return new Map(fields.flatMap((path, at) => at % 3 === 0 ? [[path, fields[at + 2] ?? "unspecified"]] : []));
}

// src/workspace/blobs.ts
/** Sizes and digests of blobs, read in one stream whatever their size. */
async function digestBlobs(git, blobs) {
	const digests = /* @__PURE__ */ new Map();
	const wanted = [...new Set(blobs)];
	if (wanted.length === 0) return digests;
	const reader = batchReader((blob, digest) => digests.set(blob, digest));
	for await (const bytes of git.stream(["cat-file", "--batch"], { input: `${wanted.join("\n")}\n` })) reader(bytes);
	const missing = wanted.find((blob) => !digests.has(blob));
	if (missing === void 0) return digests;
	throw new Failure("unknown", `Git has no object ${missing}.`, { hint: "The checkout of the workspace is damaged." });
}
/** The format is `<id> blob <size>\n`, the bytes, `\n`, again and again, cut anywhere. */
function batchReader(onBlob) {
	let header = "";
	let reading = null;
	let left = 0;
	const takeHeader = (bytes) => {
		const end = bytes.indexOf(10);
		header += Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString("latin1");
		if (end === -1) return bytes.length;
		const [blob = "", kind = "", size = ""] = header.split(" ");
		header = "";
		if (kind !== "blob") return end + 1;
		reading = {
			blob,
			size: Number(size),
			hash: createHash("sha256")
		};
		left = reading.size + 1;
		return end + 1;
	};
	const takeBytes = (bytes, { blob, size, hash }) => {
		const count = Math.min(left, bytes.length);
		hash.update(bytes.subarray(0, Math.min(count, left - 1)));
		left -= count;
		if (left > 0) return count;
		onBlob(blob, {
			size,
			sha256: hash.digest("hex")
		});
		reading = null;
		return count;
	};
	return (bytes) => {
		for (let rest = bytes; rest.length > 0;) rest = rest.subarray(reading === null ? takeHeader(rest) : takeBytes(rest, reading));
	};
}

// src/workspace/change.ts
/** Null is git's mode of zeros: not there. */
function parseMode(text) {
	switch (text) {
		case "100755":
		case "120000":
		case "160000": return text;
		case "000000": return null;
		default: return "100644";
	}
}

// src/workspace/diff.ts
/** No attribute is looked at either: one in the change could declare a source file binary and so hide it. */
const PLAIN = [
	"-r",
	"--no-ext-diff",
	"--no-textconv",
	"--no-color",
	"--ignore-submodules=all",
	"--find-renames"
];
/** Unified diff of two trees for reading; binary files are only named. */
async function diffText(git, trees, options = {}) {
	const limit = options.limit ?? 4194304;
	const args = [
		"--literal-pathspecs",
		"diff-tree",
		"-p",
		...PLAIN,
		`--unified=${options.context ?? 3}`,
		...trees,
		"--"
	];
	const { output, cut } = await git.run([...args, ...options.paths ?? []], {
		limit,
		cut: true
	});
	if (!cut) return output.toString();
	return `${output.subarray(0, output.lastIndexOf(10) + 1).toString()}[The diff is longer than ${limit} bytes; its end is left out.]\n`;
}
/** Patch of two trees that `git apply` takes, binary files included. Bytes, because content need not be UTF-8. */
async function diffPatch(git, from, to) {
	return (await git.run([
		"diff-tree",
		"--binary",
		"--full-index",
		"-p",
		...PLAIN,
		from,
		to
	])).output;
}
/** Lines added and removed between two trees; binary files count nothing. */
async function countLines(git, from, to) {
	const records = splitRecords((await git.run([
		"diff-tree",
		"--numstat",
		"-z",
		...PLAIN,
		from,
		to
	])).output);
	let added = 0;
	let removed = 0;
	for (let at = 0; at < records.length; at += 1) {
		const [plus, minus, path] = records[at]?.toString().split("	") ?? [];
		added += Number(plus) || 0;
		removed += Number(minus) || 0;
		if (path === "") at += 2;
	}
	return {
		added,
		removed
	};
}

// src/workspace/index-file.ts
/** An index file for one question, so that several can be asked at once. */
async function withIndex(git, ask) {
	const index = join(git.gitDir, `index-${randomUUID()}`);
	try {
		return await ask(index);
	} finally {
		await rm(index, { force: true });
	}
}

// src/workspace/extract.ts
/** The difference of two trees as a Change. Bytes are measured and digested from the objects, not from the work tree. */
async function extractChange(git, trees, leftOut) {
	const { files, undecodable } = await readChanges(git, trees.baselineTree, trees.tree);
	return {
		...trees,
		treeOnBase: await withIndex(git, (index) => treeWith(git, {
			base: trees.base,
			files,
			index
		})),
		files,
		...await countLines(git, trees.baselineTree, trees.tree),
		leftOut: [...leftOut, ...undecodable]
	};
}
/** The files that differ between two trees, by path, and the names that are not UTF-8. */
async function readChanges(git, from, to) {
	const differences = await readDifferences(git, from, to);
	const digests = await digestBlobs(git, differences.filter(hasBlob).map(({ blob }) => blob));
	const files = [];
	const undecodable = [];
	for (const difference of differences) {
		const path = decodeName(difference.path);
		const target = difference.target === null ? null : decodeName(difference.target);
		if (path === null || difference.target !== null && target === null) undecodable.push({
			path: (difference.target ?? difference.path).toString(),
			because: "not-utf-8"
		});
		else files.push(...changedFiles(difference, {
			path,
			target
		}, digests));
	}
	return {
		files: files.toSorted((left, right) => Buffer.compare(Buffer.from(left.path), Buffer.from(right.path))),
		undecodable
	};
}
/** A rename is a deletion and an addition. */
function changedFiles(difference, names, digests) {
	const { mode, previousMode, blob } = difference;
	const deleted = previousMode === null ? [] : [{
		status: "deleted",
		path: names.path,
		previousMode
	}];
	if (mode === null) return deleted;
	const content = {
		mode,
		blob,
		...digests.get(blob) ?? {
			size: 0,
			sha256: NO_BYTES
		}
	};
	if (names.target !== null) {
		const added = {
			status: "added",
			path: names.target,
			previousMode: null,
			renamedFrom: names.path,
			...content
		};
		return [...deleted, added];
	}
	return [{
		status: previousMode === null ? "added" : "modified",
		path: names.path,
		previousMode,
		renamedFrom: null,
		...content
	}];
}
/** The sha256 of nothing: a submodule has no bytes here. */
const NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
async function readDifferences(git, from, to) {
	const args = [
		"diff-tree",
		"-r",
		"-z",
		"--raw",
		"--no-abbrev",
		"--find-renames",
		"--no-ext-diff",
		"--no-textconv",
		from,
		to
	];
	const records = splitRecords((await git.run(args)).output)[Symbol.iterator]();
	const differences = [];
	for (let head = records.next(); !head.done; head = records.next()) {
		const [previousMode = "", mode = "", , blob = "", status = ""] = head.value.toString().slice(1).split(" ");
		const path = records.next().value ?? Buffer.alloc(0);
		const target = status.startsWith("R") ? records.next().value ?? null : null;
		differences.push({
			status,
			previousMode: parseMode(previousMode),
			mode: parseMode(mode),
			blob,
			path,
			target
		});
	}
	return differences;
}
function hasBlob(difference) {
	return difference.mode !== null && difference.mode !== "160000";
}

// src/workspace/omissions.ts
/** GitHub refuses files above 100 MiB, and hashing what nobody can publish takes time and disk. */
const LARGEST_FILE = 104857600;
/** What is not to be added: the places of submodules, and what git cannot or must not take. */
async function findOmissions(git, at, submodules) {
	const places = await submodulePlaces(at, submodules);
	const omissions = /* @__PURE__ */ new Map();
	for (const name of await untracked(git, {
		workTree: at.directory,
		index: at.index
	})) {
		if (places.some((place) => isBelow(name, place.name))) continue;
		const because = await whyLeftOut(at.directory, name);
		if (because === null) continue;
		const cut = because === "git-name" ? upToGitName(name) : name;
		const bare = cut.at(-1) === 47 ? cut.subarray(0, -1) : cut;
		omissions.set(bare.toString("latin1"), {
			name: bare,
			leftOut: {
				path: bare.toString(),
				because
			}
		});
	}
	return [...places, ...omissions.values()];
}
/** Git lists a repository inside the work tree with a slash at its end, and nothing below it. */
async function untracked(git, call) {
	return splitRecords((await git.run([
		"ls-files",
		"-z",
		"--others",
		"--exclude-standard"
	], call)).output);
}
async function whyLeftOut(directory, name) {
	const path = decodeName(name);
	if (path === null) return "not-utf-8";
	if (namesGitDirectory(path)) return "git-name";
	if (path.endsWith("/")) return "repository";
	const found = await lstat(join(directory, path)).catch(() => null);
	return found !== null && found.size > LARGEST_FILE ? "too-large" : null;
}
function upToGitName(name) {
	const components = name.toString().split("/");
	const at = components.findIndex(namesGitDirectory);
	return Buffer.from(components.slice(0, at + 1).join("/"));
}
async function submodulePlaces(at, submodules) {
	const omissions = [];
	for (const { name, path } of submodules) {
		if (!await isOwnDirectory(at.directory, path)) continue;
		const filled = (await readdir(join(at.directory, path)).catch(() => [])).length > 0;
		omissions.push({
			name,
			leftOut: filled ? {
				path,
				because: "inside-submodule"
			} : null
		});
	}
	return omissions;
}
/** A directory that is reached without a link on the way. */
async function isOwnDirectory(directory, path) {
	const full = join(directory, path);
	return (await lstat(full).catch(() => null))?.isDirectory() === true && await realPath(dirname(full)) === dirname(full);
}
/** Whether a path is the other one or stands in it. */
function isBelow(name, top) {
	return name.subarray(0, top.length).equals(top) && (name.length === top.length || name[top.length] === 47);
}

// src/workspace/snapshot.ts
/**
* The tree that git would commit from a work tree: tracked and untracked files, ignored ones left out, on top of `base`
* or of what the index holds. What git cannot take is left out and named, and costs nothing else its place.
*
* Submodules stay where they are. Git must never see a repository inside the work tree while it adds: to learn whether
* a submodule is dirty, it runs `git status` in there, and with it the filters that the agent may have configured.
*/
async function takeSnapshot(git, at, base) {
	const call = {
		workTree: at.directory,
		index: at.index
	};
	if (base !== null) await git.run([
		"read-tree",
		"--reset",
		base
	], call);
	const submodules = await takeOutSubmodules(git, call);
	const omissions = await findOmissions(git, at, submodules);
	const missed = await addAll(git, call, omissions) ? [] : await findMissed(git, call, omissions);
	await putBackSubmodules(git, at, submodules);
	return {
		tree: await git.text(["write-tree"], call),
		leftOut: [...omissions.flatMap(({ leftOut }) => leftOut ?? []), ...missed]
	};
}
async function takeOutSubmodules(git, call) {
	const { output } = await git.run([
		"ls-files",
		"--stage",
		"-z"
	], call);
	const found = splitRecords(output).filter((record) => record.subarray(0, 7).toString() === "160000 ").map((record) => {
		const tab = record.indexOf(9);
		const name = record.subarray(tab + 1);
		return {
			name,
			path: name.toString(),
			commit: record.subarray(7, tab).toString().split(" ")[0] ?? ""
		};
	});
	if (found.length > 0) await git.run([
		"update-index",
		"-z",
		"--force-remove",
		"--stdin"
	], {
		...call,
		input: records(found)
	});
	return found;
}
/** A submodule whose directory is gone was deleted; one that became a file is added as that file. */
async function putBackSubmodules(git, at, submodules) {
	const lines = [];
	for (const { name, path, commit } of submodules) {
		if (!await isOwnDirectory(at.directory, path)) continue;
		lines.push(Buffer.from(`160000 ${commit} 0\t`), name, Buffer.from([0]));
	}
	if (lines.length === 0) return;
	const call = {
		workTree: at.directory,
		index: at.index,
		input: Buffer.concat(lines)
	};
	await git.run([
		"update-index",
		"-z",
		"--index-info"
	], call);
}
/** False when git could not add everything. */
async function addAll(git, call, omissions) {
	const exclusions = omissions.map(({ name }) => ({ name: Buffer.concat([Buffer.from(":(exclude,top,literal)"), name]) }));
	const input = records([{ name: Buffer.from(":/") }, ...exclusions]);
	return (await git.run([
		"add",
		"--all",
		"--ignore-errors",
		"--pathspec-from-file=-",
		"--pathspec-file-nul"
	], {
		...call,
		input,
		answers: [1]
	})).code === 0;
}
async function findMissed(git, call, omissions) {
	return [...splitRecords((await git.run([
		"diff-files",
		"-z",
		"--name-only"
	], call)).output), ...await untracked(git, call)].filter((name) => !omissions.some((known) => isBelow(name, known.name))).map((name) => ({
		path: name.toString(),
		because: "unreadable"
	}));
}
function records(items) {
	return Buffer.concat(items.flatMap(({ name }) => [name, Buffer.from([0])]));
}

// src/workspace/without-configuration.ts
/**
* What OpenCode 1.18 still reads of the directory that it works in, code included, although project configuration is
* switched off.
*/
const AGENT_CONFIGURATION = [
	".opencode",
	"opencode.json",
	"opencode.jsonc"
];
/** Takes out of a directory what would configure the agent that looks at it, so that no change configures its own judge. */
async function removeConfiguration(directory) {
	await Promise.all(AGENT_CONFIGURATION.map((name) => rm(join(directory, name), {
		recursive: true,
		force: true
	})));
}

// src/workspace/places.ts
function createPlaces(given) {
	const { git, marked } = given;
	const at = (place) => placeAt(given, place);
	return {
		clone: at("clone").directory,
		checked: at("checked").directory,
		snapshot: at("snapshot").directory,
		marked,
		async renewChecked(tree) {
			await given.renew(at("checked"));
			await materialiseTree(git, at("checked"), tree);
		},
		async extract() {
			const before = marked();
			const after = await takeSnapshot(git, at("clone"), before.tree);
			const trees = {
				base: given.baseline,
				baselineTree: before.tree,
				tree: after.tree
			};
			return await extractChange(git, trees, newlyLeftOut(before, after));
		},
		bring: (tree) => materialiseTree(git, at("clone"), tree),
		async materialise(tree, place) {
			await materialiseTree(git, at(place), tree);
			if (place === "snapshot") await removeConfiguration(at(place).directory);
		},
		digest: async (place) => digestOf(await takeSnapshot(git, at(place), null))
	};
}
/** A place's directory, and the index file with which trusted git looks at it. */
function placeAt({ git, root, label }, place) {
	return {
		directory: join(root, place),
		index: join(git.gitDir, `index-${label}${place}`)
	};
}
function newlyLeftOut(before, after) {
	return after.leftOut.filter(({ path }) => !before.leftOut.some((known) => known.path === path));
}
function digestOf({ tree, leftOut }) {
	if (leftOut.length === 0) return tree;
	return `${tree}+${createHash("sha256").update(JSON.stringify(leftOut)).digest("hex")}`;
}

// src/workspace/steps.ts
function createRunPlaces(given) {
	const { git, cp, root, baseline } = given;
	const own = {
		git,
		root,
		label: "",
		baseline
	};
	const clone = placeAt(own, "clone");
	const pristine = join(root, "pristine");
	let marked = given.marked ?? null;
	const renew = async (at) => {
		await removeDirectory(at.directory);
		await copyDirectory(cp, pristine, at.directory);
		await relocateEnvironments(at.directory, clone.directory, at.directory);
		await adoptTree(git, at, mustBeMarked(marked).tree);
	};
	const places = createPlaces({
		...own,
		renew,
		marked: () => mustBeMarked(marked)
	});
	const ofStep = (name) => ({
		git,
		root: join(root, "steps", checkedName(name)),
		label: `${name}-`,
		baseline
	});
	const reopenStep = (name, then) => createPlaces({
		...ofStep(name),
		renew,
		marked: () => then
	});
	return {
		...places,
		async markBaseline() {
			marked = await takeSnapshot(git, clone, baseline);
			await copyDirectory(cp, clone.directory, pristine);
			await places.materialise(marked.tree, "snapshot");
			return marked.tree;
		},
		async checkOut(tree) {
			const checked = placeAt(own, "checked");
			await removeDirectory(checked.directory);
			await copyDirectory(cp, join(pristine, ".git"), join(checked.directory, ".git"));
			await materialiseTree(git, checked, tree);
		},
		recordChecked: async () => (await takeSnapshot(git, placeAt(own, "checked"), null)).tree,
		async forStep(name, tree) {
			const before = mustBeMarked(marked);
			const step = ofStep(name);
			await removeDirectory(step.root);
			await renew(placeAt(step, "clone"));
			if (tree !== before.tree) await materialiseTree(git, placeAt(step, "clone"), tree);
			const stepPlaces = reopenStep(name, {
				tree,
				leftOut: before.leftOut
			});
			await stepPlaces.materialise(tree, "snapshot");
			return stepPlaces;
		},
		reopenStep
	};
}
function checkedName(name) {
	if (/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(name)) return name;
	throw new Failure("unknown", `“${name}” cannot be the name of a step's places.`, { hint: DEFECT });
}
function mustBeMarked(marked) {
	if (marked !== null) return marked;
	throw new Failure("unknown", "The Change was asked for before the baseline was marked.", { hint: DEFECT });
}
const DEFECT = "This is a defect of Patchwright; please report it.";

// src/workspace/tree.ts
/** More than the forge takes in one file. */
const LARGEST_BLOB = 134217728;
/** A word that is everywhere locates nothing. */
const LARGEST_SEARCH = 16777216;
/** Every file of a tree or commit, links and submodules included. */
async function listFiles(git, tree) {
	const { output } = await git.run([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	]);
	return splitRecords(output).map(parseEntry);
}
function parseEntry(record) {
	const tab = record.indexOf(9);
	const [mode = "", , blob = ""] = record.subarray(0, tab).toString().split(" ");
	return {
		path: record.subarray(tab + 1).toString(),
		mode: parseMode(mode) ?? "100644",
		blob
	};
}
async function readBlob(git, blob) {
	return (await git.run([
		"cat-file",
		"blob",
		blob
	], { limit: LARGEST_BLOB })).output;
}
/** Bytes of a regular file in a tree or commit; null when there is none, or a link, a folder or a submodule instead. */
async function readTreeFile(git, tree, path) {
	const { output } = await git.run([
		"--literal-pathspecs",
		"ls-tree",
		"-z",
		"--full-tree",
		tree,
		"--",
		path
	]);
	const entry = splitRecords(output).filter((record) => record.toString().startsWith("100")).map(parseEntry).find((file) => file.path === path);
	return entry === void 0 ? null : await readBlob(git, entry.blob);
}
/** Text files of a tree with one of the terms in them as it stands, in the order of the tree. */
async function searchTree(git, tree, terms) {
	const wanted = terms.filter((term) => term !== "" && !/[\n\0]/.test(term));
	if (wanted.length === 0) return [];
	const args = [
		"grep",
		"-F",
		"-o",
		"-I",
		"-z",
		...wanted.flatMap((term) => ["-e", term]),
		tree
	];
	const { output } = await git.run(args, {
		answers: [1],
		limit: LARGEST_SEARCH,
		cut: true
	});
	const found = /* @__PURE__ */ new Map();
	const fields = output.toString().split("\0");
	for (const [at, field] of fields.slice(0, -1).entries()) {
		const path = field.slice(field.indexOf(`${tree}:`) + tree.length + 1);
		const [match = ""] = fields[at + 1]?.split("\n") ?? [];
		const matches = found.get(path);
		if (matches === void 0) found.set(path, [match]);
		else matches.push(match);
	}
	return [...found].map(([path, matches]) => ({
		path,
		count: matches.length,
		terms: new Set(matches).size
	}));
}

// src/workspace/content.ts
/** Git looks as far for a zero byte to tell what is no text. */
const LOOKED_AT = 8e3;
/** Git says by its exit code how many conflicts there are. */
const CONFLICTS = Array.from({ length: 127 }, (_, at) => at + 1);
/** Merges two texts line by line, with markers around what is at odds; null where one of them is no text. */
async function mergeText(git, { blobs, names, union }) {
	const read = (blob) => blob === null ? Buffer.alloc(0) : readBlob(git, blob);
	const [ours, base, theirs] = await Promise.all([
		read(blobs.ours),
		read(blobs.base),
		read(blobs.theirs)
	]);
	if (![
		ours,
		base,
		theirs
	].every(isText)) return null;
	const directory = await mkdtemp(join(git.gitDir, "merge-"));
	try {
		const files = [
			"ours",
			"base",
			"theirs"
		].map((name) => join(directory, name));
		await Promise.all([
			ours,
			base,
			theirs
		].map((bytes, at) => writeFile(files[at] ?? "", bytes)));
		const labels = [
			"-L",
			names[0],
			"-L",
			"before",
			"-L",
			names[1]
		];
		const args = [
			"merge-file",
			"-p",
			"-q",
			...union ? ["--union"] : [],
			...labels,
			...files
		];
		const { code, output } = await git.run(args, { answers: CONFLICTS });
		return {
			blob: await git.text([
				"hash-object",
				"-w",
				"--stdin"
			], { input: output }),
			clean: code === 0
		};
	} finally {
		await rm(directory, {
			recursive: true,
			force: true
		});
	}
}
function isText(bytes) {
	return !bytes.subarray(0, LOOKED_AT).includes(0);
}

// src/workspace/conflicts.ts
/** Characters of one side that are kept for who settles the conflict; the whole stands in the trees. */
const TEXT_LIMIT = 1e5;
/**
* Merges what can be merged, and says what the rest is: of a text the tree gets both sides between markers, of everything
* else the first side.
*/
async function settle(git, sides, unmerged) {
	const conflicts = [];
	const entries = [];
	const drivers = await mergeDrivers(git, sides.base, unmerged);
	for (const versions of unmerged) {
		const { path } = versions;
		const { entry, kind } = isInTheWay(versions, unmerged) ? {
			entry: versions.ours,
			kind: "path"
		} : await merge(git, versions, {
			names: sides.names,
			driver: drivers.get(path)
		});
		entries.push({
			name: Buffer.from(path, "latin1"),
			entry
		});
		if (kind === null) continue;
		const [ours, theirs] = [await sideOf$1(git, versions.ours), await sideOf$1(git, versions.theirs)];
		conflicts.push({
			path: Buffer.from(path, "latin1").toString(),
			kind,
			names: sides.names,
			ours,
			theirs
		});
	}
	return {
		conflicts,
		entries
	};
}
/** What the attributes of the start say about merging each path. */
async function mergeDrivers(git, tree, unmerged) {
	const paths = unmerged.map(({ path }) => Buffer.from(path, "latin1").toString());
	const found = await withIndex(git, (index) => readAttribute(git, {
		tree,
		paths,
		index,
		name: "merge"
	}));
	return new Map(unmerged.map(({ path }, at) => [path, found.get(paths[at] ?? "") ?? "unspecified"]));
}
/** One side has a file where the other one has a folder. */
function isInTheWay({ path, ours, theirs }, unmerged) {
	return unmerged.some((other) => {
		return (ours !== null && other.theirs !== null || theirs !== null && other.ours !== null) && (other.path.startsWith(`${path}/`) || path.startsWith(`${other.path}/`));
	});
}
async function merge(git, { base, ours, theirs }, way) {
	if (ours === null || theirs === null) return {
		entry: ours,
		kind: "delete"
	};
	const type = typeOf(ours);
	if (type !== typeOf(theirs)) return {
		entry: ours,
		kind: "type"
	};
	if (type !== "file") return {
		entry: ours,
		kind: type
	};
	const start = base !== null && typeOf(base) === "file" ? base : null;
	const mode = chosen(start?.mode, ours.mode, theirs.mode);
	const { entry, kind } = await mergeFiles(git, {
		start,
		ours,
		theirs
	}, way);
	return {
		entry: {
			...entry,
			mode: mode ?? ours.mode
		},
		kind: kind ?? (mode === null ? "mode" : null)
	};
}
async function mergeFiles(git, { start, ours, theirs }, { names, driver }) {
	const blob = chosen(start?.blob, ours.blob, theirs.blob);
	if (blob !== null) return {
		entry: {
			...ours,
			blob
		},
		kind: null
	};
	if (driver === "unset" || driver === "binary") return {
		entry: ours,
		kind: "binary"
	};
	const blobs = {
		base: start?.blob ?? null,
		ours: ours.blob,
		theirs: theirs.blob
	};
	const merged = await mergeText(git, {
		blobs,
		names,
		union: driver === "union"
	});
	if (merged === null) return {
		entry: ours,
		kind: "binary"
	};
	const kind = start === null ? "add" : "content";
	return {
		entry: {
			...ours,
			blob: merged.blob
		},
		kind: merged.clean ? null : kind
	};
}
/** What both agree on, or what only one of them changed; null when both changed it. */
function chosen(base, ours, theirs) {
	if (ours === theirs || theirs === base) return ours;
	return ours === base ? theirs : null;
}
function typeOf({ mode }) {
	if (mode === "120000") return "link";
	return mode === "160000" ? "submodule" : "file";
}
async function sideOf$1(git, entry) {
	if (entry === null) return null;
	if (typeOf(entry) === "submodule") return {
		...entry,
		text: null
	};
	const { output } = await git.run([
		"cat-file",
		"blob",
		entry.blob
	], {
		limit: TEXT_LIMIT * 4,
		cut: true
	});
	return {
		...entry,
		text: isText(output) ? output.toString().slice(0, TEXT_LIMIT) : null
	};
}

// src/workspace/merge.ts
/** Merges the steps' trees one after another, each against the tree that it started from. */
async function mergeAll(git, base, parts) {
	let merged = {
		tree: base,
		conflicts: []
	};
	const names = [];
	for (const { name, start, tree } of parts) {
		const ours = names.length === 0 ? "before" : names.join("+");
		const next = await mergeTrees(git, {
			base: start,
			ours: merged.tree,
			theirs: tree,
			names: [ours, name]
		});
		merged = {
			tree: next.tree,
			conflicts: [...merged.conflicts, ...next.conflicts]
		};
		names.push(name);
	}
	return merged;
}
/**
* Merges two trees three-way, path by path. A move is a deletion and an addition here: what git takes for one by likeness
* may be none, and an edit that followed a wrong guess would be lost to whoever looks for it.
*/
async function mergeTrees(git, sides) {
	const { base, ours, theirs } = sides;
	if (ours === base || ours === theirs) return {
		tree: theirs,
		conflicts: []
	};
	if (theirs === base) return {
		tree: ours,
		conflicts: []
	};
	return await withIndex(git, async (index) => {
		await git.run([
			"read-tree",
			"-i",
			"-m",
			"--aggressive",
			base,
			ours,
			theirs
		], { index });
		const { entries, conflicts } = await settle(git, sides, await readUnmerged(git, index));
		return {
			tree: await treeOfIndex(git, index, entries),
			conflicts
		};
	});
}
async function readUnmerged(git, index) {
	const { output } = await git.run([
		"ls-files",
		"--unmerged",
		"-z",
		"--full-name"
	], { index });
	const found = /* @__PURE__ */ new Map();
	for (const record of splitRecords(output)) {
		const tab = record.indexOf(9);
		const [mode = "", blob = "", stage] = record.subarray(0, tab).toString().split(" ");
		const path = record.subarray(tab + 1).toString("latin1");
		const known = found.get(path) ?? {
			path,
			base: null,
			ours: null,
			theirs: null
		};
		const side = stage === "1" ? "base" : stage === "2" && "ours";
		found.set(path, {
			...known,
			[side === false ? "theirs" : side]: {
				mode,
				blob
			}
		});
	}
	return [...found.values()];
}

// src/workspace/trees.ts
function createTrees(git) {
	return {
		diff: (from, to, options) => diffText(git, [from, to], options),
		patch: (from, to) => diffPatch(git, from, to),
		countLines: (from, to) => countLines(git, from, to),
		files: (tree) => listFiles(git, tree),
		read: (blob) => readBlob(git, blob),
		readFile: (tree, path) => readTreeFile(git, tree, path),
		changes: async (from, to) => (await readChanges(git, from, to)).files,
		mergeBase: async (one, other) => {
			const base = await git.text([
				"merge-base",
				one,
				other
			], { answers: [1, 128] });
			return base === "" ? null : base;
		},
		search: (tree, terms) => searchTree(git, tree, terms),
		treeWith: (base, files) => withIndex(git, (index) => treeWith(git, {
			base,
			files,
			index
		})),
		withText: (base, path, text) => withIndex(git, (index) => treeWithText(git, {
			base,
			path,
			text,
			index
		})),
		mergeAll: (base, parts) => mergeAll(git, base, parts),
		lfsPaths: (tree, paths) => withIndex(git, (index) => lfsPaths(git, {
			tree,
			paths,
			index
		})),
		attribute: (tree, paths, name) => withIndex(git, (index) => readAttribute(git, {
			tree,
			paths,
			index,
			name
		}))
	};
}

// src/workspace/workspace.ts
/** Makes the git directory of trusted code and the coder's clone under `root`, an empty directory outside the workspace. */
async function prepareWorkspace(given) {
	const { programs, source, baseline } = given;
	const root = await makeRoot(given.root, source);
	const gitDir = join(root, "git");
	const clone = {
		programs,
		trustedDir: gitDir,
		directory: join(root, "clone"),
		branch: given.branch ?? source.branch,
		source
	};
	try {
		const trusted = {
			program: programs.git,
			gitDir,
			source,
			baseline,
			also: given.also ?? null,
			env: given.env ?? {},
			remote: given.remote ?? null
		};
		const git = await makeTrusted(trusted);
		await makeClone(clone);
		return {
			root,
			baseline,
			...createTrees(git),
			...createRunPlaces({
				git,
				cp: programs.cp,
				root,
				baseline
			}),
			[Symbol.asyncDispose]: () => remove(root, given.keep ?? false)
		};
	} catch (error) {
		await remove(root, given.keep ?? false);
		throw error;
	}
}
/**
* The workspace of a process that was killed, as it left it. Nothing of that run may be alive any more: what it was in the
* middle of writing with git is thrown away.
*/
async function reopenWorkspace(given) {
	const { programs, root, baseline, marked } = given;
	const git = createGit({
		program: programs.git,
		gitDir: join(root, "git")
	});
	for (const name of await readdir(git.gitDir)) if (name.startsWith("index-")) await rm(join(git.gitDir, name), { force: true });
	return {
		root,
		baseline,
		...createTrees(git),
		...createRunPlaces({
			git,
			cp: programs.cp,
			root,
			baseline,
			marked
		}),
		[Symbol.asyncDispose]: () => remove(root, false)
	};
}
async function makeRoot(wanted, source) {
	await mkdir(wanted, { recursive: true });
	const root = await realPath(wanted);
	const problem = isInside(root, source.directory) ? "is inside GITHUB_WORKSPACE" : (await readdir(root)).length > 0 && "is not empty";
	if (problem === false) return root;
	throw new Failure("bad-input", `The working directory ${root} ${problem}.`, { hint: "Point RUNNER_TEMP to a directory outside the workspace." });
}
async function remove(root, keep) {
	if (keep) return;
	await Promise.all([
		"clone",
		"checked",
		"snapshot",
		"pristine",
		"steps",
		"git"
	].map((name) => removeDirectory(join(root, name))));
}

// src/ledger/accounts.ts
/** `spent` is what was spent before. */
function createAccounts(spent = []) {
	const metered = createLedger();
	for (const row of spent) metered.add(row, [row]);
	const claimed = createLedger();
	const active = /* @__PURE__ */ new Set();
	const tokens = /* @__PURE__ */ new Map();
	return {
		begin(session, purpose) {
			const one = {
				session,
				purpose
			};
			active.add(one);
			return () => void active.delete(one);
		},
		meter(request) {
			const used = {
				...request,
				requests: 1,
				estimated: request.estimated ? 1 : 0
			};
			metered.add(entryOf(request, [...active]), [used]);
			if (request.root !== null) tokens.set(request.root, (tokens.get(request.root) ?? 0) + countTokens(request.tokens));
		},
		claim: (session, purpose, turn) => claimed.add({
			...purpose,
			role: session.role
		}, turn.usage),
		rows: metered.rows,
		total: metered.total,
		tokensOf: (session) => isNamed$1({ id: session }) ? tokens.get(session) ?? 0 : null,
		claimed: () => spent.length > 0 ? null : claimed.total()
	};
}
/** Whether a session has OpenCode's own id already; a transport that learns it late has a name of its own until then. */
function isNamed$1({ id }) {
	return id.startsWith("ses_");
}
/**
* The turn that a request belongs to: that of its session's family. While a session's id is not known yet, its server tells.
* Who asks without naming a session, or names one that nobody opened, is in no turn.
*/
function entryOf({ role, session, root }, active) {
	const there = active.filter((one) => serverOf(one.session.role) === serverOf(role));
	const named = there.find((one) => one.session.id === root);
	const unnamed = there.filter((one) => !isNamed$1(one.session));
	const found = named ?? (unnamed.length === 1 ? unnamed[0] : void 0);
	if (found === void 0 || session === null) return {
		phase: "outside",
		round: there[0]?.purpose.round ?? 0,
		role
	};
	return {
		...found.purpose,
		role: found.session.role
	};
}

// src/pipeline/kept/digests.ts
/** Digest of a plan, by which the one that people saw is known again. */
function digestOfPlan(plan) {
	return digest(plan);
}
/** Digest of what a task asks; what code finds out about it, and what work on it changes, is not part of it. */
function digestOfTask({ title, requiredChanges }) {
	return digest([title, requiredChanges]);
}
/** Model keys make the secret with which a run signs its state: whoever may only push does not have them. */
function secretOf(keys) {
	const given = keys.filter((key) => key !== null).toSorted();
	return given.length === 0 ? null : digest(given);
}
function digest(data) {
	return createHash("sha256").update(JSON.stringify(data)).digest("hex");
}

// src/check/json.ts
/** Null for what is no JSON; a broken manifest is for the project's own tools to report. */
function parseJson(text) {
	try {
		return JSON.parse(text?.replace(/^\uFEFF/, "") ?? "null");
	} catch {
		return null;
	}
}

// src/guard/final-tree.ts
/**
* The files of a change that do not fit into the tree that the forge would have after it: below a file or a link, above
* other files, or with a name that some file system takes for another one's.
*/
function findMisfits(files, base) {
	const changed = new Map(files.map((file) => [file.path, file]));
	const modes = /* @__PURE__ */ new Map();
	for (const { path, mode } of base) if (!changed.has(path)) modes.set(path, mode);
	const names = createNames([...modes.keys(), ...files.filter(isModified).map(({ path }) => path)]);
	for (const file of files) if (file.status !== "deleted") modes.set(file.path, file.mode);
	const folders = new Set([...modes.keys()].flatMap(ancestors));
	return files.flatMap((file) => {
		if (file.status === "deleted") return [];
		const why = misplaced(file.path, modes, folders) ?? (file.status === "added" ? names.collision(file.path) : null);
		return why === null ? [] : [{
			file,
			...why
		}];
	});
}
function misplaced(path, modes, folders) {
	if (folders.has(path)) return {
		rule: "path-conflict",
		reason: "Files stand below this path, so no file can; they would have to go first."
	};
	const above = ancestors(path).find((folder) => modes.has(folder));
	if (above === void 0) return null;
	return modes.get(above) === "120000" ? {
		rule: "symlink-above",
		reason: `The link ${above} stands above this path; remove the link first.`
	} : {
		rule: "path-conflict",
		reason: `${above} is no folder; it would have to go first.`
	};
}
/** Folders of the tree count as names too: `Src` beside `src` is one folder on some systems and two on others. */
function createNames(paths) {
	const spellings = /* @__PURE__ */ new Map();
	const add = (path) => {
		for (const name of [...ancestors(path), path]) {
			const key = comparable(name);
			const known = spellings.get(key);
			if (known === void 0) spellings.set(key, /* @__PURE__ */ new Set([name]));
			else known.add(name);
		}
	};
	for (const path of paths) add(path);
	return { collision(path) {
		for (const name of [...ancestors(path), path]) {
			const known = spellings.get(comparable(name));
			const [other] = known ?? [];
			if (known === void 0 || other === void 0 || known.has(name)) continue;
			return {
				rule: "name-collision",
				reason: `Some file systems take it for ${other}; give it another name.`
			};
		}
		add(path);
		return null;
	} };
}
function isModified(file) {
	return file.status === "modified";
}
/** The folders above a path, outermost first. */
function ancestors(path) {
	const components = path.split("/");
	return components.slice(1).map((_, at) => components.slice(0, at + 1).join("/"));
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/guard/globs.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* Globs match from the root, dot files too. `!glob` takes out again what the others let in; a list of those alone takes
* out of everything. A plain folder name means all that is in it.
*/
function matchGlobs(globs) {
	return compile(globs, false);
}
/** The same for what must not slip through: names that a file system takes for a match are one. */
function matchGlobsLoosely(globs) {
	const test = compile(globs.map(comparable), true);
	return (path) => test(comparable(path));
}
function compile(globs, nocase) {
	const options = {
		dot: true,
		nocase,
		nonegate: true
	};
	const isOut = (0, import_picomatch.default)(globs.filter((glob) => glob.startsWith("!")).flatMap((glob) => spellings(glob.slice(1))), options);
	const positive = globs.filter((glob) => !glob.startsWith("!"));
	const isIn = (0, import_picomatch.default)(positive.length === 0 && globs.length > 0 ? ["**"] : positive.flatMap(spellings), options);
	return (path) => isIn(path) && !isOut(path);
}
function spellings(glob) {
	const plain = glob.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
	if (glob.endsWith("/")) return [`${plain}/**`];
	return /[*?[\]{}()!]/.test(plain) ? [plain] : [plain, `${plain}/**`];
}

// src/guard/limits.ts
/** Why the change as a whole is more than a person can look at, null when it is not. */
function whyTooLarge(files, { maxChangedFiles, maxChangedBytes }) {
	if (files.length > maxChangedFiles) return {
		rule: "too-many-files",
		reason: `The change has ${files.length} files and \`max-changed-files\` is ${maxChangedFiles}; raise it or split the task.`
	};
	const bytes = files.reduce((sum, file) => sum + (file.status === "deleted" ? 0 : file.size), 0);
	if (bytes <= maxChangedBytes) return null;
	return {
		rule: "too-many-bytes",
		reason: `The change has ${Math.ceil(bytes / 1024)} KB and \`max-changed-kilobytes\` is ${Math.floor(maxChangedBytes / 1024)}; raise it or split the task.`
	};
}

// src/guard/protected-paths.ts
/**
* What a change does not touch unless a person says so, wherever it stands: files that run something, grant something or
* instruct an agent, on the forge or on the machine of whoever checks the change out.
*/
const PROTECTED_PATHS = [
	"**/.github/{workflows,actions}/**",
	"**/.github/dependabot.{yml,yaml}",
	"**/{.gitea,.forgejo}/workflows/**",
	"**/CODEOWNERS",
	"**/{.circleci,.buildkite}/**",
	"**/.gitlab-ci.yml",
	"**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,.travis.yml}",
	"**/{.husky,.githooks,.git-hooks}/**",
	"**/{lefthook,.lefthook,lefthook-local,.lefthook-local}.{yml,yaml,toml,json}",
	"**/{.pre-commit-config.yaml,.pre-commit-config.yml,.pre-commit-hooks.yaml}",
	"**/{.overcommit.yml,.simple-git-hooks.json,simple-git-hooks.json}",
	"**/opencode.{json,jsonc}",
	"**/.opencode/**",
	"**/.github/{opencode.yml,opencode.yaml,copilot-instructions.md}",
	"**/.github/{opencode,instructions,prompts,agents,chatmodes}/**",
	"**/{AGENTS,AGENTS.override,CLAUDE,CLAUDE.local,GEMINI}.md",
	"**/{.claude,.cursor,.codex,.gemini,.windsurf,.roo,.clinerules}/**",
	"**/{.cursorrules,.windsurfrules,.clinerules,.aider.conf.yml,.mcp.json}",
	"**/{.vscode,.idea,.devcontainer}/**",
	"**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.pnpmfile.mjs,bunfig.toml}",
	"**/.yarn/{releases,plugins}/**",
	"**/{pip.conf,pip.ini,.pypirc}",
	"**/.cargo/{config,config.toml}",
	"**/.bundle/config",
	"**/{nuget.config,.gemrc}",
	"**/{.gitattributes,.gitmodules,.gitconfig,.lfsconfig}",
	"**/{gradlew,gradlew.bat,mvnw,mvnw.cmd}",
	"**/gradle/wrapper/**",
	"**/.mvn/**",
	".*"
];

// src/guard/unsafe-path.ts
/** Characters that turn the order of those around them: a name with one is not what it looks like. */
const TURNS_DIRECTION = /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;
/** Why a path must be on nobody's disk, null when it may. What is said follows “the path”. */
function whyUnsafe(path) {
	if (path === "" || path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is absolute";
	if (path.includes("\\")) return "has a backslash, which some systems take for a folder’s end";
	if (/\p{Cc}/u.test(path)) return "has a control character";
	if (/[\p{Cs}\u{FFFD}]/u.test(path)) return "is not valid text";
	if (TURNS_DIRECTION.test(path)) return "has a character that turns the direction of text";
	if (path.split("/").some((component) => component === "" || component === "." || component === "..")) return "has an empty, `.` or `..` component";
	return namesGitDirectory(path) ? "names git’s own directory, or is taken for it by some file system" : null;
}
/**
* Why the target of a link must not be followed, null when it stays inside the tree. `..` counts at the front alone:
* behind a name, which may be a link itself, it leads where the text does not show.
*/
function whyLeaves(link, target) {
	if (target === "" || target.startsWith("/") || /^[A-Za-z]:/.test(target)) return "is absolute";
	if (/[\\\p{Cc}]/u.test(target)) return "has a backslash or a control character";
	const components = target.split("/").filter((component) => component !== "" && component !== ".");
	const firstName = components.findIndex((component) => component !== "..");
	const ups = firstName === -1 ? components.length : firstName;
	if (components.slice(ups).includes("..")) return "goes up behind a name";
	if (ups > link.split("/").length - 1) return "leads out of the repository";
	return namesGitDirectory(target) ? "leads into git’s own directory" : null;
}

// src/guard/rules.ts
/** Rules about one file. The first that speaks holds it back; those that no setting lifts come first. */
const RULES = [
	{
		name: "unsafe-path",
		reason({ path }) {
			const why = whyUnsafe(path);
			return why === null ? null : `The path ${why}; give the file another name.`;
		}
	},
	{
		name: "submodule",
		reason: (file) => file.previousMode === "160000" || file.status !== "deleted" && file.mode === "160000" ? "Submodules are never moved, added or removed here; a person does that with git." : null
	},
	{
		name: "symlink-outside",
		reason(file, input) {
			const target = input.linkTarget(file);
			const why = target === null ? null : whyLeaves(file.path, target);
			return why === null ? null : `The target of the link ${why}; link to a path inside the repository.`;
		}
	},
	{
		name: "lfs",
		reason: (file, { lfsPaths }) => file.status !== "deleted" && lfsPaths.has(file.path) ? "The file is kept in Git LFS, where this commit could not put it; a person with Git LFS makes this edit." : null
	},
	{
		name: "protected-path",
		reason: ({ path }, { isProtected }) => isProtected(path) ? "The path is protected; a person makes this edit, or `protected-paths` is set to a list without it." : null
	},
	{
		name: "out-of-scope",
		reason: ({ path }, { isInScope }) => isInScope(path) ? null : "The path is outside `scope`; widen `scope` if the task needs it."
	},
	{
		name: "mode-change",
		reason: (file, input) => !input.modeChangesAsked && isModeAlone(file, input) ? "Only the executable bit changed and nobody asked for that; a person sets it with `git update-index --chmod`." : null
	}
];
function isModeAlone(file, { blobBefore }) {
	if (file.status === "deleted" || file.previousMode === null || file.mode === file.previousMode) return false;
	return file.blob === blobBefore(file.path);
}

// src/guard/secrets.ts
/** Files with a line that holds a secret and was not there before: the run's own values and known formats of tokens. */
async function findSecrets(files, options) {
	const found = /* @__PURE__ */ new Set();
	const before = new Map(options.baseFiles.map(({ path, blob }) => [path, blob]));
	for (const file of files) {
		if (file.status === "deleted" || file.mode === "160000") continue;
		const text = await readText(file.blob, options);
		if (options.redact(text) === text) continue;
		const old = before.get(file.path);
		const known = new Set(old === void 0 ? [] : (await readText(old, options)).split("\n"));
		const fresh = text.split("\n").filter((line) => !known.has(line)).join("\n");
		if (options.redact(fresh) !== fresh) found.add(file.path);
	}
	return found;
}
async function readText(blob, { readBlob }) {
	return new TextDecoder("latin1").decode(await readBlob(blob));
}

// src/guard/guard.ts
const guarded = Symbol("guarded");
/**
* The line between what a model can influence and what is published: splits a change into what may pass and what is held
* back, each with its rule. Nothing of the change is run, and no text of it is believed.
*/
async function guardChange(change, options) {
	const input = await ruleInput(change, options);
	const heldBack = new Map(change.leftOut.map((left) => [left.path, heldBackAs(left)]));
	for (const file of change.files) {
		const rule = RULES.find(({ reason }) => reason(file, input) !== null);
		if (rule !== void 0) heldBack.set(file.path, {
			path: file.path,
			rule: rule.name,
			reason: rule.reason(file, input) ?? ""
		});
	}
	let kept = change.files.filter(({ path }) => !heldBack.has(path));
	for (let more = unplaced(kept, change, options); more.length > 0; more = unplaced(kept, change, options)) {
		for (const held of more) heldBack.set(held.path, held);
		kept = kept.filter(({ path }) => !heldBack.has(path));
	}
	const tooLarge = whyTooLarge(kept, options);
	if (tooLarge !== null) {
		for (const { path } of kept) heldBack.set(path, {
			path,
			...tooLarge
		});
		kept = [];
	}
	for (const path of await findSecrets(kept, options)) heldBack.set(path, {
		path,
		rule: "secret",
		reason: "The file holds what looks like a credential; take it out, and revoke it if it is a real one."
	});
	kept = kept.filter(({ path }) => !heldBack.has(path));
	return {
		[guarded]: true,
		change: {
			...change,
			files: kept
		},
		heldBack: [...heldBack.values()].toSorted((left, right) => left.path < right.path ? -1 : 1)
	};
}
async function ruleInput(change, options) {
	const { scope, protectedPaths, baseFiles, lfsPaths } = options;
	const blobs = new Map(baseFiles.map(({ path, blob }) => [path, blob]));
	const targets = /* @__PURE__ */ new Map();
	for (const file of change.files) {
		if (file.status === "deleted" || file.mode !== "120000") continue;
		targets.set(file.path, new TextDecoder().decode(await options.readBlob(file.blob)));
	}
	return {
		isInScope: scope.length === 0 ? () => true : matchGlobs(scope),
		isProtected: matchGlobsLoosely(protectedPaths ?? PROTECTED_PATHS),
		modeChangesAsked: options.modeChangesAsked ?? false,
		lfsPaths,
		blobBefore: (path) => blobs.get(path) ?? null,
		linkTarget: ({ path }) => targets.get(path) ?? null
	};
}
function unplaced(kept, change, { baseFiles }) {
	return [...findMisfits(kept, baseFiles).map(({ file, rule, reason }) => ({
		path: file.path,
		rule,
		reason
	})), ...halfRenames(kept, change)];
}
/** To delete a file whose new place is held back would lose it. */
function halfRenames(kept, change) {
	const places = new Set(kept.map(({ path }) => path));
	return change.files.flatMap((file) => {
		if (file.status === "deleted" || file.renamedFrom === null) return [];
		if (places.has(file.path) || !places.has(file.renamedFrom)) return [];
		return [{
			path: file.renamedFrom,
			rule: "rename",
			reason: `It was moved to ${file.path}, which is held back, so it stays where it is.`
		}];
	});
}
const LEFT_OUT = {
	repository: {
		rule: "nested-repository",
		reason: "A git repository of its own stands there; its files are added without their `.git`, or ignored."
	},
	"git-name": {
		rule: "unsafe-path",
		reason: "Some file systems take the name for git’s own directory; give it another name."
	},
	"not-utf-8": {
		rule: "unsafe-path",
		reason: "The name is not UTF-8; give the file another name."
	},
	"too-large": {
		rule: "too-large",
		reason: "The file is larger than GitHub takes; keep it elsewhere or in Git LFS."
	},
	unreadable: {
		rule: "unreadable",
		reason: "Git could not read it; its permissions are the usual reason."
	},
	"inside-submodule": {
		rule: "submodule",
		reason: "It is inside a submodule; the edit belongs into the submodule’s own repository."
	}
};
function heldBackAs({ path, because }) {
	return {
		path,
		...LEFT_OUT[because]
	};
}

// src/publish/store.ts
const AT_ONCE = 4;
/** Puts the bytes of a change on the forge; the entries that make a tree with it out of one without. */
async function storeFiles({ forge, read, stored }, change) {
	const entries = [];
	const waiting = change.files.values();
	const work = async () => {
		for (const file of waiting) entries.push(await storeFile({
			forge,
			read,
			stored
		}, file));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return entries.toSorted((left, right) => left.path < right.path ? -1 : 1);
}
async function storeFile({ forge, read, stored }, file) {
	if (file.status === "deleted") return {
		path: file.path,
		mode: file.previousMode,
		sha: null
	};
	const { path, mode, blob } = file;
	if (mode === "160000") return {
		path,
		mode,
		sha: blob
	};
	if (stored.has(blob)) return {
		path,
		mode,
		sha: blob
	};
	const there = await forge.createBlob(await read(blob));
	if (there === blob) {
		stored.add(blob);
		return {
			path,
			mode,
			sha: blob
		};
	}
	throw new Failure("forge", `Could not store ${path}: the forge has other bytes (${there}) than were checked (${blob}).`, { hint: "Run again. If it stays, the repository may use another object format than SHA-1, which is not supported." });
}

// src/publish/place.ts
/** Branches with this beginning are Patchwright's own. */
const OWN_BRANCHES = "opencode/";
/**
* Finds the place of a run: a pull request's own branch, else `opencode/…`, or the first of `-2`, `-3`, … that no pull
* request was closed or merged from. `base` is for the targets that have none of their own.
*/
async function findPlace(given) {
	const { forge, target, base } = given;
	switch (target.kind) {
		case "pull-request": {
			const pullRequest = await forge.pullRequest(target.number);
			const { head } = pullRequest;
			return {
				branch: head.branch,
				head: head.sha,
				base: pullRequest.base.branch,
				pullRequest
			};
		}
		case "issue": return await findFree(forge, `${OWN_BRANCHES}issue-${target.number}`, base);
		case "repository": return await findFree(forge, `${OWN_BRANCHES}${target.name}`, base);
	}
}
async function findFree(forge, name, base) {
	for (let number = 1;; number += 1) {
		const branch = number === 1 ? name : `${name}-${number}`;
		const pullRequests = await forge.pullRequestsFrom(branch);
		const open = pullRequests.find(({ state }) => state === "open");
		if (open) return {
			branch,
			head: open.head.sha,
			base: open.base.branch,
			pullRequest: open
		};
		if (pullRequests.length === 0) return {
			branch,
			head: await forge.branchHead(branch),
			base,
			pullRequest: null
		};
	}
}

// src/text/list-start.ts
/** What stands before the list of runs at the end of a description. Escaped text holds no HTML comment, so the last one is ours. */
const LIST_START = "<!-- runs -->";

// src/publish/marker.ts
const amount = number().nonnegative();
/** Milliseconds that a date can have. */
const moment = int().nonnegative().max(864e13);
const spent = {
	tokens: int().nonnegative(),
	cost: amount,
	unpriced: boolean(),
	estimated: int().nonnegative()
};
/** What the runs so far used. Where it cannot be read, the rest of the marker still counts. */
const Spending = object({
	runs: array(object({
		run: int(),
		attempt: int().positive().exactOptional(),
		at: moment,
		ended: _enum(RUN_ENDS),
		...spent
	})).readonly(),
	older: object({
		runs: int().positive(),
		until: moment,
		...spent
	}).nullable(),
	whole: boolean()
});
const Marker = discriminatedUnion("kind", [
	object({
		v: literal(1),
		kind: literal("status"),
		target: int().positive(),
		run: int(),
		state: _enum(["working", "ended"]),
		updatedAt: datetime(),
		/** Digest of the plan that it shows and that waits for approval. */
		plan: string().optional(),
		/** Of the runs on one branch. */
		spending: object({
			branch: string(),
			known: Spending
		}).optional().catch(void 0)
	}),
	object({
		v: literal(1),
		kind: literal("pull-request"),
		branch: string(),
		spending: Spending.optional().catch(void 0),
		/** Who took it with what was open then; the next run that works on it starts anew. */
		accepted: object({
			by: string(),
			at: datetime()
		}).optional().catch(void 0)
	}),
	object({
		v: literal(1),
		kind: literal("reply")
	})
]);
const END = " -->";
/**
* Puts the marker before the text. It counts only there: further down may stand what somebody else wrote, a marker of
* their making included.
*/
function mark(marker, text) {
	const json = JSON.stringify(marker).replaceAll("<", String.raw`\u003c`).replaceAll(">", String.raw`\u003e`);
	return `${MARKER_START}${json}${END}\n${text}`;
}
function statusMarker(given) {
	const { issue: target, runId: run, state, spending = null, plan = null } = given;
	return {
		v: 1,
		kind: "status",
		target,
		run,
		state,
		updatedAt: new Date(given.now).toISOString(),
		...plan === null ? {} : { plan },
		...spending === null ? {} : { spending }
	};
}
/** A text that begins with a marker, without it. */
function withoutMarker(text) {
	return text.slice(text.indexOf(END) + 4).replace(/^\r?\n/, "");
}
/** The marker that a text begins with. Believe it only of a text whose author is the bot itself. */
function readMarker(text) {
	if (!text.startsWith("<!-- patchwright:")) return null;
	const end = text.indexOf(END);
	if (end < 0) return null;
	try {
		return Marker.safeParse(JSON.parse(text.slice("<!-- patchwright:".length, end))).data ?? null;
	} catch {
		return null;
	}
}

// src/publish/told-spending.ts
/** GitHub refuses descriptions of more than 65,536 characters. */
const LONGEST_DESCRIPTION = 65e3;
/**
* What a description is to Patchwright: `own` is the marker of one that the bot wrote and that nobody made theirs, else
* null; `told` is what it tells of the runs on its branch.
*/
async function readDescription(forge, pull) {
	if (pull.author !== await forge.self()) return {
		own: null,
		told: null
	};
	const marker = readMarker(pull.body);
	if (marker?.kind !== "pull-request") return {
		own: null,
		told: "lost"
	};
	return {
		own: marker,
		told: marker.spending ?? "lost"
	};
}
/**
* Brings the list of runs at the end of an open description of ours up to date, for a run that leaves the rest of it as it
* is, and returns what it told before.
*/
async function listRuns(forge, number, makeList) {
	const pull = await forge.pullRequest(number);
	const { own, told } = await readDescription(forge, pull);
	if (own === null || pull.state !== "open") return told;
	const { known, text } = makeList(told);
	const marker = {
		...own,
		spending: known
	};
	const whole = withoutMarker(pull.body);
	const listed = mark(marker, text === "" ? withoutList(whole) : `${withoutList(whole)}\n\n${LIST_START}\n${text}`);
	const body = listed.length <= 65e3 ? listed : mark(marker, whole);
	if (body !== pull.body) await forge.updatePullRequest(number, { body });
	return told;
}
function withoutList(text) {
	const start = text.lastIndexOf(LIST_START);
	return start < 0 ? text : text.slice(0, start).trimEnd();
}

// src/pipeline/told/spending.ts
/** What the runs on a branch used with this one, which has ended: known from the description and from the status comment. */
function spendingWith(state, { place, run, told }) {
	const inComment = state.spending?.branch === place.branch ? state.spending.known : null;
	const known = [told === "lost" ? null : told, inComment].filter((one) => one !== null);
	const before = known.reduce(joinSpending, NO_RUNS);
	const silent = known.length === 0 && place.head !== null && place.branch.startsWith("opencode/");
	const whole = before.whole && told !== "lost" && !silent;
	return {
		branch: place.branch,
		known: addRun({
			...before,
			whole
		}, spentRun(state, run))
	};
}
/** What is known of the runs on a branch with those that were cut off; one that a post step told of is not counted again. */
function withCutOff(known, { branch }, runs) {
	if (runs.length === 0) return known;
	const before = known?.branch === branch ? known.known : NO_RUNS;
	return {
		branch,
		known: joinSpending(before, {
			...NO_RUNS,
			runs
		})
	};
}
/** Lists a run that has ended, in its state and in a description of ours that it left as it was. */
async function listRun({ place }, running) {
	const { deps, story } = running;
	const { total, publication } = story.state();
	if (total.requests === 0 && publication === null) return;
	const told = await listInDescription(place, running);
	story.update({ spending: spendingWith(story.state(), {
		place,
		run: deps.run,
		told
	}) });
}
/** Where that fails, the status comment has the list all the same. */
async function listInDescription(place, { deps, story }) {
	if (place.pullRequest === null) return null;
	const { number } = place.pullRequest;
	try {
		return await listRuns(deps.forge, number, (told) => {
			const spending = spendingWith(story.state(), {
				place,
				run: deps.run,
				told
			});
			const text = spendingSection(redactRun({
				...story.state(),
				spending
			}, deps.redact));
			return {
				known: spending.known,
				text
			};
		});
	} catch (error) {
		deps.log(asFailure(error).message);
		return null;
	}
}

// src/publish/commit-message.ts
/** A subject of at most 72 characters, and what it refers to. The closing keyword is the pull request's alone. */
function commitMessage(title, target) {
	const subject = subjectOf(title);
	return target.kind === "repository" ? subject : `${subject}\n\nRefs #${target.number}`;
}
/** The first line of a commit with that title, by which the commits of a pull request of Patchwright's own are known. */
function subjectOf(title) {
	return plainLine(title, 72) || "Work by Patchwright";
}

// src/check/manifest.ts
const manifest = record(string(), unknown()).catch({});
/** Composer's scripts may be lists. */
const scripts = record(string(), union([string(), array(string()).transform((lines) => lines.join("\n"))]).catch("")).catch({});
/** Settings of tools that stand in `package.json`. */
const TOOL_KEYS = [
	"jest",
	"vitest",
	"mocha",
	"ava",
	"tap",
	"nyc",
	"c8",
	"eslintConfig",
	"eslintIgnore",
	"prettier",
	"stylelint",
	"xo",
	"standard",
	"jasmine",
	"babel",
	"nx",
	"wireit",
	"workspaces",
	"type"
];
/** Sections that say what tests, linters and compilers do. */
const SECTIONS = {
	"pyproject.toml": /^\[+tool\.(?:pytest|tox|coverage|ruff|mypy|pyright|pylint|flake8|black|isort|hatch\.envs|pdm\.scripts|poe|nox|basedpyright|bandit|ty|pyrefly|taskipy|pixi\.tasks|rye\.scripts|uv\.workspace)\b/,
	"Cargo.toml": /^\[+(?:(?:lib|bin|test|bench|lints|profile|features|workspace\.lints)\b|workspace\])/
};
/** Files that define checks in parts of them only. */
function isManifest(path) {
	return /(?:^|\/)(?:package\.json|composer\.json|pyproject\.toml|Cargo\.toml)$/.test(path);
}
/** The scripts that commands come to call, directly or through others, by name. */
function scriptsUsed(text, commands) {
	const all = scripts.parse(manifest.parse(parseJson(text))["scripts"]);
	const used = /* @__PURE__ */ new Map();
	const waiting = [...commands];
	for (let command = waiting.pop(); command !== void 0; command = waiting.pop()) for (const [name, script] of Object.entries(all)) {
		if (used.has(name) || !isCalled(name, command)) continue;
		used.set(name, script);
		waiting.push(script);
	}
	return used;
}
/** Any word of the command may be the name: what is counted too much costs a look, what is missed costs the truth. */
function isCalled(name, command) {
	const target = name.replace(/^(?:pre|post)(?=\w)/, "");
	return command.split(/[\s"'&|;()]+/).some((word) => {
		if (word.endsWith("*")) return name.startsWith(word.replace(/\*+$/, ""));
		return word !== "" && (word === name || word === target);
	});
}
/** Which parts of a manifest that say what a check is differ between two texts of it. */
function definitionsChanged(file, texts, commands) {
	const { before, after } = texts;
	const name = file.slice(file.lastIndexOf("/") + 1);
	if (name === "package.json" || name === "composer.json") {
		const one = scriptsUsed(before, commands);
		const other = scriptsUsed(after, commands);
		return [...[.../* @__PURE__ */ new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).map((key) => `script \`${key}\``), ...toolsChanged(before, after)];
	}
	const pattern = SECTIONS[name];
	if (pattern === void 0) return [];
	const sections = [sectionsOf(before, pattern), sectionsOf(after, pattern)];
	return [...new Set(sections.flatMap((of) => [...of.keys()]))].filter((key) => sections[0].get(key) !== sections[1].get(key));
}
function toolsChanged(before, after) {
	const [one, other] = [before, after].map((text) => manifest.parse(parseJson(text)));
	return TOOL_KEYS.filter((key) => !isDeepStrictEqual(one?.[key], other?.[key])).map((key) => `\`${key}\``);
}
/** Sections of a TOML file by header, without comments and empty lines. */
function sectionsOf(text, pattern) {
	const sections = /* @__PURE__ */ new Map();
	let header = "";
	for (const line of text.split("\n").map((one) => one.trim())) {
		if (/^\[+[\w."'-]+(?:\.[\w."'-]+)*\]+/.test(line)) header = line.replace(/\s*#.*$/, "");
		if (line !== "" && !line.startsWith("#") && pattern.test(header)) sections.set(header, `${sections.get(header) ?? ""}${line}\n`);
	}
	return sections;
}

// src/check/definitions.ts
/** Settings of test runners, linters, compilers and task runners: which files count and what is an error. */
const isToolSettings = (0, import_picomatch.default)([
	"**/{vitest,vite,jest,ava,karma,playwright,playwright-ct,cypress,wdio,eslint,prettier,stylelint,biome,oxlint,babel,xo,tap}.{config,conf}.*",
	"**/{vitest,jest}.{workspace,setup,preset}.*",
	"**/{biome.json,biome.jsonc,cypress.json,jasmine.json,bunfig.toml,angular.json,mocha.opts}",
	"**/{.mocharc,.nycrc,.c8rc,.taprc,.eslintrc,.prettierrc,.stylelintrc,.oxlintrc,.babelrc,.swcrc}{,.*}",
	"**/{.eslintignore,.prettierignore,.stylelintignore,.editorconfig,.pre-commit-config.yaml,.yamllint*,.markdownlint*,.shellcheckrc}",
	"**/tsconfig*.json",
	"**/{pytest.ini,.pytest.ini,pytest.toml,tox.ini,setup.cfg,noxfile.py,conftest.py,.coveragerc,hatch.toml}",
	"**/{mypy.ini,.mypy.ini,ruff.toml,.ruff.toml,.flake8,.pylintrc,pylintrc,pyrightconfig.json}",
	"**/{clippy.toml,.clippy.toml,rustfmt.toml,.rustfmt.toml,nextest.toml,rust-toolchain,rust-toolchain.toml,build.rs}",
	"**/.cargo/config{,.toml}",
	"**/{.golangci.yml,.golangci.yaml,.golangci.toml,.golangci.json,staticcheck.conf,revive.toml,go.work}",
	"**/{phpunit.xml,phpunit.xml.dist,phpunit.dist.xml,psalm.xml,psalm.xml.dist,phpcs.xml,phpcs.xml.dist,.phpcs.xml}",
	"**/{phpstan*.neon,phpstan*.neon.dist,.php-cs-fixer*,pint.json,codeception*.yml,behat.yml,tests/Pest.php,tests/bootstrap.php}",
	"**/{.rspec,.rubocop*.yml,.standard.yml,Rakefile,.simplecov,spec/spec_helper.rb,spec/rails_helper.rb,test/test_helper.rb,cucumber.yml}",
	"**/{test/test_helper.exs,config/test.exs,.credo.exs,.formatter.exs,coveralls.json}",
	"**/{*.runsettings,*.ruleset,Directory.Build.props,Directory.Build.targets,global.json,xunit.runner.json}",
	"**/{testng*.xml,junit-platform.properties,checkstyle*.xml,pmd*.xml,detekt*.yml,spotbugs*.xml}",
	"**/{dart_test.yaml,analysis_options.yaml,.swiftlint.yml,.clang-tidy,.clang-format}",
	"**/{turbo.json,nx.json,lerna.json,rush.json,pnpm-workspace.yaml}"
], { dot: true });
/** Build files that define the tests too, for the commands that go by them. */
const BUILD_FILES = [
	[/\bmake\b/, ["**/{Makefile,makefile,GNUmakefile,*.mk}"]],
	[/\bmvn[wd]?\b/, [
		"**/pom.xml",
		"**/.mvn/**",
		"**/mvnw"
	]],
	[/\bgradlew?\b/, [
		"**/*.gradle",
		"**/*.gradle.kts",
		"**/gradle.properties",
		"**/gradlew",
		"**/buildSrc/**"
	]],
	[/\bsbt\b/, ["**/*.sbt", "**/project/*.{scala,properties}"]],
	[/\bant\b/, ["**/build.xml"]],
	[/\bbazel(?:isk)?\b/, ["**/{BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,.bazelrc,*.bzl}"]],
	[/\bdotnet\b/, ["**/*.{csproj,fsproj,vbproj,sln,slnx,slnf,props,targets}"]],
	[/\bnx\b/, ["**/project.json"]],
	[/\bdeno\b/, ["**/deno.{json,jsonc}"]],
	[/\brake\b/, ["**/*.rake"]],
	[/\bmix\b/, ["**/mix.exs"]],
	[/\brebar3\b/, ["**/rebar.config"]],
	[/\b(?:stack|cabal)\b/, ["**/{package.yaml,stack.yaml,*.cabal,cabal.project}"]],
	[/\bswift\b/, ["**/Package.swift"]],
	[/\b(?:cmake|ctest)\b/, ["**/{CMakeLists.txt,*.cmake,CMakePresets.json}"]],
	[/\b(?:meson|ninja)\b/, ["**/{meson.build,meson_options.txt,meson.options}"]],
	[/\bzig\b/, ["**/build.zig"]],
	[/\bdocker(?:-compose)?\b/, ["**/{Dockerfile*,*.Dockerfile,compose*.{yml,yaml},docker-compose*.{yml,yaml}}"]],
	[/\b(?:invoke|inv)\b/, ["**/tasks.py"]],
	[/\bjust\b/, ["**/{justfile,Justfile,.justfile}"]],
	[/\bmise\b/, ["**/{mise.toml,.mise.toml}"]],
	[/\btask\b/, ["**/{Taskfile,taskfile}{,.dist}.{yml,yaml}"]]
];
/**
* Through which paths the change alters what a check is, with the parts where they are known: `package.json (script
* \`test\`)`. Tests themselves do not count: to write them is part of the work.
*/
async function touchesDefinitions(given) {
	const { change, checks } = given;
	if (checks.length === 0) return [];
	const commands = await expandCommands(given);
	const touched = [];
	for (const { path } of change.files) {
		if (isToolSettings(path) || isBuildFile(path, commands) || isNamed(path, commands)) {
			touched.push(path);
			continue;
		}
		if (!isManifest(path)) continue;
		const [before = "", after = ""] = await Promise.all([change.baselineTree, change.tree].map((tree) => read(given, tree, path)));
		const parts = definitionsChanged(path, {
			before,
			after
		}, commands);
		if (parts.length > 0) touched.push(`${path} (${parts.join(", ")})`);
	}
	return touched;
}
/** The checks' commands with the scripts that they come to call. */
async function expandCommands(given) {
	const commands = given.checks.map(({ command }) => command);
	const manifests = await Promise.all(["package.json", "composer.json"].map((path) => read(given, given.change.baselineTree, path)));
	return [...commands, ...manifests.flatMap((text) => [...scriptsUsed(text, commands).values()])];
}
async function read({ readFile }, tree, path) {
	return new TextDecoder().decode(await readFile(tree, path) ?? void 0);
}
function isBuildFile(path, commands) {
	const used = BUILD_FILES.filter(([command]) => commands.some((text) => command.test(text)));
	return import_picomatch.default.isMatch(path, used.flatMap(([, globs]) => globs), { dot: true });
}
/** A script that a command starts by its path, its extension or `index` left out or not. A test by that name is one too. */
function isNamed(path, commands) {
	const words = commands.flatMap((command) => command.split(/[\s"'&|;()=]+/));
	const named = new Set(words.map((word) => word.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "")));
	const bare = path.replace(/\.\w+$/, "");
	return [
		path,
		bare,
		bare.replace(/\/(?:index|__main__)$/, "")
	].some((name) => name !== "" && named.has(name));
}

// src/workspace/read-diff.ts
/**
* The files of a unified diff as `diffText` gives it. Lines of hunks are counted as their headers say, so that content
* which looks like a diff is content, and only a line feed ends a line.
*/
function readDiff(diff) {
	const lines = diff.split("\n");
	const files = [];
	for (let at = 0; at < lines.length;) {
		if (!lines[at]?.startsWith("diff --git ")) {
			at += 1;
			continue;
		}
		const file = readFile$1(lines, at);
		const before = files.at(-1);
		if (before?.path === file.diff.path) files.splice(-1, 1, joinHalves(before, file.diff));
		else files.push(file.diff);
		at = file.end;
	}
	return files;
}
function joinHalves(gone, come) {
	return {
		...come,
		previous: gone.previous ?? come.previous,
		status: "modified",
		binary: gone.binary || come.binary,
		added: gone.added + come.added,
		removed: gone.removed + come.removed,
		header: gone.header + come.header,
		hunks: [...gone.hunks, ...come.hunks]
	};
}
/** Right-side lines of a hunk: those that a comment can stand on. */
function coversLine({ start, length }, line) {
	return line >= start && line < start + length;
}
function readFile$1(lines, from) {
	let at = from + 1;
	while (at < lines.length && !/^(?:diff --git |@@ )/.test(lines[at] ?? "")) at += 1;
	const header = lines.slice(from, at).filter((line) => line !== "" && !line.startsWith("["));
	const hunks = [];
	let [added, removed] = [0, 0];
	while (lines[at]?.startsWith("@@ ")) {
		const hunk = readHunk(lines, at);
		if (hunk === null) break;
		hunks.push(hunk.hunk);
		added += hunk.added;
		removed += hunk.removed;
		at = hunk.end;
	}
	return {
		diff: {
			...readHeader(header),
			added,
			removed,
			header: `${header.join("\n")}\n`,
			hunks
		},
		end: Math.max(at, from + 1)
	};
}
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
function readHunk(lines, from) {
	const numbers = HUNK.exec(lines[from] ?? "");
	if (numbers === null) return null;
	const length = Number(numbers[3] ?? 1);
	let [old, fresh] = [Number(numbers[1] ?? 1), length];
	let [added, removed] = [0, 0];
	let at = from + 1;
	for (; at < lines.length; at += 1) {
		const mark = lines[at]?.charAt(0);
		if (mark !== "\\" && old <= 0 && fresh <= 0) break;
		if (mark === "+") [fresh, added] = [fresh - 1, added + 1];
		else if (mark === "-") [old, removed] = [old - 1, removed + 1];
		else if (mark === " ") [old, fresh] = [old - 1, fresh - 1];
		else if (mark !== "\\") break;
	}
	return {
		hunk: {
			start: Number(numbers[2]),
			length,
			text: `${lines.slice(from, at).join("\n")}\n`
		},
		added,
		removed,
		end: at
	};
}
function readHeader(header) {
	const after = (start) => header.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
	const sides = {
		from: sideOf(after("--- "), "a/"),
		to: sideOf(after("+++ "), "b/")
	};
	const renamed = {
		from: nameOf(after("rename from ")),
		to: nameOf(after("rename to "))
	};
	return {
		path: renamed.to ?? sides.to ?? sides.from ?? sameName(header[0] ?? ""),
		previous: renamed.from,
		status: statusOf(header, renamed.to !== null),
		binary: header.some((line) => line.startsWith("Binary files "))
	};
}
function statusOf(header, isRenamed) {
	if (header.some((line) => line.startsWith("new file mode "))) return "added";
	if (header.some((line) => line.startsWith("deleted file mode "))) return "deleted";
	return isRenamed ? "renamed" : "modified";
}
function sideOf(written, prefix) {
	const name = nameOf(written);
	return name?.startsWith(prefix) === true ? name.slice(prefix.length) : null;
}
/** Without the tab that git puts behind a name with spaces, and out of the quotes that it puts around others. */
function nameOf(written) {
	if (written === null) return null;
	const name = written.replace(/\t$/, "");
	return name.startsWith("\"") && name.endsWith("\"") ? unquote(name.slice(1, -1)) : name;
}
/** Without content and without a rename both names are one: `a/NAME b/NAME`. */
function sameName(line) {
	const names = line.slice(11);
	return sideOf(names.slice(0, (names.length - 1) / 2), "a/") ?? names;
}
const ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};
function unquote(text) {
	const bytes = [...text.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(([, octal, escaped, plain]) => octal === void 0 ? Buffer.from(plain ?? ESCAPES[escaped ?? ""] ?? escaped ?? "") : Buffer.of(parseInt(octal, 8)));
	return Buffer.concat(bytes).toString();
}

// src/check/weakened/compiled.ts
const go = {
	extensions: /\.go$/,
	files: /_test\.go$/,
	definitions: [/^func\s+(?<name>(?:Test|Benchmark|Fuzz|Example)\w*)\s*\(/, /\bt\.Run\(\s*"(?<name>[^"]*)"/],
	skips: [/\b[tbf]\.Skip(?:f|Now)?\s*\(/, /^\/\/go:build\s+ignore\b/]
};
const rust = {
	extensions: /\.rs$/,
	files: /(?:^|\/)tests\/[^/]+\.rs$/,
	anywhere: true,
	definitions: [],
	attribute: /^\s*#\[(?:\w+::)*(?:test|rstest|test_case|proptest|quickcheck)\b/,
	skips: [/^\s*#\[ignore\b/, /^\s*#\[cfg_attr\(.*\bignore\b/]
};
const jvm = {
	extensions: /\.(?:java|kt|kts|scala|groovy)$/,
	files: /(?:^|\/)(?:src\/\w*[tT]est\w*\/|test\/)|(?:Tests?|IT|Spec|Suite)\.(?:java|kt|scala|groovy)$/,
	definitions: [/^\s*(?:test|it|should|def)\s*\(?\s*"(?<name>[^"]+)"/, /^\s*"(?<name>[^"]+)"\s+(?:should|in|-\s*\{)/],
	attribute: /^\s*@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property)\b/,
	skips: [
		/@(?:Disabled\w*|Ignore\w*|EnabledIf\w*|PendingFeature)\b/,
		/\benabled\s*=\s*false\b|\b(?:assumeTrue\(\s*false|assumeFalse\(\s*true)\b/,
		/(?:^|[\s;])(?:xtest|xit|xdescribe|xcontext|xshould|ignore)\s*\(\s*"/
	],
	only: [/@IgnoreRest\b/, /(?:^|[\s;])(?:fit|fdescribe|fcontext)\s*\(\s*"/]
};
const dotnet = {
	extensions: /\.(?:cs|fs|vb)$/,
	files: /Tests?\.(?:cs|fs|vb)$|(?:^|\/)[^/]*Tests?\//,
	definitions: [],
	attribute: /^\s*\[<?\s*(?:\w+\.)*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
	skips: [
		/\bSkip\s*=\s*(?:"|\w)/,
		/^\s*\[<?[^\]]*\b(?:Skip|Ignore|Explicit)\b/,
		/\bAssert\.(?:Ignore|Inconclusive|Skip)\w*\s*\(/
	]
};
const swift = {
	extensions: /\.swift$/,
	files: /Tests?\.swift$|(?:^|\/)Tests\//,
	definitions: [/\bfunc\s+(?<name>test\w*)\s*\(/],
	attribute: /^\s*@Test\b/,
	skips: [/\bXCTSkip\w*\s*\(/, /@(?:Test|Suite)\(.*\.disabled\b/]
};
const cpp = {
	extensions: /\.(?:c|cc|cpp|cxx)$/,
	files: /(?:_test|_tests|Test|Tests)\.(?:c|cc|cpp|cxx)$|(?:^|\/)test_[^/]*\.(?:c|cc|cpp|cxx)$/,
	definitions: [/^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST)\s*\(\s*(?<name>\w+\s*,\s*\w+)/, /^\s*TEST_CASE\s*\(\s*"(?<name>.*?)"/],
	skips: [
		/\bGTEST_SKIP\s*\(/,
		/\bDISABLED_\w/,
		/"\[\.(?:\]|\w)/
	]
};

// src/check/weakened/scripted.ts
const JS_WORDS = "describe|context|suite|it|test|specify|bench|scenario|feature";
const javascript = {
	extensions: /\.[cm]?[jt]sx?$/,
	files: /\.(?:test|spec|cy|e2e)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?|specs?|e2e)\//,
	definitions: [new RegExp(String.raw`^\s*(?:await\s+)?(?:Deno\.|t\.)?(?:[xf](?=[dics]))?(?:${JS_WORDS})\b(?:\.\w+)*(?:\(.*\)|\x60.*\x60)?\(\s*(?:["'](?<name>.*?)["']|\x60(?<name>.*?)\x60|$)`)],
	skips: [
		new RegExp(String.raw`\b(?:${JS_WORDS})(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fails|failing|fixme)\b`),
		new RegExp(String.raw`(?:^|[\s;])x(?:describe|context|it|test|specify)(?:\.each)?\s*\(`),
		/\b(?:t|ctx|context|this|test)\.(?:skip|todo)\s*\(/,
		new RegExp(String.raw`\b(?:${JS_WORDS})\b.*\{[^}]*\b(?:skip|todo)\s*:(?!\s*(?:false\b|\d))`)
	],
	only: [
		new RegExp(String.raw`\b(?:${JS_WORDS})(?:\.\w+)*\.only\b`),
		new RegExp(String.raw`(?:^|[\s;])f(?:describe|context|it|test)\s*\(`),
		new RegExp(String.raw`\b(?:${JS_WORDS})\b.*\{[^}]*\bonly\s*:\s*true\b`)
	]
};
const python = {
	extensions: /\.py$/,
	files: /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/,
	definitions: [/^\s*(?:async\s+)?def\s+(?<name>test\w*)/, /^\s*class\s+(?<name>Test\w*|\w+Tests?)\b/],
	skips: [
		/\bmark\.(?:skip|skipif|xfail)\b/,
		/\bpytest\.(?:skip|xfail|importorskip)\s*\(/,
		/@(?:unittest\.)?(?:skip|skipIf|skipUnless|expectedFailure)\b/,
		/\.skipTest\s*\(|\braise\s+(?:unittest\.)?SkipTest\b|^\s*__test__\s*=\s*False\b/
	]
};
const php = {
	extensions: /\.(?:php|phpt)$/,
	files: /Test\.php$|\.phpt$|(?:^|\/)tests?\//i,
	definitions: [/\bfunction\s+(?<name>test\w*)\s*\(/, /^\s*(?:it|test|describe)\s*\(\s*["'](?<name>.*?)["']\s*,/],
	attribute: /^\s*(?:#\[(?:\w+\\)*Test\b|\*\s*@test\b)/,
	skips: [/\bmarkTest(?:Skipped|Incomplete)\s*\(/, /(?:->|\)\s*->)(?:skip|todo|skipOn\w+)\s*\(/],
	only: [/->only\s*\(/]
};
const ruby = {
	extensions: /\.rb$/,
	files: /(?:_spec|_test)\.rb$|(?:^|\/)test_[^/]*\.rb$/,
	definitions: [/^\s*(?:RSpec\.)?[xf]?(?:it|specify|scenario|example|describe|context|feature|test|should)\s*\(?\s*["'](?<name>.*?)["']/, /^\s*def\s+(?<name>test_\w+)/],
	skips: [
		/^\s*x(?:it|specify|scenario|example|describe|context|feature)\b/,
		/^\s*(?:skip|pending)\b(?!\s*=)/,
		/,\s*(?::(?:skip|pending)\b|(?:skip|pending):(?!\s*(?:false|nil)\b))/
	],
	only: [/^\s*f(?:it|specify|scenario|example|describe|context|feature)\b/, /,\s*(?::focus\b|focus:\s*true)/]
};
const elixir = {
	extensions: /\.exs$/,
	files: /_test\.exs$/,
	definitions: [/^\s*(?:test|describe|property)\s+"(?<name>.*?)"/],
	skips: [/^\s*@(?:tag|moduletag|describetag)\s+(?::skip\b|skip:(?!\s*(?:false|nil)\b))/, /^\s*test\s+"[^"]*"\s*$/]
};
const dart = {
	extensions: /\.dart$/,
	files: /_test\.dart$/,
	definitions: [/^\s*(?:test|testWidgets|group)\s*\(\s*["'](?<name>.*?)["']/],
	skips: [/\bskip\s*:(?!\s*false\b)/, /@Skip\b/],
	only: [/\bsolo\s*:\s*true\b/]
};

// src/check/weakened/languages.ts
const LANGUAGES = [
	javascript,
	python,
	go,
	rust,
	jvm,
	dotnet,
	php,
	ruby,
	elixir,
	swift,
	dart,
	cpp
];
/** The language of a file that may hold tests, null for any other file. */
function testLanguageOf(path) {
	const language = LANGUAGES.find(({ extensions }) => extensions.test(path));
	if (language === void 0) return null;
	return language.anywhere === true || language.files.test(path) ? language : null;
}
/** Whether a runner of the language takes the file for a test by its name alone. */
function isTestFile(path) {
	return testLanguageOf(path)?.files.test(path) === true;
}

// src/check/weakened/lost.ts
/**
* Definitions that were removed and that nothing added answers: first those of the same name in the same file, then in any
* file, then those of a similar name in the same file. Each that was added answers one.
*/
function lostDefinitions(removed, added) {
	const anywhere = unanswered(unanswered({
		removed,
		added
	}, ({ path, name }) => name === "" ? null : `${path}\0${name}`), ({ name }) => name === "" ? null : name);
	const files = Map.groupBy(anywhere.added, ({ path }) => path);
	return anywhere.removed.filter((definition) => {
		const near = files.get(definition.path) ?? [];
		const at = near.findIndex((one) => isSimilar(one.line.defines ?? "", definition.line.defines ?? ""));
		if (at !== -1) near.splice(at, 1);
		return at === -1;
	});
}
/** What is left of both sides when each that was added has answered one with the same key; null is answered by none. */
function unanswered({ removed, added }, keyOf) {
	const key = ({ path, line }) => keyOf({
		path,
		name: line.defines ?? ""
	});
	const pool = Map.groupBy(added, key);
	const answers = /* @__PURE__ */ new Set();
	return {
		removed: removed.filter((definition) => {
			const wanted = key(definition);
			const answer = wanted === null ? void 0 : pool.get(wanted)?.shift();
			if (answer !== void 0) answers.add(answer);
			return answer === void 0;
		}),
		added: added.filter((definition) => !answers.has(definition))
	};
}
/** Half of the words are common. Without names the number of definitions has to do. */
function isSimilar(one, other) {
	const [left, right] = [wordsOf(one), wordsOf(other)];
	if (left.size === 0 || right.size === 0) return left.size === right.size;
	return 2 * left.intersection(right).size / (left.size + right.size) >= .5;
}
/** Words of a sentence, and of `snake_case` and `camelCase`. */
function wordsOf(name) {
	const spaced = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ").replaceAll(/[^\p{L}\p{N}]+/gu, " ");
	return new Set(spaced.toLowerCase().split(" ").filter((word) => word !== ""));
}

// src/check/weakened/test-lines.ts
/** Characters of a line that are looked at: what is longer was not written by hand. */
const LONGEST = 500;
/** Lines that were added or removed and define, skip or single out tests. */
function testLines({ hunks }, language) {
	return hunks.flatMap((hunk) => {
		const lines = hunk.text.split("\n").slice(1);
		const found = [];
		let line = hunk.start;
		for (const [at, marked] of lines.entries()) {
			const mark = marked.charAt(0);
			if (mark === "+" || mark === "-") {
				const side = mark === "+" ? "added" : "removed";
				const text = marked.slice(1, LONGEST);
				const defines = definedBy(text, {
					language,
					below: lines.slice(at + 1),
					mark
				});
				const skips = isComment(text) ? null : skippedBy(text, language);
				if (defines !== null || skips !== null) found.push({
					side,
					line: Math.max(1, line),
					text: text.trim(),
					defines,
					skips
				});
			}
			if (mark === "+" || mark === " ") line += 1;
		}
		return found;
	});
}
function definedBy(text, { language, below, mark }) {
	if (language.attribute?.test(text) === true) return nameBelow(below, mark);
	for (const pattern of language.definitions) {
		const match = pattern.exec(text);
		if (match !== null) return match.groups?.["name"] ?? nameOnNextLine(below, mark);
	}
	return null;
}
/** The function that an attribute stands above: other attributes and comments may be between. */
function nameBelow(below, mark) {
	for (const line of ownLines(below, mark).slice(0, 8)) {
		if (/^\s*(?:@|#\[|\[|\/\/|\*|\/\*)/.test(line)) continue;
		const [, name] = /(`[^`]+`|[\w$]+)\s*(?:<[^>]*>)?\s*\(/.exec(line) ?? [];
		if (name !== void 0) return name;
	}
	return "";
}
/** Formatters put a long name below the word that it belongs to. */
function nameOnNextLine(below, mark) {
	return /^\s*(["'`])(?<name>.*)\1/.exec(ownLines(below, mark)[0] ?? "")?.groups?.["name"] ?? "";
}
/** Lines of one side of the diff: its own and those that both sides have. */
function ownLines(lines, mark) {
	return lines.slice(0, 40).filter((line) => line.startsWith(mark) || line.startsWith(" ")).map((line) => line.slice(1, LONGEST));
}
function skippedBy(text, { skips, only = [] }) {
	if (skips.some((pattern) => pattern.test(text))) return "this";
	return only.some((pattern) => pattern.test(text)) ? "others" : null;
}
function isComment(text) {
	return /^\s*(?:\/\/(?!go:build)|#(?!\[)|\*|\/\*|--)/.test(text);
}

// src/check/weakened-tests.ts
/** Told at most; of more the number is. */
const TOLD = 20;
/**
* Tests that the change deletes, skips, or silences by singling out others, by the conventions of each ecosystem. That may
* well be right, which is why it is pointed out and no more. `diff` is the unified diff of the whole change.
*/
function findWeakenedTests({ files, diff }) {
	const read = readDiff(diff).flatMap((file) => {
		const language = testLanguageOf(file.previous ?? file.path) ?? testLanguageOf(file.path);
		return language === null ? [] : [{
			file,
			lines: testLines(file, language)
		}];
	});
	const lost = lostDefinitions(definitions(read, "removed"), definitions(read, "added"));
	const deleted = files.flatMap((file) => isGone(file, files) ? [file.path] : []);
	const skipsBefore = read.flatMap(({ lines }) => lines.filter(({ side }) => side === "removed"));
	return [...deleted.flatMap((path) => deletedFile(path, {
		read,
		lost
	})), ...read.flatMap(({ file, lines }) => [
		...movedAway(file),
		...deleted.includes(file.path) ? [] : removedTests(file.path, lost),
		...skippedTests(file.path, lines, skipsBefore)
	])];
}
/** One sentence each, with the place in front: `test/a.test.ts:12: …`. */
function describeWeakenedTests(weakened) {
	const told = weakened.slice(0, TOLD).map(({ path, line, what }) => `${path}${line === null ? "" : `:${line}`}: ${what}`);
	const more = weakened.length - told.length;
	return more > 0 ? [...told, `And ${more} more tests that the change deletes or skips.`] : told;
}
function definitions(read, side) {
	return read.flatMap(({ file, lines }) => lines.filter((line) => line.side === side && line.defines !== null).map((line) => ({
		path: file.path,
		line
	})));
}
/** A file that was moved is not gone. */
function isGone(file, files) {
	return file.status === "deleted" && !files.some((one) => one.status === "added" && one.renamedFrom === file.path);
}
/** A test file that is gone, and whose tests stand nowhere else now. */
function deletedFile(path, { read, lost }) {
	const had = (read.find(({ file }) => file.path === path)?.lines ?? []).some(({ defines }) => defines !== null);
	const count = lost.filter((definition) => definition.path === path).length;
	if (!(had ? count > 0 : isTestFile(path) && /test|spec/i.test(path.slice(path.lastIndexOf("/") + 1)))) return [];
	return [{
		path,
		line: null,
		what: `the test file was deleted${had ? `, with ${count} ${count === 1 ? "test" : "tests"} in it` : ""}.`
	}];
}
/** A test file that was moved to where its runner does not look for tests. */
function movedAway({ previous, path }) {
	if (previous === null || !isTestFile(previous) || isTestFile(path)) return [];
	return [{
		path,
		line: null,
		what: `the test file ${previous} was moved to where it is no test any more.`
	}];
}
/** Definitions that are gone from a file that is still there. */
function removedTests(path, lost) {
	return lost.filter((definition) => definition.path === path).map(({ line: { line, defines } }) => ({
		path,
		line,
		what: `${defines === null || defines === "" ? "a test" : `the test “${cut(defines)}”`} was removed.`
	}));
}
/** Skips that were not there before, in whichever file. */
function skippedTests(path, lines, before) {
	return lines.flatMap(({ side, line, text, skips }) => {
		if (side !== "added" || skips === null) return [];
		if (before.some((one) => one.skips === skips && one.text === text)) return [];
		const quoted = `“${cut(text)}”`;
		return [{
			path,
			line,
			what: skips === "this" ? `a test is skipped now: ${quoted}.` : `every other test is left out now: ${quoted}.`
		}];
	});
}
function cut(text) {
	return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}

// src/publish/commands.ts
/** Sentences with commands that a person can copy. Empty for branch names that a shell would not take as one plain word. */
const commandsFor = {
	get: (branch) => isPlain(branch) ? `Get it with ${codeSpan(`git fetch origin ${branch} && git switch ${branch}`)}.` : "",
	open: (branch, base) => isPlain(branch) && isPlain(base) ? `Or open it with ${codeSpan(`gh pr create --head ${branch} --base ${base}`)}.` : "",
	merge: (branch, into) => isPlain(branch) && isPlain(into) ? `Bring it in with ${codeSpan(`git fetch origin && git switch ${into} && git merge origin/${branch}`)}.` : ""
};
/** Page on which GitHub opens a pull request between two branches. */
function compareUrl(repositoryUrl, base, branch) {
	const encode = (name) => name.split("/").map(encodeURIComponent).join("/");
	return `${repositoryUrl}/compare/${encode(base)}...${encode(branch)}?expand=1`;
}
function isPlain(branch) {
	return /^[A-Za-z0-9_][\w./-]*$/.test(branch);
}

// src/publish/arrived.ts
/** A path meets another that is the same, or that is above it and would have to be a directory. */
function meet(paths, { files }) {
	return files.some(({ path }) => paths.some((other) => `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`)));
}
function nameCommits({ commits }) {
	const names = commits.slice(0, 5).map(({ sha, author }) => `${sha.slice(0, 7)}${author === null ? "" : ` by ${author}`}`);
	const more = commits.length > names.length ? ` and ${commits.length - names.length} more` : "";
	return `commit${commits.length === 1 ? "" : "s"} ${names.join(", ")}${more}`;
}
/** An earlier try may have built the change upon the commits that arrived, and been cut off after it. */
async function contains(forge, tree, { entries }) {
	const there = await forge.entriesOf(tree);
	return there !== null && entries.every(({ path, mode, sha }) => {
		const entry = there.get(path);
		return sha === null ? entry === void 0 : entry?.sha === sha && entry.mode === mode;
	});
}

// src/publish/leave-aside.ts
const MOST_NAMES = 5;
/** Puts the change on a branch of its own, on its recorded base, so that the branch it was meant for stays as it is. */
async function leaveAside(options, { tree, asChecked }, reason) {
	const { forge, change, place, message, runId } = options;
	const commit = await forge.createCommit({
		message,
		tree,
		parents: [change.base]
	});
	for (let number = 1; number <= MOST_NAMES; number += 1) {
		const branch = `${place.branch}-run-${runId}${number === 1 ? "" : `-${number}`}`;
		const made = await forge.createBranch(branch, commit) ? commit : await sameWork(options, branch, tree);
		if (made !== null) return {
			branch,
			commit: made,
			asChecked,
			aside: reason,
			notes: [`The work is on a branch of its own. ${commandsFor.merge(branch, place.branch)}`]
		};
	}
	throw new Failure("forge", `${reason} Could not leave the work on a branch of its own: all names from ${place.branch}-run-${runId} are taken.`, { hint: "Delete the branches that are no longer needed, and run again." });
}
/** The head of a branch that an earlier try of this run left. */
async function sameWork({ forge }, branch, tree) {
	const head = await forge.branchHead(branch);
	return head !== null && await forge.treeOf(head) === tree ? head : null;
}

// src/publish/commit-change.ts
const MOST_TRIES = 3;
/**
* Brings the change onto the place's branch by a fast-forward from the head that was seen, and never otherwise. Commits
* that arrived meanwhile are built upon when they touch other paths, and left alone when not. Repeated after being cut
* off anywhere, it finds what it had done.
*/
async function commitChange(options) {
	const { forge, change, place } = options;
	if (change.files.length === 0) return await withoutCommit(options);
	const built = await build(options);
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const landing = await land(options, built, await forge.branchHead(place.branch));
		if (landing !== "moved-meanwhile") return landing;
	}
	return await leaveAside(options, built, `The branch ${codeSpan(place.branch)} kept moving while the work was published.`);
}
async function withoutCommit({ forge, change, place }) {
	const commit = await forge.branchHead(place.branch);
	return {
		branch: place.branch,
		commit,
		asChecked: commit === change.base,
		aside: null,
		notes: []
	};
}
async function build({ forge, change, read, stored }) {
	const base = await forge.treeOf(change.base);
	if (base === null) throw new Failure("bad-input", `The commit ${change.base} that the work is based on is not on the forge.`, { hint: "Let the checkout be a commit that is pushed." });
	const entries = await storeFiles({
		forge,
		read,
		stored
	}, change);
	const tree = await forge.createTree(base, entries);
	return {
		entries,
		tree,
		asChecked: tree === change.treeOnBase
	};
}
async function land(options, built, head) {
	const { forge, change, place, message } = options;
	if (head === null) {
		if (place.head !== null) return await leaveAside(options, built, `The branch ${codeSpan(place.branch)} was deleted while the work went on.`);
		const commit = await forge.createCommit({
			message,
			tree: built.tree,
			parents: [change.base]
		});
		return await forge.createBranch(place.branch, commit) ? landed(place.branch, commit, built) : "moved-meanwhile";
	}
	if (head === change.base) return await advance(options, built, {
		head,
		tree: built.tree,
		notes: []
	});
	return await join$1(options, built, head);
}
/** The head is another than the work is based on: it has the change already, or others' commits, or both. */
async function join$1(options, built, head) {
	const { forge, change, place } = options;
	const headTree = await forge.treeOf(head);
	if (headTree === null) return "moved-meanwhile";
	if (headTree === built.tree) return landed(place.branch, head, built);
	const arrived = await forge.compare(change.base, head);
	const notes = [`The branch got ${nameCommits(arrived)} while the work went on; what is there now was not checked together.`];
	const there = {
		branch: place.branch,
		commit: head,
		asChecked: false,
		aside: null,
		notes
	};
	if (arrived.commits.some(({ tree }) => tree === built.tree)) return there;
	if (!arrived.descends || arrived.paths === null || meet(arrived.paths, change)) {
		if (await contains(forge, headTree, built)) return there;
		const what = arrived.descends ? `${nameCommits(arrived)} that touch the same files` : "another history";
		return await leaveAside(options, built, `The branch ${codeSpan(place.branch)} has ${what}, so it was left as it is.`);
	}
	return await advance(options, built, {
		head,
		tree: await forge.createTree(headTree, built.entries),
		notes
	});
}
async function advance(options, built, { head, tree, notes }) {
	const { forge, place, message } = options;
	const commit = await forge.createCommit({
		message,
		tree,
		parents: [head]
	});
	const move = await forge.moveBranch(place.branch, {
		from: head,
		to: commit
	});
	switch (move.kind) {
		case "moved": return {
			...landed(place.branch, commit, built),
			asChecked: built.asChecked && tree === built.tree,
			notes
		};
		case "stale": return "moved-meanwhile";
		case "refused": return await leaveAside(options, built, `GitHub does not let the branch ${codeSpan(place.branch)} move: ${move.reason}`);
	}
}
function landed(branch, commit, { asChecked }) {
	return {
		branch,
		commit,
		asChecked,
		aside: null,
		notes: []
	};
}

// src/publish/pull-request.ts
/** Opens the branch's pull request, or brings the one that is open up to date. A person's own is never touched. */
async function offer(options, landing) {
	const { forge, place, repositoryUrl } = options;
	const bare = {
		...landing,
		pullRequest: null,
		compareUrl: null,
		spending: null
	};
	if (bare.commit === null) return bare;
	if (bare.aside !== null) return {
		...bare,
		compareUrl: compareUrl(repositoryUrl, place.branch, bare.branch)
	};
	if (place.pullRequest === null) {
		const open = await findOpen(forge, bare.branch);
		return open === null ? await create$1(options, bare) : await update(options, bare, open);
	}
	const { number } = place.pullRequest;
	const known = await forge.pullRequest(number);
	if (known.state === "open") return await update(options, bare, known);
	return {
		...bare,
		notes: [...bare.notes, `Pull request #${number} was closed while the work went on; the work is on its branch.`]
	};
}
async function findOpen(forge, branch) {
	return (await forge.pullRequestsFrom(branch)).find(({ state }) => state === "open") ?? null;
}
async function create$1(options, bare) {
	const { forge, place, title } = options;
	const draft = options.draft(bare.asChecked);
	const { body } = render(options, bare, null);
	const creation = await forge.createPullRequest({
		title,
		body,
		head: bare.branch,
		base: place.base,
		draft
	});
	switch (creation.kind) {
		case "created":
			await putLabels(options, creation.pullRequest.number);
			return await bringUpToDate(options, bare, {
				pull: creation.pullRequest,
				told: null
			});
		case "exists": {
			const open = await findOpen(forge, bare.branch);
			return open === null ? withoutPullRequest(options, bare, "GitHub says that there is one already") : await update(options, bare, open);
		}
		case "refused": return withoutPullRequest(options, bare, creation.reason);
	}
}
function withoutPullRequest({ place, repositoryUrl }, bare, reason) {
	const { branch } = bare;
	const url = compareUrl(repositoryUrl, place.base, branch);
	const sentences = [
		`GitHub did not let Patchwright open a pull request (${reason}); the work is on its branch.`,
		`Open it at ${url}.`,
		commandsFor.open(branch, place.base),
		commandsFor.get(branch)
	];
	const settings = "To let Patchwright open it, give the job `permissions: pull-requests: write`, and in the settings under Actions, General, allow “Allow GitHub Actions to create and approve pull requests”.";
	return {
		...bare,
		compareUrl: url,
		notes: [
			...bare.notes,
			sentences.filter(Boolean).join(" "),
			settings
		]
	};
}
async function update(options, bare, pull) {
	const { own, told } = await readDescription(options.forge, pull);
	if (own !== null) return await bringUpToDate(options, bare, {
		pull,
		told
	});
	return {
		...bare,
		pullRequest: {
			number: pull.number,
			url: pull.url,
			draft: pull.draft,
			own: false
		}
	};
}
async function bringUpToDate(options, bare, { pull, told }) {
	const { forge, title, reviewer } = options;
	const { draft, notes } = await settleDraft(options, pull, options.draft(bare.asChecked));
	const pullRequest = {
		number: pull.number,
		url: pull.url,
		draft,
		own: true
	};
	const { publication, body } = render(options, {
		...bare,
		pullRequest,
		notes: [...bare.notes, ...notes]
	}, told);
	if (body !== pull.body || title !== pull.title) await forge.updatePullRequest(pull.number, {
		title,
		body
	});
	if (reviewer !== null && reviewer !== pull.author) await askForReview(options, pull.number, reviewer);
	return publication;
}
/** Tells the true state where it could not be changed. */
async function settleDraft({ forge, log }, pull, draft) {
	if (pull.draft === draft) return {
		draft,
		notes: []
	};
	try {
		await forge.setDraft(pull, draft);
		return {
			draft,
			notes: []
		};
	} catch (error) {
		const { message } = asFailure(error);
		log(message);
		return {
			draft: pull.draft,
			notes: [`${message}. It still is ${pull.draft ? "a draft" : "ready for review"}; please change it yourself.`]
		};
	}
}
/** A pull request without its labels is one all the same. */
async function putLabels({ forge, labels, log }, number) {
	if (labels.length === 0) return;
	try {
		await forge.addLabels(number, labels);
	} catch (error) {
		log(asFailure(error).message);
	}
}
/** Who is no collaborator cannot be asked, and a pull request without a reviewer is one all the same. */
async function askForReview({ forge, log }, number, reviewer) {
	try {
		await forge.requestReview(number, reviewer);
	} catch (error) {
		log(asFailure(error).message);
	}
}
function render(options, bare, told) {
	const spending = options.spending(bare, told);
	const publication = {
		...bare,
		spending
	};
	const marker = {
		v: 1,
		kind: "pull-request",
		branch: bare.branch,
		spending
	};
	return {
		publication,
		body: mark(marker, options.body(publication))
	};
}

// src/publish/publish-change.ts
/**
* Publishes what went through the guard: one commit on the place's branch, one pull request from it. Done twice, or cut
* off and done again, it ends in the same state. The work of a run that failed goes the same way, as a draft.
*/
async function publishChange(options) {
	const { change, heldBack } = options.guarded;
	const landing = await commitChange({
		...options,
		change,
		message: commitMessage(options.title, options.target)
	});
	try {
		return await offer(options, {
			...landing,
			asChecked: landing.asChecked && heldBack.length === 0
		});
	} catch (error) {
		throw whereItIs(error, landing);
	}
}
/** The branch is there although what came after it failed: the reader learns how to get at it. */
function whereItIs(error, { branch, commit }) {
	const { code, message, hint } = asFailure(error);
	const where = commit === null ? "" : ` The work is on the branch ${codeSpan(branch)}. ${commandsFor.get(branch)}`;
	return new Failure(code, message, {
		hint: `${hint}${where}`,
		cause: error
	});
}

// src/report/pull-request.ts
/** One line, nothing in it that GitHub acts on. */
function renderPullRequestTitle(run) {
	return plainLine(run.title, 120) || "Work by Patchwright";
}
/** The face of the work: how it stands, what and why, the evidence, the cost, how to go on. Fits a body on GitHub. */
function renderPullRequestBody(run) {
	const runs = spendingSection(run);
	const report = fit(BODY_LIMIT - Buffer.byteLength(runs), (detail) => body(run, detail));
	return paragraphs(report, runs === "" ? "" : `${LIST_START}\n${runs}`);
}
function body(run, detail) {
	return paragraphs(headline(run), prose(run.summary, detail.folded ? 4e3 : 500), [closing(run), changeText(run)].filter((part) => part !== "").join(" · "), notice(run), reportSections(run, detail), standingOf(run) === "verified" || standingOf(run) === "reviewed" ? goOn(run) : "");
}
/** Merging closes the issue, unless the work was cut off. Whoever goes on with it on the pull request means the same issue. */
function closing(run) {
	const { target } = run.invocation;
	const unfinished = standingOf(run) === "unfinished";
	if (target.kind === "issue") return unfinished ? `For ${link(`#${target.number}`, target.url)}` : `Closes #${target.number}`;
	const number = /^opencode\/issue-(\d+)(?:-\d+)?$/.exec(run.publication?.branch ?? "")?.[1];
	if (number === void 0) return "";
	return unfinished ? `For #${number}` : `Closes #${number}`;
}

// src/review/verify.ts
/** The seven conditions of "verified", each from what was run and measured. A model ticks none of them. */
function verify(options) {
	const conditions = [
		changeExists(options),
		inScope(options),
		checkPassed(options),
		nothingBroken(options),
		noBlockingFinding(options),
		definitionsUntouched(options),
		publishedIsChecked(options)
	];
	return {
		verified: conditions.every(({ holds }) => holds),
		tree: options.change.tree,
		conditions
	};
}
function changeExists({ wholeFiles }) {
	const evidence = `${wholeFiles} changed ${wholeFiles === 1 ? "file" : "files"}`;
	return {
		name: "change-exists",
		holds: wholeFiles > 0,
		evidence
	};
}
function inScope({ heldBack }) {
	const evidence = heldBack.length === 0 ? "nothing was held back" : `held back: ${listed(heldBack.map(({ path, rule }) => `${path} (${rule})`))}`;
	return {
		name: "in-scope",
		holds: heldBack.length === 0,
		evidence
	};
}
function checkPassed({ checks }) {
	const passed = checks.filter(({ after }) => after.status === "passed").map(({ check }) => check.name);
	const none = checks.length === 0 ? "there is no check" : "no check ran and passed";
	return {
		name: "check-passed",
		holds: passed.length > 0,
		evidence: passed.length > 0 ? `passed: ${listed(passed)}` : none
	};
}
function nothingBroken({ checks }) {
	const broken = checks.filter(({ before }) => before.status === "passed").filter(({ after }) => after.status !== "passed").map(({ check }) => check.name);
	const none = checks.length === 0 ? "no check was run" : "no check that passed before fails now";
	return {
		name: "nothing-broken",
		holds: broken.length === 0,
		evidence: broken.length === 0 ? none : `passed before and not any more: ${listed(broken)}`
	};
}
function noBlockingFinding({ findings, reviewed }) {
	const blocking = findings.filter((finding) => isOpen(finding) && isBlocking(finding));
	const name = "no-blocking-finding";
	if (blocking.length > 0) return {
		name,
		holds: false,
		evidence: `open: ${listed(blocking.map(({ id }) => id))}`
	};
	if (!reviewed.valid) return {
		name,
		holds: false,
		evidence: `not reviewed: ${reviewed.because ?? "unknown"}`
	};
	return {
		name,
		holds: true,
		evidence: "reviewed; no critical or high finding is open"
	};
}
function definitionsUntouched({ definitionsTouched }) {
	return {
		name: "check-definitions-untouched",
		holds: definitionsTouched.length === 0,
		evidence: definitionsTouched.length === 0 ? "what the checks are is as before" : `the change alters what a check is: ${listed(definitionsTouched)}`
	};
}
function publishedIsChecked({ change, asChecked, judgedTree }) {
	const digest = change.tree.slice(0, 12);
	const judged = judgedTree === change.tree;
	return {
		name: "published-is-checked",
		holds: judged && asChecked,
		evidence: judged ? `tree ${digest} was checked and reviewed, and ${asChecked ? "its change is what is published" : "something else is published"}` : `tree ${digest} was not checked and reviewed as a whole`
	};
}
function listed(items) {
	return items.length <= 8 ? items.join(", ") : `${items.slice(0, 8).join(", ")} and ${items.length - 8} more`;
}

// src/pipeline/told/ending.ts
/** The work of a run that failed is a draft whatever was chosen. */
function isDraft({ settings }, { failure }, verified) {
	if (failure !== null) return true;
	return settings.draft === "auto" ? !verified : settings.draft === "always";
}
function withoutPublication({ worked, guarded, change }) {
	if (change.files.length === 0 && change.leftOut.length === 0) {
		const rounds = worked.last?.round ?? 0;
		if (rounds === 0) return {
			outcome: "no-changes",
			reason: "The coder changed no file."
		};
		return {
			outcome: "needs-human",
			reason: `In fix round ${rounds} the coder took back everything that it had changed.`
		};
	}
	const held = guarded.heldBack.length;
	return {
		outcome: "needs-human",
		reason: `Everything that was changed is held back (${held} ${held === 1 ? "path" : "paths"}); nothing was published.`
	};
}
function verificationOf(handOver, state, asChecked) {
	const { worked, change, guarded, definitionsTouched, wholeFiles } = handOver;
	const review = worked.last?.review ?? null;
	return verify({
		change,
		heldBack: guarded.heldBack,
		checks: state.checks,
		findings: state.findings,
		reviewed: {
			valid: worked.failure === null && review?.reviewed === true,
			because: worked.failure?.message ?? review?.voidBecause ?? null
		},
		definitionsTouched,
		wholeFiles,
		judgedTree: review?.reviewed === true ? worked.last?.tree ?? null : null,
		asChecked
	});
}
/** The state in which the run ends with this publication. */
function ended$2(state, handOver, publication) {
	const { failure } = handOver.worked;
	const verification = verificationOf(handOver, state, publication.asChecked && publication.aside === null);
	const failed = failure === null ? null : {
		category: failure.code,
		message: failure.message,
		hint: failure.hint
	};
	const outcome = failed === null ? outcomeOf(handOver, publication) : "failed";
	const reason = outcome === "needs-human" ? reasonOf(handOver, publication) : null;
	return {
		...state,
		publication,
		verification,
		failure: failed,
		outcome,
		reason
	};
}
/** Why a person is needed, in a sentence each. */
function reasonOf({ worked, guarded }, { aside }) {
	const held = guarded.heldBack.length;
	return [
		worked.last?.review?.voidBecause ?? "",
		held === 0 ? "" : `${held} changed ${held === 1 ? "path is" : "paths are"} held back.`,
		aside ?? ""
	].filter((sentence) => sentence !== "").join(" ");
}
function outcomeOf({ worked, guarded }, publication) {
	const verdict = worked.last?.verdict ?? "inconclusive";
	return verdict === "fail" || verdict === "inconclusive" || guarded.heldBack.length > 0 || publication.aside !== null ? "needs-human" : "published";
}

// src/pipeline/hand-over.ts
/** What could not even be read has cost something all the same. */
async function guardWork(site, worked, running) {
	try {
		return await guard(site, worked, running);
	} catch (error) {
		running.story.fail(asFailure(error));
		await listRun(site, running);
		throw error;
	}
}
/** Holds the work against scope, protected paths and size, and keeps it as a patch whatever becomes of it. */
async function guard(site, worked, { deps, story }) {
	const { workspace, settings, origin } = site;
	const change = await finalChange(site, worked, story);
	const paths = change.files.map(({ path }) => path);
	const guarded = await guardChange(change, {
		scope: settings.scope,
		protectedPaths: settings.protectedPaths,
		maxChangedFiles: settings.maxChangedFiles,
		maxChangedBytes: settings.maxChangedBytes,
		baseFiles: await workspace.files(change.base),
		readBlob: workspace.read,
		redact: deps.redact,
		modeChangesAsked: site.modesAsked,
		lfsPaths: await workspace.lfsPaths(change.base, paths)
	});
	const whole = {
		...change,
		baselineTree: origin,
		files: await workspace.changes(origin, change.tree)
	};
	const diff = await workspace.diff(origin, change.tree);
	const weakened = describeWeakenedTests(findWeakenedTests({
		files: whole.files,
		diff
	}));
	for (const sentence of weakened) story.note(`A test is weaker than before: ${sentence}`);
	const definitionsTouched = await touchesDefinitions({
		change: whole,
		checks: site.checks,
		readFile: workspace.readFile
	});
	story.update({
		change,
		heldBack: guarded.heldBack,
		endedBy: worked.endedBy
	});
	if (worked.last?.tree !== change.tree) story.update({ checks: [] });
	if (change.files.length > 0) await keepPatch(site, {
		change,
		guarded
	}, {
		deps,
		story
	});
	return {
		worked,
		change,
		guarded,
		definitionsTouched,
		wholeFiles: whole.files.length
	};
}
/** After a failure the clone may have more than was last judged; where it cannot be read any more, that is what is left. */
async function finalChange({ workspace }, { last, failure }, story) {
	if (failure === null && last !== null) return last.change;
	try {
		return await workspace.extract();
	} catch (error) {
		const { message } = asFailure(error);
		if (last === null && failure !== null) story.note(`What was done could not be read: ${message}`);
		if (last === null) throw failure ?? error;
		story.note(`What was done after round ${last.round} could not be read: ${message}`);
		return last.change;
	}
}
/** For `git apply`, beside the run record. A credential that the agent wrote down is not kept. */
async function keepPatch({ workspace }, { change, guarded }, { deps, story }) {
	const path = join(deps.run.record, PATCH_FILE);
	const patch = await workspace.patch(change.baselineTree, change.tree);
	const hasSecret = guarded.heldBack.some(({ rule }) => rule === "secret");
	await writeFile(path, hasSecret ? deps.redact(patch.toString("utf8")) : patch);
	story.update({ patch: path });
}
/** Publishes what may be published and ends the story. */
async function publishWork(site, handOver, running) {
	await publish(site, handOver, running);
	if (running.story.state().publication?.pullRequest?.own !== true) await listRun(site, running);
}
async function publish(site, handOver, { deps, story }) {
	const { worked, guarded, change } = handOver;
	if (guarded.change.files.length === 0 && !(change.files.length === 0 && site.unfinished)) {
		story.update(withoutPublication(handOver));
		if (worked.failure !== null) story.fail(worked.failure);
		return;
	}
	const step = story.begin("Publish");
	const { invocation } = story.state();
	const end = (done) => {
		const state = ended$2(story.state(), handOver, done);
		return done.spending === null ? state : {
			...state,
			spending: {
				branch: site.place.branch,
				known: done.spending
			}
		};
	};
	try {
		const publication = await publishChange({
			forge: deps.forge,
			place: site.place,
			target: invocation.target,
			guarded,
			read: site.workspace.read,
			stored: site.stored,
			runId: deps.run.id,
			title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
			body: (done) => renderPullRequestBody(redactRun(end(done), deps.redact)),
			spending: (done, told) => spendingWith(end(done), {
				place: site.place,
				run: deps.run,
				told
			}).known,
			draft: (asChecked) => isDraft(site, worked, verificationOf(handOver, story.state(), asChecked).verified),
			reviewer: invocation.actor?.kind === "person" ? invocation.actor.login : null,
			labels: site.settings.labels,
			repositoryUrl: deps.run.repositoryUrl,
			log: deps.log
		});
		step.done(publishedLine(publication));
		story.update(end(publication));
	} catch (error) {
		const failure = asFailure(error);
		step.failed(`Publish: ${failure.message}`);
		story.update({
			verification: verificationOf(handOver, story.state(), false),
			change
		});
		story.fail(worked.failure ?? failure);
		if (worked.failure !== null) story.note(`The work could not be published either: ${failure.message} ${failure.hint}`);
	}
}
function publishedLine({ pullRequest, branch }) {
	if (pullRequest === null) return `Published: branch ${branch}`;
	return `Published: ${pullRequest.draft ? "draft " : ""}pull request #${pullRequest.number}`;
}

// src/publish/status-comments.ts
/** Milliseconds after which a run whose state the forge does not tell is taken to be over. */
const MAX_AGE = 36e5;
/** All status comments of an issue or pull request that the bot wrote, in the forge's order. */
async function statusCommentsOf(forge, issue) {
	const comments = await forge.comments(issue);
	const self = await forge.self();
	return comments.filter(({ author }) => author === self).flatMap((comment) => {
		const marker = readMarker(comment.body);
		return marker?.kind === "status" && marker.target === issue ? [{
			comment,
			marker
		}] : [];
	});
}
/** The same by when they were written, the last first. */
function newestFirst(marked) {
	return marked.toSorted((left, right) => Date.parse(right.marker.updatedAt) - Date.parse(left.marker.updatedAt));
}
/** Whether the run that a status comment belongs to is at work still. */
async function isAtWork({ marker }, { forge, now, maxAge = MAX_AGE }) {
	if (marker.state === "ended") return false;
	return await forge.runIsActive(marker.run) ?? now() - Date.parse(marker.updatedAt) < maxAge;
}

// src/publish/status-comment.ts
/**
* An edit comes no sooner than this part of the run's age after the one before: the workflow's token has 1,000 requests an
* hour for the whole repository, and what was new after a minute of work matters less in its second half-hour.
*/
const SLOWER = 60;
/** Edits at most once in an interval, and less often in a long run. Disposal ends the comment with what it showed last, unless it was finished. */
function createStatusComment(options) {
	const write = createWriter(options);
	let { spending } = options;
	let plan = null;
	let shown = options.body;
	let latest = options.body;
	const begun = options.now();
	let last = begun;
	let timer = null;
	let writing = Promise.resolve();
	let finished = false;
	const send = (state) => {
		timer = null;
		shown = latest;
		last = options.now();
		writing = writing.then(async () => {
			await write({
				state,
				body: shown,
				spending,
				plan
			});
			if (state === "working") schedule();
		});
	};
	const schedule = () => {
		if (finished || timer !== null || latest === shown) return;
		const interval = Math.max(options.interval, (last - begun) / SLOWER);
		timer = setTimeout(() => send("working"), Math.max(0, last + interval - options.now()));
		timer.unref();
	};
	const finish = async (body, told) => {
		if (finished) return;
		finished = true;
		spending = told?.spending ?? spending;
		plan = told?.plan ?? null;
		if (timer !== null) clearTimeout(timer);
		latest = body;
		send("ended");
		await writing;
	};
	return {
		url: options.comment.url,
		spending: options.spending,
		show(body) {
			latest = body;
			schedule();
		},
		finish,
		[Symbol.asyncDispose]: () => finish(latest)
	};
}
/** Writes into the comment; once, into a new one when somebody deleted it. */
function createWriter({ forge, issue, runId, comment, now, log }) {
	let id = comment.id;
	let mayCreate = true;
	return async ({ state, body, spending, plan }) => {
		const text = mark(statusMarker({
			issue,
			runId,
			state,
			now: now(),
			spending,
			plan
		}), body);
		try {
			if (await forge.updateComment(id, text) || !mayCreate) return;
			if ((await forge.comments(issue)).some((one) => one.id === id)) return;
			mayCreate = false;
			id = (await forge.createComment(issue, text)).id;
		} catch (error) {
			log(asFailure(error).message);
		}
	};
}

// src/publish/claim.ts
const INTERVAL = 5e3;
/**
* Makes the issue's status comment this run's: the one that is there, or a new one. There is no way to edit a comment only
* if nobody else did, but comments have an order that all runs see the same: each run writes one of its own first, and of
* the runs at work the one with the oldest gives the others way to. The winner then goes on in the comment that was there.
*/
async function claimStatusComment(options) {
	const before = await findMarked(options);
	const holder = await workingRun(before, options);
	if (holder !== null) return {
		kind: "busy",
		runId: holder
	};
	const mine = await create(options, toldBy(before));
	const all = await findMarked(options, mine);
	const winner = await workingRun(all.filter(({ comment }) => comment.id !== mine.id && (comment.id < mine.id || wasTaken(comment.id, before))), options);
	if (winner !== null) {
		await options.forge.deleteComment(mine.id);
		return {
			kind: "busy",
			runId: winner
		};
	}
	const first = all[0]?.comment ?? mine;
	const spending = toldBy([...before, ...all.filter(({ comment }) => comment.id !== mine.id)]);
	const kept = first.id !== mine.id && await take(first, options, spending) ? first : mine;
	await deleteExtra(all.filter(({ comment }) => comment.id !== kept.id), options);
	return {
		kind: "claimed",
		comment: createStatusComment({
			...options,
			comment: kept,
			spending,
			interval: options.interval ?? INTERVAL
		})
	};
}
/** The status comment that this run claimed, in a process that is gone, and did not end; null when there is none. */
async function resumeStatusComment(options) {
	const [kept, ...extra] = (await findMarked(options)).filter(({ marker }) => marker.run === options.runId && marker.state === "working");
	if (kept === void 0) return null;
	await deleteExtra(extra, options);
	const spending = kept.marker.spending ?? null;
	return createStatusComment({
		...options,
		comment: kept.comment,
		spending,
		interval: options.interval ?? INTERVAL
	});
}
/** What the comments tell of the runs before, the one that was written last. */
function toldBy(marked) {
	const [newest] = newestFirst(marked.filter(({ marker }) => marker.spending !== void 0));
	return newest?.marker.spending ?? null;
}
/** A comment that was there before this run wrote its own. */
function wasTaken(id, before) {
	return before.some(({ comment }) => comment.id === id);
}
/** Another run that one of the comments belongs to and that is still at work. */
async function workingRun(marked, options) {
	for (const one of marked) {
		const holder = await otherRun(one, options);
		if (holder !== null) return holder;
	}
	return null;
}
/** All status comments of the issue that the bot wrote, oldest first, with one that the list may not have yet. */
async function findMarked(options, mine) {
	const { forge, issue } = options;
	const marked = await statusCommentsOf(forge, issue);
	return (mine && !marked.some(({ comment }) => comment.id === mine.id) ? [...marked, {
		comment: mine,
		marker: working(options, null)
	}] : marked).toSorted((left, right) => left.comment.id - right.comment.id);
}
/** The run that the comment belongs to, when it is another one and still at work. */
async function otherRun(marked, options) {
	const { run } = marked.marker;
	return run !== options.runId && await isAtWork(marked, options) ? run : null;
}
async function take(comment, options, spending) {
	return await options.forge.updateComment(comment.id, mark(working(options, spending), options.body));
}
async function create(options, spending) {
	return await options.forge.createComment(options.issue, mark(working(options, spending), options.body));
}
/** The claim is told in the comment that stays; and a creation that was retried may have left two. */
async function deleteExtra(all, { forge, runId }) {
	for (const { comment, marker } of all) if (marker.run === runId) await forge.deleteComment(comment.id);
}
function working({ issue, runId, now }, spending) {
	return statusMarker({
		issue,
		runId,
		state: "working",
		now: now(),
		spending
	});
}

// src/publish/reactions.ts
/** What the reaction goes on: the comment that carried the command, or the issue or pull request where none did. */
function reactableOf({ commentId, inline }, issue) {
	if (commentId === null) return { issue };
	return inline ? { inlineComment: commentId } : { comment: commentId };
}
/** Shows with eyes that the run has begun. A reaction that fails is logged: nothing depends on it. */
async function react(given) {
	const { forge, to, log } = given;
	const tolerate = async (action) => {
		try {
			return await action();
		} catch (error) {
			log(asFailure(error).message);
			return null;
		}
	};
	const eyes = await tolerate(() => forge.react(to, "eyes"));
	return { async replace(content) {
		await tolerate(() => forge.react(to, content));
		if (eyes !== null) await tolerate(() => forge.unreact(to, eyes));
	} };
}

// src/report/log.ts
const MARKS = {
	done: "✓",
	doing: "…",
	todo: " ",
	failed: "✗"
};
/** One step with the time and money used so far: `  0:48  $0.041  ✓ Checks: 3 of 3 pass`. */
function renderLogStep(run, step) {
	const seconds = Math.max(0, Math.floor((run.now - run.startedAt) / 1e3));
	const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`.padStart(6);
	const [text = ""] = logLines(step.text.replaceAll(/\s+/g, " "), 300);
	return `${clock}  ${formatMoney(run.total.cost).padStart(8)}  ${MARKS[step.state]} ${text}`;
}
/** How the run ended, for a terminal: plain lines, none of which the runner takes for a command. */
function renderLogEnding(run) {
	return [
		`${run.outcome ?? "not finished"}: ${ended$1(run)}`,
		...failure(run),
		...where(run),
		`${rounds(run)}${cost(run)}, ${formatDuration(run.now - run.startedAt)}`,
		accountsNote(run),
		...run.notes,
		...run.publication?.notes ?? []
	].filter((line) => line !== "").flatMap((line) => logLines(line));
}
function ended$1(run) {
	if (run.failure !== null) return run.failure.message;
	if (run.outcome === "published") return standingWords(run);
	const open = run.verdict === "fail" ? openText(run) : "";
	return run.reason ?? (open || (run.outcome === "no-changes" ? "no file was changed" : standingWords(run)));
}
function failure(run) {
	if (run.failure === null) return [];
	const { category } = run.failure;
	return [`${category}: ${REMEDIES[category].means}`, whatToDo(run.failure)];
}
function where(run) {
	const { publication, patch } = run;
	if (publication?.pullRequest) return [`${publication.pullRequest.draft ? "draft pull request" : "pull request"} ${publication.pullRequest.url}`];
	if (publication !== null && publication.commit !== null) return [`branch ${publication.branch} at ${publication.commit}`];
	return patch === null ? [] : [`the work is kept as ${patch}`];
}
function rounds(run) {
	if (run.rounds.length === 0) return "";
	return `${fixRounds(run)} fix round${fixRounds(run) === 1 ? "" : "s"}, `;
}
function cost(run) {
	return `${formatMoney(run.total.cost)}, ${formatNumber(countTokens(run.total.tokens))} tokens`;
}

// src/report/record.ts
/** The record of a run without secrets, as indented JSON with a line end. */
function renderRecord(run, options) {
	const record = {
		version: 1,
		startedAt: new Date(run.startedAt).toISOString(),
		endedAt: new Date(run.now).toISOString(),
		sessions: options.sessions,
		events: options.events,
		run
	};
	return `${JSON.stringify(redactAll(record, options.redact), null, 2)}\n`;
}

// src/report/status-comment.ts
/** The one comment that follows a run: progress while it works, and afterwards how it ended and what to do next. */
function renderStatusComment(run) {
	return fit(BODY_LIMIT, (detail) => run.outcome === null ? progress(run) : ended(run, detail));
}
function progress(run) {
	const cost = costText(run);
	const parts = [
		"**⏳ Working on it**",
		run.round === 0 ? "" : `fix ${run.round} of at most ${run.maxFixRounds}`,
		cost === "" ? "" : `${cost} so far`,
		formatDuration(run.now - run.startedAt),
		run.runUrl === null ? "" : link("watch", run.runUrl)
	];
	const stop = ` ${codeSpan(`${run.phrase} stop`)} cancels it.`;
	return paragraphs(parts.filter((part) => part !== "").join(" · "), stepList(run), `<sub>${sentence(requester(run))}${stop}</sub>`);
}
function ended(run, detail) {
	return paragraphs(ending(run, detail), commentCarriesReport(run) ? reportSections(run, detail) : shortSections(run, detail), stepsFolded(run, detail), spendingSection(run), `<sub>${sentence(requester(run))}</sub>`);
}

// src/pipeline/told/face.ts
const REACTIONS = {
	published: "rocket",
	"no-changes": "+1",
	answered: "rocket",
	planned: "rocket",
	declined: "confused",
	"needs-human": "confused",
	failed: "-1"
};
function createFace(story, deps) {
	let comment = null;
	let reaction = null;
	const render = (state) => renderStatusComment(redactRun(state, deps.redact));
	story.onChange((state) => comment?.show(render(state)));
	const claim = async (invocation) => {
		const { target } = invocation;
		if (target.kind === "repository") return { kind: "claimed" };
		const claimed = await claimStatusComment(claimOptions(target.number, render(story.state()), deps));
		if (claimed.kind === "busy") {
			const where = `${deps.run.repositoryUrl}/actions/runs/${claimed.runId}`;
			return {
				kind: "busy",
				reason: `Another run works on #${target.number} already: ${where}`
			};
		}
		comment = claimed.comment;
		story.update({ spending: comment.spending });
		reaction = await showEyes(invocation, target.number, deps);
		return { kind: "claimed" };
	};
	const resume = async () => {
		const state = story.state();
		const { target } = state.invocation;
		if (target.kind === "repository") return true;
		comment = await resumeStatusComment(claimOptions(target.number, render(state), deps));
		if (comment === null) return false;
		story.update({ spending: comment.spending });
		reaction = await showEyes(state.invocation, target.number, deps);
		return true;
	};
	const close = async () => {
		const state = story.state();
		for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
		const plan = state.outcome === "planned" && state.plan !== null ? digestOfPlan(state.plan) : null;
		await comment?.finish(render(state), {
			spending: state.spending,
			plan
		});
		await reaction?.replace(REACTIONS[state.outcome ?? "failed"]);
		if (comment !== null) await removeLabel(state, deps);
		await writeRecord(story, deps);
		return state;
	};
	return {
		claim,
		resume,
		close,
		reply: async (end) => {
			const text = enter(end, story) ?? render(story.state());
			reaction ??= await answerWith(text, story.state().invocation, deps);
			return await close();
		},
		decline: async ({ reason, said }) => {
			story.update({
				outcome: "declined",
				reason
			});
			if (said) await reply(story.state(), render, deps);
			return await close();
		}
	};
}
/** Puts a command's end into the run's state; null where the reply is what there is to say of a failed run. */
function enter(end, story) {
	if (end.kind === "failed") {
		story.fail(end.failure);
		return null;
	}
	const { kind, reply: text } = end;
	story.update({
		outcome: kind,
		reason: kind === "declined" ? text : null,
		summary: kind === "answered" ? text : ""
	});
	return text;
}
function claimOptions(issue, body, { forge, run, now, log }) {
	return {
		forge,
		issue,
		runId: run.id,
		body,
		now,
		log
	};
}
function showEyes(invocation, issue, { forge, log }) {
	return react({
		forge,
		to: reactableOf(invocation, issue),
		log
	});
}
/** Eyes, and the answer as a comment. */
async function answerWith(text, invocation, deps) {
	const { target } = invocation;
	if (target.kind === "repository") return null;
	const eyes = await showEyes(invocation, target.number, deps);
	await deps.forge.createComment(target.number, mark({
		v: 1,
		kind: "reply"
	}, deps.redact(text)));
	return eyes;
}
/** The status comment tells of the last run that worked, perhaps of one that works now; a refusal gets a comment of its own. */
async function reply(state, render, { forge }) {
	const { target } = state.invocation;
	if (target.kind === "repository") return;
	await forge.createComment(target.number, mark({
		v: 1,
		kind: "reply"
	}, render(state)));
}
/** Only now may the label be put on again to run again. */
async function removeLabel(state, { forge, inputs, log }) {
	const { target } = state.invocation;
	if (target.kind === "repository") return;
	await forge.removeLabel(target.number, inputs["trigger-label"]).catch((error) => log(asFailure(error).message));
}
async function writeRecord(story, { run, redact }) {
	await mkdir(run.record, { recursive: true });
	const options = {
		sessions: story.sessions(),
		events: story.events(),
		redact
	};
	await writeFile(join(run.record, RECORD_FILE), renderRecord(story.state(), options));
}

// src/ledger/estimate.ts
/**
* What the same tokens would have cost on one model alone; null where its price is not known or nothing ran on another
* one. An estimate: another model takes other tokens for the same work, and other steps.
*/
function estimateOn(model, rows) {
	if (model === null || rows.every((row) => row.model === model.name)) return null;
	const cost = costOf(totalOf(rows).tokens, {
		price: model.price,
		longPrices: []
	});
	return cost === null ? null : {
		model: model.name,
		cost
	};
}

// src/pipeline/told/story.ts
/** `spent` is what another process counted before, whose run this one ends. */
function createStory(invocation, deps, spent = []) {
	const accounts = createAccounts(spent);
	const listeners = [];
	const sessions = [];
	const events = [];
	let state = initialState(invocation, deps);
	const update = (change) => {
		const [rows, total, claimed] = [
			accounts.rows(),
			accounts.total(),
			accounts.claimed()
		];
		state = {
			...state,
			...change,
			now: deps.now(),
			ledger: rows,
			total,
			claimed
		};
		state = {
			...state,
			estimate: estimateOn(state.judgeModel, rows)
		};
		for (const listener of listeners) listener(state);
	};
	const setLine = (index, line) => update({ steps: state.steps.with(index, line) });
	const tell = (line) => {
		deps.log(renderLogStep(redactRun(state, deps.redact), line));
		events.push({
			at: new Date(deps.now()).toISOString(),
			what: `${line.state}: ${line.text}`
		});
	};
	const begin = (text) => {
		const index = state.steps.length;
		const end = (ending) => {
			setLine(index, ending);
			tell(ending);
		};
		update({ steps: [...state.steps, {
			text,
			state: "doing"
		}] });
		tell({
			text,
			state: "doing"
		});
		return {
			note: (detail) => setLine(index, {
				text: `${text} · ${detail}`,
				state: "doing"
			}),
			done: (ending) => end({
				text: ending,
				state: "done"
			}),
			failed: (ending) => end({
				text: ending,
				state: "failed"
			})
		};
	};
	return {
		state: () => state,
		accounts,
		update,
		begin,
		note: (sentence) => update({ notes: [...state.notes, sentence] }),
		fail: ({ code, message, hint }) => update({
			outcome: "failed",
			failure: {
				category: code,
				message,
				hint
			}
		}),
		keep: (what, data) => void events.push({
			at: new Date(deps.now()).toISOString(),
			what,
			data
		}),
		addSession: (session, model) => void sessions.push({
			session,
			model
		}),
		sessions: () => sessions.map(({ session, model }) => ({
			id: session.id,
			role: session.role,
			model
		})),
		events: () => events,
		onChange: (listener) => void listeners.push(listener)
	};
}
function initialState(invocation, { now, run, inputs }) {
	return {
		invocation,
		outcome: null,
		round: 0,
		maxFixRounds: 0,
		steps: [],
		startedAt: now(),
		now: now(),
		runUrl: run.url,
		phrase: inputs["trigger-phrase"].split(",")[0]?.trim() ?? "",
		label: inputs["trigger-label"],
		agent: null,
		title: invocation.target.kind === "repository" ? invocation.target.name : invocation.target.title.text,
		summary: "",
		reason: null,
		question: null,
		taskFile: null,
		plan: null,
		stepReports: [],
		setup: null,
		checks: [],
		rounds: [],
		findings: [],
		acceptance: [],
		advice: [],
		verdict: null,
		verification: null,
		change: null,
		heldBack: [],
		scope: [],
		ledger: [],
		total: createAccounts().total(),
		claimed: createAccounts().claimed(),
		judgeModel: null,
		estimate: null,
		budget: null,
		spending: null,
		endedBy: null,
		confinement: "",
		publication: null,
		patch: null,
		failure: null,
		notes: []
	};
}

export { secretOf as A, PROTECTED_PATHS as C, parseJson as D, require_picomatch as E, createGit as F, prepareWorkspace as M, reopenWorkspace as N, digestOfPlan as O, comparable as P, guardChange as S, matchGlobsLoosely as T, mark as _, statusCommentsOf as a, findPlace as b, describeWeakenedTests as c, readDiff as d, subjectOf as f, readDescription as g, LONGEST_DESCRIPTION as h, newestFirst as i, isNamed$1 as j, digestOfTask as k, findWeakenedTests as l, withCutOff as m, createFace as n, guardWork as o, listRun as p, isAtWork as r, publishWork as s, createStory as t, coversLine as u, withoutMarker as v, matchGlobs as w, storeFiles as x, OWN_BRANCHES as y };