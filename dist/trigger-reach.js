import { t as COMMANDS } from "./trigger-trigger.js";

// src/trigger/vocabulary.ts
/** Every option, with what follows it and what it does: replies, help and docs/commands.md are made of it. */
const OPTIONS = {
	"--model": {
		takes: "PROVIDER/MODEL",
		does: "works with this one of the configured models"
	},
	"--max-fix-rounds": {
		takes: "N",
		does: "allows at most so many fix rounds"
	},
	"--max-cost": {
		takes: "USD",
		does: "spends at most so many dollars"
	},
	"--plan": {
		takes: "FILE [FEATURE]",
		does: "takes the task from a plan document of the repository; FEATURE is its number, such as 2, 1.1 or F1, or a \"title in quotation marks\""
	},
	"--checks": {
		takes: "NAME,…",
		does: "runs these of the configured checks and no others"
	}
};
const SPENDING = ["--model", "--max-cost"];
const WORKING = [
	"--model",
	"--max-fix-rounds",
	"--max-cost",
	"--checks"
];
const VOCABULARY = {
	fix: {
		aliases: [],
		takes: "[INSTRUCTION]",
		does: "does what the issue or the instruction says, checks and reviews it, and leaves one pull request",
		options: [...WORKING, "--plan"]
	},
	auto: {
		aliases: ["task"],
		takes: "[INSTRUCTION]",
		does: "does the same after planning it in steps, whatever its size",
		options: [...WORKING, "--plan"]
	},
	plan: {
		aliases: [],
		takes: "[INSTRUCTION]",
		does: "plans it, shows the plan and changes nothing; `approve` then works by it",
		options: [...SPENDING, "--plan"]
	},
	review: {
		aliases: [],
		takes: "[WHAT TO LOOK AT]",
		does: "reviews a pull request with comments on its lines; it neither approves nor blocks",
		options: SPENDING
	},
	ask: {
		aliases: ["search", "explain"],
		takes: "[QUESTION]",
		does: "answers from the repository, with paths and lines, and changes nothing",
		options: SPENDING
	},
	approve: {
		aliases: [],
		takes: null,
		does: "lets the work begin by the plan that waits",
		options: WORKING
	},
	retry: {
		aliases: [],
		takes: "[HINT]",
		does: "goes on with the last run where it stopped short, without paying again for what was done",
		options: WORKING
	},
	accept: {
		aliases: [],
		takes: "[PATH[@DIGEST]…]",
		does: "takes the pull request with what is still open, and makes the draft ready for review; with paths, publishes what is held back there",
		options: []
	},
	abandon: {
		aliases: [],
		takes: null,
		does: "closes the pull request, and deletes its branch when nobody else has committed to it",
		options: []
	},
	stop: {
		aliases: [],
		takes: null,
		does: "cancels the run that is at work here; what it has done is kept",
		options: []
	},
	help: {
		aliases: [],
		takes: "[COMMAND]",
		does: "lists the commands, or explains one",
		options: []
	}
};
const NAMES = new Map(COMMANDS.flatMap((name) => [name, ...VOCABULARY[name].aliases].map((word) => [word, name])));
/** The command that a word names, in any letter case and with a mark of punctuation behind it. */
function commandNamed(word) {
	return NAMES.get(word.toLowerCase().replace(/[.,:;!?]$/, "")) ?? null;
}
/** `--model PROVIDER/MODEL`, as it is typed. */
function usageOf(option) {
	return `${option} ${OPTIONS[option].takes}`;
}
function isOption(name) {
	return Object.hasOwn(OPTIONS, name);
}

// src/trigger/reach.ts
const EVERYWHERE = {
	issues: true,
	closed: true,
	forks: true,
	others: true
};
const WHERE_IT_CAN_WRITE = {
	issues: true,
	closed: false,
	forks: false,
	others: true
};
/** What goes on a fork's branch is told as a patch. */
const WHERE_IT_CAN_TELL = {
	...WHERE_IT_CAN_WRITE,
	forks: "in-comments"
};
const ITS_OWN = {
	issues: true,
	closed: false,
	forks: false,
	others: false
};
const REACH = {
	fix: WHERE_IT_CAN_TELL,
	auto: WHERE_IT_CAN_TELL,
	plan: WHERE_IT_CAN_WRITE,
	approve: WHERE_IT_CAN_WRITE,
	review: {
		issues: false,
		closed: false,
		forks: true,
		others: true
	},
	retry: {
		...WHERE_IT_CAN_WRITE,
		forks: true
	},
	accept: ITS_OWN,
	abandon: {
		...ITS_OWN,
		closed: true
	},
	ask: EVERYWHERE,
	stop: EVERYWHERE,
	help: EVERYWHERE
};
/** Whether the reach of a command depends on who opened the pull request, which takes a question to the forge to tell. */
function asksForAuthor(command) {
	return !REACH[command].others;
}
/** Why a command cannot work on that, with what to do instead, for the person who gave it; null when it can. */
function outOfReach(command, target) {
	const reach = REACH[command];
	if (target.kind === "issue") {
		if (!reach.issues) return `The command \`${command}\` is for pull requests, and this is an issue. \`ask\` answers questions about it.`;
		return target.open || reach.closed ? null : "This issue is closed. Reopen it, then label or comment again.";
	}
	if (!target.own && !reach.others) return notItsOwn(command);
	if (target.state === "merged" && (!reach.closed || command === "abandon")) return "This pull request is merged, so there is nothing left to work on. Open an issue for what is still to be done.";
	if (target.state === "closed" && !reach.closed) return "This pull request is closed. Reopen it, then label or comment again.";
	return target.here ? null : notFromFork(reach, target);
}
function notFromFork({ forks }, { byEvent }) {
	const isTold = forks === "in-comments" && byEvent;
	if (forks !== false && !isTold) return null;
	const what = "This pull request comes from a fork";
	if (isTold) return `${what}, and to events like this one GitHub gives neither secrets nor a token that may write. Write the command in a comment.`;
	return `${what}, whose branch Patchwright does not write to. \`fix\` works here and answers with a patch to apply, and \`review\` and \`ask\` work; for the rest, push the branch to this repository and open the pull request from there.`;
}
function notItsOwn(command) {
	return `The command \`${command}\` is for pull requests that Patchwright opened, and this one is somebody else's. ${command === "accept" ? "Mark it ready or merge it yourself" : "Close it yourself"}.`;
}

export { commandNamed as a, VOCABULARY as i, outOfReach as n, isOption as o, OPTIONS as r, usageOf as s, asksForAuthor as t };