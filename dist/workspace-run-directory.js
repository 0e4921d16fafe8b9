import { t as endLeftovers } from "./sandbox-leftovers.js";
import { u as logLine } from "./text-sinks.js";
import { n as removeDirectory } from "./workspace-copy.js";
import { join } from "node:path";

// src/workspace/run-directory.ts
/**
* Removes all of a run's directory but its record, after whatever of the run is still alive. What cannot be removed is for
* the runner to remove: how the run ended does not hang on it.
*/
async function clearRunDirectory(run, log) {
	await endLeftovers(run);
	for (const name of [
		"saved-run",
		"saved-run.new",
		"work",
		"agents",
		"sandbox"
	]) await removeDirectory(join(run.home, name)).catch((error) => log(logLine(`${name} could not be removed: ${String(error)}`)));
}

export { clearRunDirectory };