import { t as FEATURE_WORDS } from "./text-feature-words.js";
import { a as commandNamed, i as VOCABULARY, n as outOfReach, o as isOption, r as OPTIONS, s as usageOf } from "./trigger-reach.js";
import { Nn as literal, Rt as _enum, ar as string, qn as object, s as datetime, xn as int, yr as url } from "./zod.js";
import { t as leadingPhrase } from "./trigger-phrase.js";
import { n as Failure } from "./failure2.js";
import { createHash } from "node:crypto";

// src/trigger/options.ts
/** A keyboard may have made one long dash of the two. */
const OPTION = /^\s*(?<dashes>--|—)(?<name>[^\s=—-][^\s=]*)(?<equals>=?)/u;
const END_OF_OPTIONS = /^\s*--(?=\s|$)/;
/** `2`, `1.1`, `#2`, `F-1`, `Feature 2`, each as a heading may end it. Further letters are words of an instruction. */
const FEATURE = new RegExp(String.raw`^((?:(?:${FEATURE_WORDS})[^\S\n\r]+)?(?:#?\d{1,4}(?:\.\d{1,4}){0,4}|#?f-?\d{1,4}))[.):]?(?=\s|$)`, "i");
const QUOTES = {
	"\"": "\"",
	"“": "”",
	"„": "“",
	"`": "`"
};
/** Reads the options that a text begins with; two dashes alone end them. What an option takes stands on its line. */
function readOptions(text) {
	let [options, rest] = [{}, text];
	const names = [];
	for (;;) {
		if (END_OF_OPTIONS.test(rest)) return {
			options,
			names,
			rest: rest.replace(END_OF_OPTIONS, "")
		};
		const found = OPTION.exec(rest);
		if (found === null) return {
			options,
			names,
			rest
		};
		const name = `--${found.groups?.["name"] ?? ""}`;
		if (!isOption(name)) return found.groups?.["dashes"] === "—" ? {
			options,
			names,
			rest
		} : { declined: unknown(name) };
		const after = rest.slice(found[0].length);
		const read = readOption(name, found.groups?.["equals"] === "=" ? after : withoutBlanks(after));
		if ("declined" in read) return read;
		options = {
			...options,
			...read.options
		};
		names.push(name);
		rest = read.rest;
	}
}
/** What was written, where it can do nothing in Markdown but be read. */
function shown(text) {
	return /^[\w.:/+-]{1,60}$/.test(text) ? `\`${text}\`` : null;
}
function readOption(name, text) {
	const read = readValue(text);
	if (read === null) return { declined: `What follows \`${name}\` begins with a quotation mark and does not end with one.` };
	if (read.value === "") return { declined: `The option \`${name}\` needs a value: \`${usageOf(name)}\`.` };
	const { value, rest } = read;
	switch (name) {
		case "--model": return {
			options: { model: value },
			rest
		};
		case "--max-fix-rounds": return /^\d{1,9}$/.test(value) ? {
			options: { maxFixRounds: Number(value) },
			rest
		} : { declined: `The option \`${name}\` takes a whole number from 0, not ${shown(value) ?? "what was given"}.` };
		case "--max-cost": return /^(?=.*[1-9])\d{1,6}(?:\.\d{1,6})?$/.test(value) ? {
			options: { maxCost: Number(value) },
			rest
		} : { declined: `The option \`${name}\` takes US dollars above 0, not ${shown(value) ?? "what was given"}.` };
		case "--plan": return readPlan(read);
		case "--checks": return readChecks(read);
	}
}
/** A feature is a number or stands in quotation marks: anything else is the beginning of the instruction. */
function readPlan({ value, rest }) {
	const file = value.replace(/^(?:\.\/)+/, "");
	if (file === "" || file.startsWith("/") || /(?:^|[/\\])\.\.(?:[/\\]|$)|[\p{Cc}]/u.test(file)) return { declined: "The option `--plan` takes the path of a file in the repository, such as `docs/plan.md`." };
	const after = withoutBlanks(rest);
	const [whole = "", number] = FEATURE.exec(after) ?? [];
	if (number !== void 0) return {
		options: { plan: {
			file,
			feature: number
		} },
		rest: after.slice(whole.length)
	};
	if (!/^["“„]/.test(after)) return {
		options: { plan: {
			file,
			feature: null
		} },
		rest
	};
	const title = readValue(after);
	if (title === null) return { declined: "The feature after `--plan` begins with a quotation mark and does not end with one." };
	return {
		options: { plan: {
			file,
			feature: title.value.trim() || null
		} },
		rest: title.rest
	};
}
/** A blank after a comma is what people write, too. */
function readChecks(first) {
	let { value, rest } = first;
	while (value.endsWith(",")) {
		const more = readValue(withoutBlanks(rest));
		if (more === null || more.value === "") break;
		value += more.value;
		({rest} = more);
	}
	const checks = value.split(",").map((name) => name.trim()).filter((name) => name !== "");
	if (checks.length > 0) return {
		options: { checks: [...new Set(checks)] },
		rest
	};
	return { declined: `The option \`--checks\` needs a name: \`${usageOf("--checks")}\`.` };
}
/** One word, or what stands between quotation marks or backticks; empty where the next option or nothing follows. */
function readValue(text) {
	const closing = QUOTES[text.charAt(0)];
	if (closing !== void 0) {
		const end = text.indexOf(closing, 1);
		const line = /[\n\r]/.exec(text)?.index ?? text.length;
		return end < 0 || end > line ? null : {
			value: text.slice(1, end),
			rest: text.slice(end + 1)
		};
	}
	const [word = ""] = /^\S*/.exec(text) ?? [];
	return word.startsWith("--") ? {
		value: "",
		rest: text
	} : {
		value: word,
		rest: text.slice(word.length)
	};
}
function withoutBlanks(text) {
	return text.replace(/^[^\S\n\r]+/, "");
}
function unknown(name) {
	const all = Object.keys(OPTIONS).filter(isOption).map((option) => `\`${usageOf(option)}\``);
	return `There is no option ${shown(name) ?? "of that name"}. Valid options are ${all.slice(0, -1).join(", ")} and ${all.at(-1)}.`;
}

// src/trigger/command.ts
/** Reads a comment as a command: its first word is one of the phrases, then a command, options and the instruction. */
function parseCommand(text, phrases) {
	const phrase = leadingPhrase(text, phrases);
	if (phrase === null) return { kind: "none" };
	const before = readOptions(text.trimStart().slice(phrase.length));
	if ("declined" in before) return declined(before.declined);
	const [word, after] = nextWord(before.rest);
	const named = commandNamed(word);
	const behind = readOptions(named === null ? before.rest : after);
	if ("declined" in behind) return declined(behind.declined);
	const command = named ?? "fix";
	const strange = [...before.names, ...behind.names].find((name) => !VOCABULARY[command].options.includes(name));
	if (strange !== void 0) return declined(notTaken(command, strange));
	const superfluous = wordsOnLine(behind.rest);
	if (VOCABULARY[command].takes === null && superfluous !== "") return declined(nothingFollows(command, phrase));
	return {
		kind: "command",
		command,
		instruction: instructionOf(command, behind.rest),
		options: {
			...before.options,
			...behind.options
		}
	};
}
/** Below a command that takes no words, people go on writing to each other. */
function instructionOf(command, rest) {
	if (VOCABULARY[command].takes === null) return null;
	if (command === "accept") return wordsOnLine(rest) || null;
	if (command === "help") return nextWord(wordsOnLine(rest))[0] || null;
	return rest.trim() || null;
}
function nextWord(text) {
	const [, word = ""] = /^\s*(\S*)/.exec(text) ?? [];
	return [word, text.trimStart().slice(word.length)];
}
function wordsOnLine(text) {
	return text.slice(0, /[\n\r]/.exec(text)?.index ?? text.length).trim();
}
function notTaken(command, option) {
	const takes = VOCABULARY[command].options.map((name) => `\`${usageOf(name)}\``);
	const what = takes.length === 0 ? "it takes no options" : `its options are ${takes.join(", ")}`;
	return `The command \`${command}\` does not take ${shown(option) ?? "this option"}; ${what}.`;
}
function nothingFollows(command, phrase) {
	return `Nothing was done: the command \`${command}\` takes no words, and some follow it on its line. Write ${shown(phrase) === null ? `\`${command}\`` : `\`${phrase} ${command}\``} alone; if the words were an instruction, put \`fix\` before them.`;
}
function declined(reason) {
	return {
		kind: "declined",
		reason
	};
}

