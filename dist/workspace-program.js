import { n as Failure } from "./failure2.js";
import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, relative } from "node:path";

// src/workspace/program.ts
/**
* Absolute path of a program, looked up once before the agent exists: a later look-up could find one that it planted.
* Entries of `path` that are relative, and programs that stand in one of the `untrusted` directories, are passed over.
*/
async function resolveProgram(name, path, untrusted = []) {
	const forbidden = await Promise.all(untrusted.map(realPath));
	for (const directory of path.split(delimiter).filter((entry) => isAbsolute(entry))) {
		const file = join(directory, name);
		if (!await isExecutable(file)) continue;
		if (![await realPath(file), join(await realPath(directory), name)].some((candidate) => forbidden.some((root) => isInside(candidate, root)))) return file;
	}
	throw new Failure("runtime-missing", `\`${name}\` is not on the PATH (${path === "" ? "empty" : path}).`, { hint: `Install \`${name}\` on the runner; one that stands inside the workspace is never used.` });
}
/**
* A search path for programs that look for others themselves, as `npm` does for `node`: without what is relative, and
* without what stands in one of the `untrusted` directories by its name or by where it leads.
*/
async function searchPathOutside(path, untrusted) {
	const forbidden = await Promise.all(untrusted.map(realPath));
	const kept = [];
	for (const directory of path.split(delimiter).filter((entry) => isAbsolute(entry))) if (![directory, await realPath(directory)].some((name) => [...forbidden, ...untrusted].some((root) => isInside(name, root)))) kept.push(directory);
	return kept.join(delimiter);
}
/** Whether a path is the directory itself or stands below it; both absolute. */
function isInside(path, directory) {
	const way = relative(directory, path);
	return way === "" || way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}
/** The path with links resolved, or as it is where it does not exist. */
async function realPath(path) {
	return await realpath(path).catch(() => path);
}
async function isExecutable(file) {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}

export { searchPathOutside as i, realPath as n, resolveProgram as r, isInside as t };