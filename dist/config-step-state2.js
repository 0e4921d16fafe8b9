import { n as Failure } from "./failure2.js";
import { basename, dirname, resolve } from "node:path";

// src/config/step-state.ts
/** What main.ts leaves for post.ts in the runner's hands, by name. */
const STEP_STATE = {
	/** Directory of the run. */
	home: "home",
	/** With which the marks of the run's processes begin. */
	mark: "mark",
	/** Set when the run ended by itself. */
	ended: "ended"
};
/**
* The run that did not end by itself, null when there is none. The runner keeps the state in a file that an agent who is
* not confined may have written to, so what does not look as main.ts writes it is refused.
*/
function readLeftRun(environment) {
	const read = (name) => environment[`STATE_${name}`] ?? "";
	const [home, mark] = [read(STEP_STATE.home), read(STEP_STATE.mark)];
	if (read(STEP_STATE.ended) !== "" || home === "") return null;
	if (resolve(dirname(home)) === resolve(environment["RUNNER_TEMP"] ?? "") && basename(home).startsWith(`patchwright-${environment["GITHUB_RUN_ID"] ?? ""}-`) && /^[0-9a-f]{16}$/.test(mark)) return {
		home,
		mark
	};
	throw new Failure("bad-input", "The state that the run left for its end was altered; nothing is done with it.", { hint: "Look at what ran in the job, and run again." });
}

export { readLeftRun as n, STEP_STATE as t };