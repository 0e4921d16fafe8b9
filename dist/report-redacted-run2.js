import { n as redactAll } from "./text-redact.js";

// src/report/redacted-run.ts
const redacted = Symbol("redacted");
function redactRun(state, redact) {
	return {
		...redactAll(state, redact),
		[redacted]: true
	};
}

export { redactRun as t };