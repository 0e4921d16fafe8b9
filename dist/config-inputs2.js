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
	mode: {
		description: "`all`: one job does everything. In the form with several jobs `gate` says which of them are needed, `agent` works with the model’s key and writes nothing on GitHub, `verify` runs the checks again without any key, `publish` publishes without a model’s key.",
		default: "all"
	},
	"hand-over": { description: "Directory that `mode: agent` leaves its work in, and that `verify` and `publish` take it from. An artifact of the workflow run when empty." },
	verification: { description: "With `mode: publish`, the output `verification` of the job with `mode: verify`. Without it the work stays a draft." },
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
	sandbox: {
		description: "How the agent, setup and checks are confined: `bubblewrap`, `user` (another user, through passwordless sudo) or `none`, which confines nothing; `auto` is the strongest that works, and without one the run is refused.",
		default: "auto"
	},
	network: {
		description: "What they reach: with `gateway` the model and `allowed-domains` alone, which takes bubblewrap; `open` is everything that the runner reaches; `auto` is `gateway` for private repositories where the sandbox can.",
		default: "auto"
	},
	"allowed-domains": {
		description: "Hosts that `network: gateway` leaves them, separated by commas or one a line: `example.com`, `*.example.com`, `example.com:8443`, over TLS alone. `registries` stands for the public package registries and those that the runner’s environment names.",
		default: "registries"
	},
	"opencode-version": {
		description: "Version of OpenCode. The one that this version of Patchwright is made for is the only one that works.",
		default: "pinned"
	},
	"opencode-transport": {
		description: "How OpenCode is run: `serve`, one warm server; `run`, one process a turn; `auto` is `serve`. The run record tells what `run` cannot do.",
		default: "auto"
	},
	"opencode-path": { description: "An OpenCode binary to use instead of the one that is downloaded. It must be of the pinned version." }
};
/** Reads the inputs from a step's environment, where `api-key` is `INPUT_API-KEY`. */
function readInputs(environment) {
	const inputs = Object.fromEntries(Object.entries(INPUTS).map(([name, definition]) => {
		const fallback = definition.default?.startsWith("${{") === true ? "" : definition.default ?? "";
		const given = environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? "";
		return [name, given === "" ? fallback : given];
	}));
	if (!isWhole(inputs)) throw new TypeError("Every input is read.");
	return inputs;
}
function isWhole(inputs) {
	return Object.keys(INPUTS).every((name) => Object.hasOwn(inputs, name));
}

export { readInputs as n, INPUTS as t };