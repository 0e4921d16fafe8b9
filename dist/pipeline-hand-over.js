import { i as __toESM } from "./rolldown-runtime.js";
import { T as readDescription, a as commitChange, c as compareUrl, i as withAcceptances, l as guardChange, p as require_picomatch, s as commandsFor, t as keepHeldFiles, w as listRuns } from "./pipeline-kept-held-files.js";
import { Gt as array, _r as union, ar as string, tr as record, vr as unknown } from "./zod.js";
import { n as Failure, r as asFailure } from "./failure2.js";
import { F as redactRun, O as link, P as leaving, h as standingOf, i as joinSpending, k as paragraphs, l as headline, r as addRun, t as NO_RUNS, w as codeSpan } from "./ledger-spending.js";
import { _ as LIST_START, c as logLine, f as titleText, i as bodyText, o as commitText, t as NO_SECRETS } from "./text-sinks.js";
import { t as mark } from "./publish-marker.js";
import { t as PATCH_FILE } from "./report-outputs.js";
import { f as fit, l as BODY_LIMIT, n as changeText, s as prose } from "./report-scope.js";
import { b as goOn, g as notice, n as spentRun, r as reportSections, t as spendingSection } from "./report-spending.js";
import { n as isBlocking, r as isOpen } from "./finding.js";
import { l as OWN_BRANCHES } from "./publish-state-store.js";
import { writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { isDeepStrictEqual } from "node:util";

// src/check/defining-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** What no project comes to; the rest is not followed. */
const MOST = 400;
/** Folders of tools: what a script there takes in is a part of it, and not what the checks are about. */
const OF_TOOLS = /^(?:[^/]+\/)*(?:scripts?|tools?|tooling|bin|ci|\.ci|hack|tasks|\.github|config|\.config)\//;
const SHELL = /(?:\.(?:sh|bash|zsh|ps1|bat|cmd)|(?:^|\/)[^./]+)$/;
const MAKE = /(?:(?:^|\/)(?:GNU)?[Mm]akefile|\.mk)$/;
/**
* Files of the baseline that commands and settings of tools lead to: scripts that they start and what those start,
* included makefiles, what settings extend, import, or name as set-up of the tests.
*/
async function definingFiles({ files, settings, commands, read }) {
	const found = /* @__PURE__ */ new Set();
	const waiting = settings.slice(0, MOST).map((path) => ({
		path,
		isSetting: true
	}));
	const add = (path) => {
		if (path === null || found.has(path) || found.size >= MOST) return;
		found.add(path);
		waiting.push({
			path,
			isSetting: false
		});
	};
	for (const [folder, texts] of commands) for (const word of texts.flatMap(wordsOf$1)) add(resolve$1(word, {
		from: folder,
		files
	}));
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		const { path, isSetting } = next;
		const from = posix.dirname(path);
		for (const name of namesIn(path, await read(path), isSetting)) {
			const to = resolve$1(name, {
				from,
				files
			}) ?? resolve$1(name, {
				from: ".",
				files
			});
			if (isSetting || MAKE.test(path) || isOfTools(to)) add(to);
		}
	}
	return found;
}
function isOfTools(path) {
	return path !== null && (OF_TOOLS.test(path) || SHELL.test(path));
}
/** What a file names that another one's content comes from; what is under test is left to the review. */
function namesIn(path, text, isSetting) {
	const whole = text.slice(0, 262144);
	if (MAKE.test(path)) return [...includes(whole), ...wordsOf$1(whole)];
	if (SHELL.test(path)) return wordsOf$1(whole);
	if (isSetting) return [...imports(whole), ...named(whole)];
	return OF_TOOLS.test(path) ? [...imports(whole), ...wordsOf$1(whole)] : [];
}
function wordsOf$1(text) {
	return text.split(/[\s"'`&|;()=<>,$[\]{}]+/).filter((word) => word !== "" && word.length < 300);
}
function includes(text) {
	return [...text.matchAll(/^\s*-?s?include\s+(.+)$/gm)].flatMap(([, names = ""]) => names.trim().split(/\s+/));
}
function imports(text) {
	return [...text.matchAll(/(?:from|import|require)\s*\(?\s*["'`](\.{1,2}\/[^"'`\n]+)["'`]/g)].map(([, name = ""]) => name);
}
const KEYS = /["']?\b(?:setupFiles\w*|globalSetup|globalTeardown|extends|presets?|require|import|reporters?|testEnvironment|runner|testRunner|snapshotSerializers|pool|environment|plugins?|pytest_plugins|extend)["']?\s*[:=]\s*(\[[^\]]*\]|["'`][^"'`\n]*["'`])/g;
/** Files that settings take in by name. */
function named(text) {
	return [...text.matchAll(KEYS)].flatMap(([, value = ""]) => [...value.matchAll(/["'`]([^"'`\n]+)["'`]/g)].map(([, name = ""]) => name.replace("<rootDir>/", "")));
}
const ENDINGS = [
	"",
	".js",
	".ts",
	".mjs",
	".cjs",
	".mts",
	".cts",
	".json",
	".sh",
	".py",
	"/index.js",
	"/index.ts"
];
function resolve$1(name, { from, files }) {
	const path = posix.join(from, name);
	return [path, path.replace(/\.[cm]?js$/, "")].flatMap((one) => ENDINGS.map((ending) => one + ending)).find((one) => files.has(one)) ?? null;
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
	"type",
	"overrides",
	"resolutions",
	"pnpm"
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
		return [
			...[.../* @__PURE__ */ new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).map((key) => `script \`${key}\``),
			...toolsChanged(before, after),
			...takenFromElsewhere(before, after)
		];
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
/** Dependencies that come from no registry now: a tool by the same name need not be the same tool. */
function takenFromElsewhere(before, after) {
	const [one, other] = [before, after].map(dependenciesOf);
	return [...other ?? []].flatMap(([name, from]) => /[:/]/.test(from) && !from.startsWith("workspace:") && one?.get(name) !== from ? [`dependency \`${name}\``] : []);
}
function dependenciesOf(text) {
	const all = manifest.parse(parseJson(text));
	return new Map([
		"dependencies",
		"devDependencies",
		"optionalDependencies",
		"peerDependencies"
	].flatMap((kind) => Object.entries(scripts.parse(all[kind]))));
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
	"**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.env,.env.*,.tool-versions,.nvmrc,.node-version,sitecustomize.py,usercustomize.py,*.pth}",
	"**/{node_modules,.venv,venv}/**",
	"**/vendor/bin/**",
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
	const byFolder = await commandsByFolder(given);
	const commands = [...byFolder.values()].flat();
	const defining = await definingFiles({
		files: new Set(given.files),
		settings: given.files.filter((path) => isToolSettings(path) || isBuildFile(path, commands)),
		commands: byFolder,
		read: (path) => read(given, change.baselineTree, path)
	});
	const touched = [];
	for (const { path } of change.files) {
		if (defining.has(path) || isToolSettings(path) || isBuildFile(path, commands) || isNamed(path, commands)) {
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
/**
* The checks' commands with the scripts that they come to call, by the folder whose manifest has those: a package of a
* workspace has scripts of its own.
*/
async function commandsByFolder(given) {
	const commands = given.checks.map(({ command }) => command);
	const found = /* @__PURE__ */ new Map([[".", commands]]);
	for (const path of given.files.filter((one) => /(?:^|\/)(?:package|composer)\.json$/.test(one)).slice(0, MOST_PACKAGES)) {
		const folder = posix.dirname(path);
		const used = scriptsUsed(await read(given, given.change.baselineTree, path), commands);
		found.set(folder, [...found.get(folder) ?? [], ...used.values()]);
	}
	return found;
}
/** Of a workspace; the scripts of the rest are known by their names alone. */
const MOST_PACKAGES = 200;
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
		bare.replace(/\/(?:index|__main__|__init__)$/, "")
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

// src/publish/commit-message.ts
/** A subject of at most 72 characters, and what it refers to. The closing keyword is the pull request's alone. */
function commitMessage(title, target) {
	const subject = subjectOf(title);
	return commitText(target.kind === "repository" ? subject : `${subject}\n\nRefs #${target.number}`, NO_SECRETS);
}
/** The first line of a commit with that title, by which the commits of a pull request of Patchwright's own are known. */
function subjectOf(title) {
	return titleText(title || "Work by Patchwright", NO_SECRETS, 72);
}

// src/publish/pull-request.ts
const NOTHING_BEFORE = {
	told: null,
	paths: []
};
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
		return open === null ? await create(options, bare) : await update(options, bare, open);
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
async function create(options, bare) {
	const { forge, place, title } = options;
	const draft = options.draft(bare.asChecked);
	const { body } = render(options, bare, NOTHING_BEFORE);
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
				...NOTHING_BEFORE
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
		told,
		paths: own.paths ?? []
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
async function bringUpToDate(options, bare, { pull, ...before }) {
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
	}, before);
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
		log(logLine(message));
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
		log(logLine(asFailure(error).message));
	}
}
/** Who is no collaborator cannot be asked, and a pull request without a reviewer is one all the same. */
async function askForReview({ forge, log }, number, reviewer) {
	try {
		await forge.requestReview(number, reviewer);
	} catch (error) {
		log(logLine(asFailure(error).message));
	}
}
function render(options, bare, { told, paths }) {
	const spending = options.spending(bare, told);
	const publication = {
		...bare,
		spending
	};
	const kept = paths.length === 0 ? {} : { paths: [...paths] };
	const marker = {
		v: 1,
		kind: "pull-request",
		branch: bare.branch,
		spending,
		...kept
	};
	return {
		publication,
		body: mark(marker, withAcceptances(options.body(publication), paths))
	};
}

// src/publish/publish-change.ts
/**
* Publishes what went through the guard: one commit on the place's branch, one pull request from it. Done twice, or cut
* off and done again, it ends in the same state. The work of a run that failed goes the same way, as a draft.
*/
async function publishChange(options) {
	refuseFork(options);
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
/** A fork's branch has its name in common with whatever branch here is called so, and nothing else. */
function refuseFork({ place: { pullRequest }, forge }) {
	if (pullRequest === null || pullRequest.head.repository?.toLowerCase() === forge.repository.toLowerCase()) return;
	throw new Failure("unknown", `Pull request #${pullRequest.number} comes from a fork, whose branch is not written to.`, { hint: "This is a defect of Patchwright; please report it. The work is in the run record as a patch." });
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
	return titleText(run.title.trim() || "Work by Patchwright", leaving(run), 120);
}
/** The face of the work: how it stands, what and why, the evidence, the cost, how to go on. Fits a body on GitHub. */
function renderPullRequestBody(run) {
	const runs = spendingSection(run);
	const report = fit(BODY_LIMIT - Buffer.byteLength(runs), (detail) => body(run, detail));
	const text = paragraphs(report, runs === "" ? "" : `${LIST_START}\n${runs}`);
	const closes = closedIssue(run);
	return bodyText(text, leaving(run, { closes: closes === null ? [] : [closes] }));
}
function body(run, detail) {
	return paragraphs(headline(run), prose(run.summary, detail.folded ? 4e3 : 500), [closing(run), changeText(run)].filter((part) => part !== "").join(" · "), notice(run), reportSections(run, detail), standingOf(run) === "verified" || standingOf(run) === "reviewed" ? goOn(run) : "");
}
function closing(run) {
	const number = issueOf(run);
	if (number === null) return "";
	if (closedIssue(run) !== null) return `Closes #${number}`;
	const { target } = run.invocation;
	return `For ${target.kind === "issue" ? link(`#${number}`, target.url) : `#${number}`}`;
}
/** Merging closes the issue, unless the work was cut off. */
function closedIssue(run) {
	return standingOf(run) === "unfinished" ? null : issueOf(run);
}
/** Whoever goes on with the work on the pull request means the same issue. */
function issueOf({ invocation: { target }, publication }) {
	if (target.kind === "issue") return target.number;
	const number = /^opencode\/issue-(\d+)(?:-\d+)?$/.exec(publication?.branch ?? "")?.[1];
	return number === void 0 ? null : Number(number);
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

// src/pipeline/two-jobs/evidence.ts
const CLAIMED = "in the agent’s job, as it says";
/**
* The conditions of “verified” where the work was handed over. What the agent's job says can make one fail and none hold,
* with one exception that is named: that the change was reviewed. A review takes a model, and so a key, and no job with
* a key can vouch for itself; checks that a job without any key ran are what has to be there besides.
*/
function withEvidence(verification, evidence) {
	const conditions = verification.conditions.map((condition) => weighed(condition, evidence));
	return {
		...verification,
		verified: conditions.every(({ holds }) => holds),
		conditions
	};
}
function weighed(condition, evidence) {
	switch (condition.name) {
		case "check-passed":
		case "nothing-broken": return evidence.kind === "none" ? {
			...condition,
			holds: false,
			evidence: evidence.because
		} : condition;
		case "no-blocking-finding": return condition.holds ? {
			...condition,
			evidence: `${condition.evidence} (reviewed ${CLAIMED})`
		} : condition;
		case "published-is-checked": return condition.holds ? {
			...condition,
			evidence: `${condition.evidence}; reviewed ${CLAIMED}`
		} : condition;
		case "change-exists":
		case "in-scope":
		case "check-definitions-untouched": return condition;
	}
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
	const { worked, change, guarded, definitionsTouched, wholeFiles, evidence } = handOver;
	const review = worked.last?.review ?? null;
	const verification = verify({
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
	return evidence === void 0 ? verification : withEvidence(verification, evidence);
}
/** The state in which the run ends with this publication. */
function ended(state, handOver, publication) {
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
				text: bodyText(text, { redact: deps.redact })
			};
		});
	} catch (error) {
		deps.log(logLine(asFailure(error).message));
		return null;
	}
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
		ownSecrets: deps.ownSecrets(),
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
		files: (await workspace.files(origin)).map(({ path }) => path),
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
	await keepHeld(site, handOver, running);
	await publish(site, handOver, running);
	if (running.story.state().publication?.pullRequest?.own !== true) await listRun(site, running);
}
/** A run whose held-back files cannot be kept publishes the rest all the same. */
async function keepHeld(site, { guarded, change }, { deps, story }) {
	try {
		await keepHeldFiles(deps.forge, {
			branch: site.place.branch,
			base: site.place.base,
			commit: change.base,
			title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
			at: deps.now(),
			heldBack: guarded.heldBack,
			read: site.workspace.read
		});
	} catch (error) {
		story.update({ heldBack: story.state().heldBack.map((held) => ({
			...held,
			content: null
		})) });
		story.note(`What is held back could not be kept to be accepted: ${asFailure(error).message}`);
	}
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
		const state = ended(story.state(), handOver, done);
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

export { subjectOf as a, coversLine as c, withCutOff as i, readDiff as l, publishWork as n, describeWeakenedTests as o, listRun as r, findWeakenedTests as s, guardWork as t, parseJson as u };