import { t as execa } from "./execa.js";
import { n as Failure } from "./failure2.js";
import { chmod, lstat, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

// src/workspace/copy.ts
/**
* Copies what a directory holds into another one: links as links, times and modes kept, bytes shared where the file
* system can. `cp` is five times as fast as Node's own copy on a `node_modules`.
*/
async function copyDirectory(cp, from, to) {
	await mkdir(to, { recursive: true });
	const copy = (options) => execa(cp, [
		...options,
		"--",
		`${from}/.`,
		to
	], {
		env: { LC_ALL: "C" },
		extendEnv: false,
		reject: false
	});
	const shared = await copy(["-a", "--reflink=auto"]);
	const result = shared.failed ? await copy(["-a"]) : shared;
	if (!result.failed) return;
	throw new Failure("unknown", `Copying ${from} failed: ${result.stderr.slice(-500)}`, {
		hint: "Disk space and unreadable files are the usual reasons.",
		cause: result
	});
}
/** Removes a directory with all that is in it, folders included that their maker closed to everybody. */
async function removeDirectory(directory) {
	try {
		await rm(directory, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	} catch {
		await openFolders(directory);
		await rm(directory, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
async function openFolders(directory) {
	if ((await lstat(directory).catch(() => null))?.isDirectory() !== true) return;
	await chmod(directory, 448);
	for (const entry of await readdir(directory, { withFileTypes: true })) if (entry.isDirectory()) await openFolders(join(directory, entry.name));
}

export { removeDirectory as n, copyDirectory as t };