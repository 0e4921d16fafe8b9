// src/config/inputs.ts
/** Every input that works today, in the order in which a person meets them. */
const INPUTS = {
	model: { description: "Model of the coder as `provider/model`; of several, separated by commas, the next is tried where one does not answer. Without it OpenCode picks its own default for the key that is there." },
	"plan-model": { description: "Model of the planner and the searcher, or several, like `model`. The same as `model` when empty." },
	"review-model": { description: "Model of the reviewer and the advisor, or several, like `model`. The same as `model` when empty." },
	"api-key": { description: "Key of the provider of `model`. The usual variables (`ANTHROPIC_API_KEY`, `OPENAI_API_KEY`, `OPENROUTER_API_KEY`, …) in the step’s `env` work too." },
	"base-url": { description: "OpenAI-compatible or provider endpoint to use instead of the provider’s own." },
	"github-token": {
		description: "Token that trusted code uses on GitHub. The agent never holds it.",
		default: "${{ github.token }}"
	},
	prompt: { description: "The task’s text, for schedules and dispatches." },
	"trigger-label": {
		description: "Label that starts a run.",
		default: "opencode"
	},
	"trigger-phrase": {
		description: "Words that start a command in a comment, separated by commas.",
		default: "/opencode,/oc"
	},
	"allowed-bots": { description: "Exact logins of bots that may start a run, separated by commas." },
	"allowed-users": { description: "Exact logins of people that may start a run besides those with write permission, separated by commas." },
	setup: { description: "Commands run in the clone before anything else, one a line (`npm ci`, `uv sync`, …). Found from the lock file when empty." },
	checks: { description: "Commands that must pass, one a line, `name: command`. Discovered when empty." },
	scope: { description: "Globs that the change may touch, one a line. Everything when empty." },
	"protected-paths": { description: "Globs that the change may not touch, one a line. The built-in list when empty." },
	plan: {
		description: "`auto` plans what is too large to be done in one go, `always` plans everything, `never` nothing.",
		default: "auto"
	},
	approval: {
		description: "`plan` shows the plan first and waits for `/opencode approve`; `none` goes to work at once.",
		default: "none"
	},
	"max-fix-rounds": {
		description: "Fix rounds after the first attempt, at most.",
		default: "3"
	},
	"max-turns": {
		description: "Agent turns of the whole run, at most.",
		default: "100"
	},
	"max-parallel": {
		description: "Steps of a plan that are worked on at the same time, at most.",
		default: "2"
	},
	"max-cost": {
		description: "US dollars of the whole run, at most. What the next model request could cost at worst must be left, or it is not made. A model without a known price is bounded by `max-tokens`.",
		default: "5"
	},
	"max-tokens": {
		description: "Tokens of the whole run, at most, counted in the same way.",
		default: "2000000"
	},
	"max-requests": {
		description: "Model requests of the whole run, at most.",
		default: "500"
	},
	"max-minutes": {
		description: "Minutes of the whole run, at most.",
		default: "45"
	},
	"idle-timeout": {
		description: "Seconds of silence after which a turn counts as stalled.",
		default: "180"
	},
	"max-changed-files": {
		description: "Files in a change, at most.",
		default: "100"
	},
	"max-changed-kilobytes": {
		description: "Kilobytes in a change, at most.",
		default: "4096"
	},
	draft: {
		description: "`auto` (draft unless verified), `always` or `never`.",
		default: "auto"
	},
	record: {
		description: "`true` keeps every model exchange, credentials removed, in the run record.",
		default: "false"
	},
	"opencode-transport": {
		description: "How OpenCode is run: `serve`, one warm server; `run`, one process a turn; `auto` is `serve`. The run record tells what `run` cannot do.",
		default: "auto"
	},
	"opencode-path": { description: "An OpenCode binary to use instead of the one that is downloaded. It must be of the pinned version." }
};
/** Reads the inputs from a step's environment, where `api-key` is `INPUT_API-KEY`. */
function readInputs(environment) {
	const read = (name) => {
		const definition = INPUTS[name];
		const fallback = definition.default?.startsWith("${{") === true ? "" : definition.default ?? "";
		const given = environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? "";
		return given === "" ? fallback : given;
	};
	return {
		model: read("model"),
		"plan-model": read("plan-model"),
		"review-model": read("review-model"),
		"api-key": read("api-key"),
		"base-url": read("base-url"),
		"github-token": read("github-token"),
		prompt: read("prompt"),
		"trigger-label": read("trigger-label"),
		"trigger-phrase": read("trigger-phrase"),
		"allowed-bots": read("allowed-bots"),
		"allowed-users": read("allowed-users"),
		setup: read("setup"),
		checks: read("checks"),
		scope: read("scope"),
		"protected-paths": read("protected-paths"),
		plan: read("plan"),
		approval: read("approval"),
		"max-fix-rounds": read("max-fix-rounds"),
		"max-turns": read("max-turns"),
		"max-parallel": read("max-parallel"),
		"max-cost": read("max-cost"),
		"max-tokens": read("max-tokens"),
		"max-requests": read("max-requests"),
		"max-minutes": read("max-minutes"),
		"idle-timeout": read("idle-timeout"),
		"max-changed-files": read("max-changed-files"),
		"max-changed-kilobytes": read("max-changed-kilobytes"),
		draft: read("draft"),
		record: read("record"),
		"opencode-transport": read("opencode-transport"),
		"opencode-path": read("opencode-path")
	};
}

export { readInputs as n, INPUTS as t };