import { n as lateRedactor, t as createRedactor } from "./text-redact.js";

// src/text/secrets.ts
/** `mask` tells the runner, which keeps a secret out of its log; everywhere else it is redacted by us. */
function createSecrets(mask) {
	let known = [];
	let redact = createRedactor(known);
	return {
		add(more) {
			const fresh = more.filter((secret) => secret !== "");
			for (const secret of fresh) mask(secret);
			known = [...known, ...fresh];
			redact = createRedactor(known);
		},
		redact: lateRedactor(() => redact),
		known: () => known
	};
}

export { createSecrets as t };