// src/trigger/named-commit.ts
/** Commands that are about what a pull request holds, and take words. */
const TAKERS = /* @__PURE__ */ new Set([
	"fix",
	"auto",
	"plan",
	"review",
	"retry"
]);
const LONGEST = 40;
/**
* The commit that a command names as the one that its author saw: `fix 1a2b3c4 and keep it small`. A shortened one has a
* digit, so that no English word passes for it.
*/
function takeCommit(command, words) {
	const none = {
		commit: null,
		rest: words
	};
	if (words === null || !TAKERS.has(command)) return none;
	const [, commit = ""] = /^([0-9a-f]{7,40})(?=\s|$)/i.exec(words) ?? [];
	if (commit === "" || commit.length < LONGEST && !/\d/.test(commit)) return none;
	return {
		commit: commit.toLowerCase(),
		rest: words.slice(commit.length).trim() || null
	};
}

// src/trigger/payload.ts
/** An account as events carry it; it is null where the account is gone. */
const Account = object({
	login: string().min(1),
	id: int(),
	type: string()
});
const Moment = datetime({ offset: true });
const Thread = object({
	number: int().positive(),
	title: string(),
	body: string().nullable(),
	html_url: url(),
	state: _enum(["open", "closed"]),
	user: Account.nullable(),
	author_association: string().nullish(),
	created_at: Moment,
	updated_at: Moment
});
/** An issue; it is a pull request where `pull_request` stands in it. */
const Issue = Thread.extend({ pull_request: object({}).nullish() });
/** The head is the one at the time of the event. */
const PullRequest = Thread.extend({ head: object({ sha: string() }) });
const Comment = object({
	id: int().positive(),
	body: string(),
	user: Account,
	author_association: string().nullish(),
	created_at: Moment
});
const PAYLOADS = {
	issues: object({
		action: _enum(["labeled", "closed"]),
		issue: Issue,
		sender: Account
	}),
	pull_request: object({
		action: _enum(["labeled", "closed"]),
		pull_request: PullRequest,
		sender: Account
	}),
	issue_comment: object({
		action: literal("created"),
		issue: Issue,
		comment: Comment,
		sender: Account
	}),
	pull_request_review_comment: object({
		action: literal("created"),
		pull_request: PullRequest,
		comment: Comment.extend({
			path: string(),
			/** Null when the comment is on the file, or on a line that is gone. */
			line: int().positive().nullish(),
			diff_hunk: string()
		}),
		sender: Account
	}),
	pull_request_review: object({
		action: literal("submitted"),
		pull_request: PullRequest,
		review: Comment.omit({ created_at: true }).extend({
			body: string().nullable(),
			submitted_at: Moment.nullish()
		}),
		sender: Account
	}),
	/** GitHub writes `schedule` payloads without a sender. */
	schedule: object({}),
	workflow_dispatch: object({ sender: Account }),
	repository_dispatch: object({
		sender: Account,
		action: string().nullish()
	})
};
/** The payload as the event's schema has it; a Failure that names the property when it does not fit. */
function parsePayload(schema, eventName, payload) {
	const result = schema.safeParse(payload);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const property = issue && issue.path.length > 0 ? `property ${issue.path.join(".")}` : "payload";
	throw new Failure("bad-input", `The file of GITHUB_EVENT_PATH does not hold a ${eventName} event that can be read: ${property}: ${issue?.message ?? "invalid"}`, {
		hint: "Run the action from a workflow that this event started, and leave GITHUB_EVENT_PATH and GITHUB_EVENT_NAME as the runner sets them.",
		cause: result.error
	});
}

