import { n as Failure } from "./failure2.js";

// src/config/mode.ts
const MODES = [
	"all",
	"gate",
	"agent",
	"verify",
	"publish"
];
/** Names that are kept for the form in which the steps of a plan are spread over jobs. */
const RESERVED = /* @__PURE__ */ new Set([
	"plan",
	"work",
	"join"
]);
/** Read before anything else of a run, since it decides what the job may do. */
function readMode(text) {
	const mode = MODES.find((name) => name === text);
	if (mode !== void 0) return mode;
	const words = `${MODES.slice(0, -1).map((name) => `\`${name}\``).join(", ")} or \`${MODES.at(-1) ?? ""}\``;
	const why = RESERVED.has(text) ? `\`mode\` is “${text}”, which is kept for steps that are spread over several jobs and does nothing yet.` : `\`mode\` is “${text.slice(0, 60)}”, not ${words}.`;
	throw new Failure("bad-input", why, { hint: `Set \`mode\` to ${words}.` });
}

export { readMode };