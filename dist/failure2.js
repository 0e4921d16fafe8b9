// src/failure.ts
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

export { asFailure as n, Failure as t };