// src/trigger/prompt.ts
/** A schedule or a dispatch, which has no text but the `prompt` input; throws `bad-input` where that is empty. */
function promptTrigger(event, actor, { prompt, rerunBy }) {
	const text = prompt?.trim() ?? "";
	if (text === "") throw new Failure("bad-input", `The input \`prompt\` is empty, and a ${event.name} event has no other task text.`, { hint: "Set `prompt` under `with:` in the workflow, for a dispatch for example to `${{ inputs.prompt }}`." });
	return {
		kind: "task",
		invocation: {
			command: "fix",
			instruction: {
				text,
				from: {
					what: "workflow input",
					author: actor?.login ?? null,
					at: event.at
				}
			},
			options: {},
			target: {
				kind: "repository",
				name: nameOf(text)
			},
			actor,
			rerunBy,
			commentId: null,
			inline: false,
			thread: [],
			event
		}
	};
}
/** A branch name from the prompt's first words; the same prompt always has the same one. */
function nameOf(prompt) {
	const slug = (prompt.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? []).slice(0, 6).join("-").slice(0, 40).replace(/-$/, "");
	if (slug.length >= 3) return slug;
	return `schedule-${createHash("sha256").update(prompt).digest("hex").slice(0, 8)}`;
}

// src/trigger/target.ts
/** The issue or pull request of an event, its text with provenance. */
function targetOf(thread, isPull) {
	const what = isPull ? "pull request" : "issue";
	const from = {
		author: thread.user?.login ?? null,
		association: thread.author_association ?? null,
		at: thread.created_at
	};
	const about = {
		number: thread.number,
		title: {
			text: thread.title,
			from: {
				...from,
				what: `${what} title`
			}
		},
		body: {
			text: thread.body ?? "",
			from: {
				...from,
				what: `${what} body`
			}
		},
		url: thread.html_url
	};
	return isPull ? {
		kind: "pull-request",
		...about,
		snapshot: null
	} : {
		kind: "issue",
		...about
	};
}
function actorOf(account) {
	return {
		login: account.login,
		id: account.id,
		kind: account.type === "Bot" ? "bot" : "person"
	};
}

