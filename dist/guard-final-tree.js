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
/** A path without what NTFS leaves out at the end of a name: dots, spaces, and a stream after a colon. */
function withoutNtfsEnds(path) {
	return path.split("/").map((name) => name.replace(/(?<=.):.*$/s, "").replace(/(?<=[^ .])[ .]+$/, "")).join("/");
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

// src/guard/final-tree.ts
/**
* The files of a change that do not fit into the tree that the forge would have after it: below a file or a link, above
* other files, or with a name that some file system takes for another one's.
*/
function findMisfits(files, base) {
	const changed = new Set(files.map(({ path }) => path));
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
			const key = sameEverywhere(name);
			const known = spellings.get(key);
			if (known === void 0) spellings.set(key, /* @__PURE__ */ new Set([name]));
			else known.add(name);
		}
	};
	for (const path of paths) add(path);
	return { collision(path) {
		for (const name of [...ancestors(path), path]) {
			const known = spellings.get(sameEverywhere(name));
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
function sameEverywhere(name) {
	return comparable(withoutNtfsEnds(name));
}
function isModified(file) {
	return file.status === "modified";
}
/** The folders above a path, outermost first. */
function ancestors(path) {
	const components = path.split("/");
	return components.slice(1).map((_, at) => components.slice(0, at + 1).join("/"));
}

export { splitRecords as a, namesGitDirectory as i, comparable as n, withoutNtfsEnds as o, decodeName as r, findMisfits as t };