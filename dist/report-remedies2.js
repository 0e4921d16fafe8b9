// src/report/remedies.ts
/** What each category of failure means, and what to do about it. Markdown of our own. */
const REMEDIES = {
	timeout: {
		means: "The run reached its time limit and was ended.",
		todo: "Split the task into smaller ones, or raise `max-minutes` and the job’s `timeout-minutes`."
	},
	stalled: {
		means: "The agent was silent for longer than `idle-timeout`, or went round in circles.",
		todo: "Run again; if it happens again, choose another `model`, say more exactly what is to be done, or raise `idle-timeout` where a command takes that long."
	},
	"usage-limit": {
		means: "The model’s provider refused more requests: a rate or usage limit is reached.",
		todo: "Wait until the limit is lifted, raise it at the provider, or name a second `model` after a comma, which is then tried."
	},
	auth: {
		means: "A key or token was not accepted.",
		todo: "Check that the secret behind `api-key` or `github-token` exists, is not expired, and has the permissions that the README lists."
	},
	"model-not-found": {
		means: "The provider does not know the model, or the key may not use it.",
		todo: "Write `model` and `review-model` as `provider/model`, with a model that the key may use."
	},
	"context-overflow": {
		means: "The task and the code it needs did not fit into the model’s context.",
		todo: "Narrow the task or `scope`, or choose a model with a larger context."
	},
	"content-filter": {
		means: "The provider’s content filter refused a request or an answer.",
		todo: "Word the task differently, or choose another `model`."
	},
	"stream-lost": {
		means: "The model’s provider failed, or the connection to it broke, and a second try did not help.",
		todo: "Run again; if it happens again, look at the provider’s status page, and at `base-url` where it is set."
	},
	"runtime-missing": {
		means: "OpenCode could not be installed or started.",
		todo: "Check that the runner may reach the package registry, or set `opencode-path` to a binary of the pinned version."
	},
	"runtime-crashed": {
		means: "OpenCode stopped in the middle of the work.",
		todo: "Run again; if it crashes again, the log of the run has its last lines."
	},
	"bad-output": {
		means: "A model’s answer was not of the form that was asked for, even after a request to repair it.",
		todo: "Run again, or choose another model for that role."
	},
	"bad-input": {
		means: "An input, the configuration file or the repository is not as it must be.",
		todo: "Correct what the message names, then run again."
	},
	budget: {
		means: "The run used up its budget.",
		todo: "Split the task into smaller ones, or raise the limit that the message names."
	},
	cancelled: {
		means: "The run was cancelled.",
		todo: "Run again when you are ready."
	},
	forge: {
		means: "GitHub refused a request or did not answer.",
		todo: "Check the permissions of the workflow and GitHub’s status page, then run again."
	},
	unknown: {
		means: "Something happened that Patchwright has no name for.",
		todo: "Run again; if it happens again, report it with the log of the run."
	}
};
/** What to do about a failure: what is known of this one, else what helps with its kind. */
function whatToDo({ category, hint }) {
	return hint === "" ? REMEDIES[category].todo : hint;
}

export { whatToDo as n, REMEDIES as t };