import { t as Failure } from "./failure2.js";

// src/sandbox/stoppable.ts
/** What a run that is stopped from outside says. */
function cancelled() {
	return new Failure("cancelled", "The run was cancelled.", { hint: "What was done before is kept; run again when you are ready." });
}
/**
* Makes sandboxes that end with the signal: everything that was started in them is killed, and nothing can be started any
* more (a Failure with code `cancelled`).
*/
function stoppable(create, signal) {
	return () => {
		const sandbox = create();
		signal.addEventListener("abort", () => void sandbox.sweep(), { once: true });
		return {
			...sandbox,
			start(program) {
				if (signal.aborted) throw cancelled();
				return sandbox.start(program);
			}
		};
	};
}

export { stoppable as n, cancelled as t };