// src/trigger/parse-event.ts
/** What a noticed event asks for, before anybody's permission is looked at. */
function parseEvent({ name, payload }, options) {
	switch (name) {
		case "issues": {
			const { issue, ...event } = parsePayload(PAYLOADS.issues, name, payload);
			return stateTrigger({
				name,
				...event,
				thread: issue,
				isPull: Boolean(issue.pull_request)
			}, options);
		}
		case "pull_request": {
			const { pull_request: thread, ...event } = parsePayload(PAYLOADS.pull_request, name, payload);
			return stateTrigger({
				name,
				...event,
				thread,
				isPull: true
			}, options);
		}
		case "issue_comment": {
			const { issue, comment, ...event } = parsePayload(PAYLOADS.issue_comment, name, payload);
			return commandTrigger({
				name,
				...event,
				thread: issue,
				isPull: Boolean(issue.pull_request)
			}, saidIn("comment", comment), options);
		}
		case "pull_request_review_comment": {
			const { pull_request: thread, comment, ...event } = parsePayload(PAYLOADS[name], name, payload);
			return commandTrigger({
				name,
				...event,
				thread,
				isPull: true
			}, saidInline(comment), options);
		}
		case "pull_request_review": {
			const { pull_request: thread, review, ...event } = parsePayload(PAYLOADS[name], name, payload);
			const at = review.submitted_at ?? thread.updated_at;
			const said = {
				...saidIn("review", {
					...review,
					body: review.body ?? "",
					created_at: at
				}),
				commentId: null
			};
			const trigger = commandTrigger({
				name,
				...event,
				thread,
				isPull: true
			}, said, options);
			return trigger.kind === "task" ? {
				...trigger,
				review: review.id
			} : trigger;
		}
		case "schedule":
			parsePayload(PAYLOADS.schedule, name, payload);
			return promptTrigger({
				name,
				action: null,
				at: null
			}, null, options);
		case "workflow_dispatch": {
			const { sender } = parsePayload(PAYLOADS.workflow_dispatch, name, payload);
			return promptTrigger({
				name,
				action: null,
				at: null
			}, actorOf(sender), options);
		}
		case "repository_dispatch": {
			const { sender, action } = parsePayload(PAYLOADS.repository_dispatch, name, payload);
			return promptTrigger({
				name,
				action: action ?? null,
				at: null
			}, actorOf(sender), options);
		}
		default: return {
			kind: "ignored",
			reason: `the event ${name || "(none)"} starts nothing`
		};
	}
}
function saidIn(what, { id, body, user, ...comment }) {
	const association = comment.author_association ?? null;
	return {
		what,
		body,
		author: user.login,
		association,
		at: comment.created_at,
		commentId: id,
		inline: false,
		thread: []
	};
}
function saidInline(comment) {
	const said = saidIn("inline comment", comment);
	const { what, author, association, at } = said;
	const text = {
		text: comment.body,
		from: {
			what,
			author,
			association,
			at
		}
	};
	const place = {
		path: comment.path,
		line: comment.line ?? null,
		hunk: comment.diff_hunk
	};
	return {
		...said,
		inline: true,
		thread: [{
			...place,
			text
		}]
	};
}
function commandTrigger(about, said, options) {
	const parsed = parseCommand(said.body, options.phrases);
	if (parsed.kind === "none") return {
		kind: "ignored",
		reason: `the ${said.what} is not a command`
	};
	const { what, author, association, at, commentId, inline, thread } = said;
	const command = parsed.kind === "command" ? parsed : {
		command: "fix",
		instruction: null,
		options: {}
	};
	const words = command.instruction;
	const taken = about.isPull ? takeCommit(command.command, words) : {
		commit: null,
		rest: words
	};
	const invocation = {
		...bare(about, options),
		command: command.command,
		instruction: taken.rest === null ? null : {
			text: taken.rest,
			from: {
				what,
				author,
				association,
				at
			}
		},
		options: command.options,
		commentId,
		inline,
		thread,
		event: {
			name: about.name,
			action: about.action,
			at
		}
	};
	if (parsed.kind === "declined") return {
		kind: "declined",
		reason: parsed.reason,
		said: true,
		invocation
	};
	return withinReach(invocation, about, taken.commit);
}
/** Nobody said anything: it was labelled, or closed. */
function stateTrigger(about, options) {
	if (about.action !== "closed") return withinReach(bare(about, options), about);
	return {
		kind: "tidy",
		invocation: {
			...bare(about, options),
			command: "help"
		}
	};
}
function bare({ name, action, sender, thread, isPull }, { rerunBy }) {
	return {
		command: "fix",
		instruction: null,
		options: {},
		target: targetOf(thread, isPull),
		actor: actorOf(sender),
		rerunBy,
		commentId: null,
		inline: false,
		thread: [],
		event: {
			name,
			action,
			at: thread.updated_at
		}
	};
}
/** For an issue the event says all that matters; for a pull request the gate asks the forge. */
function withinReach(invocation, { thread, isPull }, named = null) {
	if (isPull) return {
		kind: "task",
		invocation,
		seen: {
			inEvent: thread.head?.sha ?? null,
			named
		}
	};
	const reason = outOfReach(invocation.command, {
		kind: "issue",
		open: thread.state === "open"
	});
	return reason === null ? {
		kind: "task",
		invocation
	} : {
		kind: "declined",
		reason,
		said: true,
		invocation
	};
}

export { parseEvent };