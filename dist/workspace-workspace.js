import { n as Failure } from "./failure2.js";
import { n as removeDirectory, t as copyDirectory } from "./workspace-copy.js";
import { n as realPath, t as isInside } from "./workspace-program.js";
import { t as execa } from "./execa.js";
import { a as splitRecords, i as namesGitDirectory, r as decodeName } from "./guard-final-tree.js";
import { t as parseMode } from "./workspace-change.js";
import { g as parseRepoPath } from "./pipeline-kept-held-files.js";
import { chmod, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createHash, randomUUID } from "node:crypto";

// src/workspace/agent-configuration.ts
/**
* What OpenCode 1.18 reads of the root of the directory that a session works in, code included, although project
* configuration is switched off. In letter cases that some file system takes for the same.
*/
const AT_ROOT = /* @__PURE__ */ new Set([
	".opencode",
	"opencode.json",
	"opencode.jsonc"
]);
/** What it adds to its own instructions below the root, whenever a file beside or under it is read. */
const BELOW_ROOT = /* @__PURE__ */ new Set(["agents.md", "context.md"]);
/** Whether a file at that path of the repository would configure or instruct the agent that works there. */
function configuresAgent(path) {
	const [top = "", ...below] = path.toLowerCase().split("/");
	return AT_ROOT.has(top) || BELOW_ROOT.has(below.at(-1) ?? "");
}
/** Takes out of a directory what would configure the agent that looks at it; true when there was something. */
async function removeConfiguration(directory) {
	const found = await findConfiguration(directory);
	for (const path of found) await remove$1(path);
	return found.length > 0;
}
/** Ignored folders count: a dependency may bring instructions as well. Links are not followed. */
async function findConfiguration(directory, isRoot = true) {
	const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
	return (await Promise.all(entries.map(async (entry) => {
		const [path, name] = [join(directory, entry.name), entry.name.toLowerCase()];
		if (isRoot && AT_ROOT.has(name)) return [path];
		if (!entry.isDirectory()) return !isRoot && BELOW_ROOT.has(name) ? [path] : [];
		return isRoot && name === ".git" ? [] : await findConfiguration(path, false);
	}))).flat();
}
/** A folder that was made a link since it was looked into leads to somebody else's files. */
async function remove$1(path) {
	const parent = dirname(path);
	if (await realPath(parent) !== parent) return;
	try {
		await removeDirectory(path);
	} catch {
		await chmod(parent, 448);
		await removeDirectory(path);
	}
}

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
	for (const commit of [given.baseline, ...given.also]) if (!await hasCommit(git, commit)) await fetchCommit(git, commit, given);
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
	await overlookWithheld(git, inClone);
	for (const name of given.source.dependencies) await copyDependencies(given.programs.cp, {
		from: given.source.directory,
		to: directory,
		name
	});
}
/** What is taken out before the agent comes is not to look deleted to it, and not to be brought back by accident. */
async function overlookWithheld(git, inClone) {
	const withheld = splitRecords((await git.run(["ls-files", "-z"], inClone)).output).filter((name) => configuresAgent(name.toString("latin1")));
	if (withheld.length === 0) return;
	const input = Buffer.concat(withheld.flatMap((name) => [name, Buffer.from([0])]));
	await git.run([
		"update-index",
		"--skip-worktree",
		"-z",
		"--stdin"
	], {
		...inClone,
		input
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
	const { files, unnamed } = await readChanges(git, trees.baselineTree, trees.tree);
	return {
		...trees,
		treeOnBase: await withIndex(git, (index) => treeWith(git, {
			base: trees.base,
			files,
			index
		})),
		files,
		...await countLines(git, trees.baselineTree, trees.tree),
		leftOut: [...leftOut, ...unnamed]
	};
}
/** The files that differ between two trees, by path, and the names that no path can be. */
async function readChanges(git, from, to) {
	const differences = await readDifferences(git, from, to);
	const digests = await digestBlobs(git, differences.filter(hasBlob).map(({ blob }) => blob));
	const files = [];
	const unnamed = [];
	for (const difference of differences) {
		const read = readDifference(difference, digests);
		files.push(...read.files);
		unnamed.push(...read.unnamed);
	}
	return {
		files: files.toSorted((left, right) => Buffer.compare(Buffer.from(left.path), Buffer.from(right.path))),
		unnamed
	};
}
/** A rename is a deletion and an addition; a file is not deleted whose new place has a name that no path can be. */
function readDifference(difference, digests) {
	const path = parseRepoPath(difference.path);
	const target = difference.target === null ? null : parseRepoPath(difference.target);
	const bad = [...typeof path === "string" ? [] : [unnamed(difference.path)], ...target === null || typeof target === "string" ? [] : [unnamed(difference.target ?? difference.path)]];
	if (target !== null && typeof target !== "string") return {
		files: [],
		unnamed: typeof path === "string" ? [...bad, {
			path,
			because: "moved"
		}] : bad
	};
	if (typeof path === "string") return {
		files: changedFiles(difference, {
			path,
			target
		}, digests),
		unnamed: bad
	};
	return {
		files: target === null ? [] : changedFiles({
			...difference,
			previousMode: null
		}, { path: target }, digests),
		unnamed: bad
	};
}
function unnamed(name) {
	return {
		path: name.toString(),
		because: decodeName(name) === null ? "not-utf-8" : "unsafe-name"
	};
}
function changedFiles(difference, { path, target = null }, digests) {
	const { mode, previousMode, blob } = difference;
	const deleted = previousMode === null ? [] : [{
		status: "deleted",
		path,
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
	if (target !== null) return [...deleted, {
		status: "added",
		path: target,
		previousMode: null,
		renamedFrom: path,
		...content
	}];
	return [{
		status: previousMode === null ? "added" : "modified",
		path,
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

// src/workspace/withheld.ts
/**
* Notes down what the index has of the files that would configure an agent, in a file beside it: there a later process
* finds it, too. They can be taken out of the directory then, and the directory's tree has them all the same.
*/
async function noteWithheld(git, at) {
	if (at.withheld === void 0) return;
	const entries = (await indexEntries(git, at)).filter(({ name }) => configuresAgent(name));
	await writeFile(at.withheld, Buffer.concat(entries.flatMap(({ record }) => [record, NUL])));
}
/** From here on the directory has what it has. */
async function forgetWithheld(at) {
	if (at.withheld !== void 0) await rm(at.withheld, { force: true });
}
/** Puts what was taken out back into the index, except where the directory has something else in its place by now. */
async function putBackWithheld(git, at) {
	if (at.withheld === void 0) return;
	const noted = splitRecords(await readFile(at.withheld).catch(() => Buffer.alloc(0))).map(parseEntry$1);
	if (noted.length === 0) return;
	const names = new Set((await indexEntries(git, at)).map(({ name }) => name));
	const folders = new Set([...names].flatMap(foldersOf));
	const missing = noted.filter(({ name }) => !names.has(name) && !folders.has(name) && !foldersOf(name).some((folder) => names.has(folder)));
	if (missing.length === 0) return;
	const input = Buffer.concat(missing.flatMap(({ record }) => [record, NUL]));
	await git.run([
		"update-index",
		"-z",
		"--index-info"
	], {
		...callOf(at),
		input
	});
}
const NUL = Buffer.from([0]);
async function indexEntries(git, at) {
	return splitRecords((await git.run([
		"ls-files",
		"--stage",
		"-z"
	], callOf(at))).output).map(parseEntry$1);
}
function parseEntry$1(record) {
	return {
		record,
		name: record.subarray(record.indexOf(9) + 1).toString("latin1")
	};
}
function foldersOf(name) {
	const components = name.split("/");
	return components.slice(1).map((_, at) => components.slice(0, at + 1).join("/"));
}
function callOf({ directory, index }) {
	return {
		workTree: directory,
		index
	};
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
	await putBackWithheld(git, at);
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

// src/workspace/places.ts
function createPlaces(given) {
	const { git, marked } = given;
	const at = (place) => placeAt(given, place);
	const clone = async () => await standing(at("clone"));
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
			const after = await takeSnapshot(git, await clone(), before.tree);
			const trees = {
				base: given.baseline,
				baselineTree: before.tree,
				tree: after.tree
			};
			return await extractChange(git, trees, newlyLeftOut(before, after));
		},
		async withhold() {
			const { directory } = await clone();
			if ((await findConfiguration(directory)).length === 0) return;
			await takeSnapshot(git, at("clone"), marked().tree);
			await noteWithheld(git, at("clone"));
			await removeConfiguration(directory);
		},
		async bring(tree) {
			await forgetWithheld(at("clone"));
			await materialiseTree(git, await clone(), tree);
		},
		async materialise(tree, place) {
			await materialiseTree(git, at(place), tree);
			if (place === "snapshot") await removeConfiguration(at(place).directory);
		},
		digest: async (place) => digestOf(await takeSnapshot(git, await standing(at(place)), null))
	};
}
/**
* A place whose directory is one. The clones of steps stand in a directory that agents can write in: what was put in the
* place of one, a link for instance, leads to somebody else's files.
*/
async function standing(at) {
	const found = await lstat(at.directory).catch(() => null);
	if (found?.isDirectory() === true) return at;
	throw new Failure("bad-output", `${at.directory} is ${found === null ? "gone" : "no directory any more"}.`, { hint: "The agent removed or replaced its own clone; nothing of what stands there was read." });
}
/** A place's directory, and the index file with which trusted git looks at it. */
function placeAt({ git, root, name, label }, place) {
	const known = {
		directory: join(root, place, name),
		index: join(git.gitDir, `index-${label}${place}`)
	};
	return place === "clone" ? {
		...known,
		withheld: join(git.gitDir, `withheld-${label}${place}`)
	} : known;
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
		name: "",
		label: "",
		baseline
	};
	const clone = placeAt(own, "clone");
	const pristine = join(root, "pristine");
	let marked = given.marked ?? null;
	const renew = async (at, becomes = at.directory) => {
		await removeDirectory(at.directory);
		await copyDirectory(cp, pristine, at.directory);
		await relocateEnvironments(at.directory, clone.directory, becomes);
		await adoptTree(git, at, mustBeMarked(marked).tree);
	};
	const places = createPlaces({
		...own,
		renew,
		marked: () => mustBeMarked(marked)
	});
	const ofStep = (name) => partsOfStep(name, {
		git,
		root,
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
			for (const place of [
				"clone",
				"checked",
				"snapshot"
			]) await removeDirectory(placeAt(step, place).directory);
			const own = placeAt(step, "clone");
			await forgetWithheld(own);
			const staged = {
				...own,
				directory: join(root, "staged", name)
			};
			await renew(staged, own.directory);
			if (tree !== before.tree) await materialiseTree(git, staged, tree);
			await move(staged.directory, own.directory);
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
/** Places of one kind stand together, so that all clones can be shown to an agent and nothing else of the steps. */
function partsOfStep(name, { git, root, baseline }) {
	return {
		git,
		root: join(root, "steps"),
		name: checkedName(name),
		label: `${name}-`,
		baseline
	};
}
async function move(from, to) {
	await mkdir(dirname(to), { recursive: true });
	await rename(from, to);
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
		const [ours, theirs] = [await sideOf(git, versions.ours), await sideOf(git, versions.theirs)];
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
async function sideOf(git, entry) {
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
			also: given.also ?? [],
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
		"staged",
		"git"
	].map((name) => removeDirectory(join(root, name))));
}

export { createGit as a, authorization as i, reopenWorkspace as n, configuresAgent as o, createTrees as r, prepareWorkspace as t };