// src/failure.ts
/** Why a run could not do its job. Each category has one remedy text, in `report/`. */
const FAILURE_CATEGORIES = [
	"timeout",
	"stalled",
	"usage-limit",
	"auth",
	"model-not-found",
	"context-overflow",
	"content-filter",
	"stream-lost",
	"runtime-missing",
	"runtime-crashed",
	"bad-output",
	"bad-input",
	"budget",
	"cancelled",
	"forge",
	"unknown"
];
/**
* The one error class: `message` says what happened, `hint` what to do about it.
* Bad input names the input and the value in the message and the remedy in the hint.
*/
var Failure = class extends Error {
	name = "Failure";
	code;
	hint;
	constructor(code, message, options) {
		super(message, { cause: options.cause });
		this.code = code;
		this.hint = options.hint;
	}
};
/** Any thrown value as a Failure; what is not one yet becomes `unknown`. */
function asFailure(error) {
	if (error instanceof Failure) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new Failure("unknown", message, {
		hint: "The log of the run has the details; label or comment again to retry.",
		cause: error
	});
}

export { Failure as n, asFailure as r, FAILURE_CATEGORIES as t };