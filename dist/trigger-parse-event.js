import { n as Failure } from "./failure2.js";
import { n as parseCommand } from "./trigger-command.js";
import { Nn as literal, Rt as _enum, ar as string, qn as object, s as datetime, xn as int, yr as url } from "./zod.js";
import { createHash } from "node:crypto";

// src/trigger/payload.ts
/** An account as events carry it; it is null where the account is gone. */
const Account = object({
	login: string().min(1),
	id: int(),
	type: string()
});
const Thread = object({
	number: int().positive(),
	title: string(),
	body: string().nullable(),
	html_url: url(),
	state: _enum(["open", "closed"]),
	user: Account.nullable(),
	created_at: datetime({ offset: true }),
	updated_at: datetime({ offset: true })
});
/** An issue; it is a pull request where `pull_request` stands in it. */
const Issue = Thread.extend({ pull_request: object({}).nullish() });
const Labeled = {
	action: literal("labeled"),
	sender: Account
};
const PAYLOADS = {
	issues: object({
		...Labeled,
		issue: Issue
	}),
	pull_request: object({
		...Labeled,
		pull_request: Thread
	}),
	issue_comment: object({
		action: literal("created"),
		issue: Issue,
		comment: object({
			id: int().positive(),
			body: string(),
			user: Account,
			created_at: datetime({ offset: true })
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

// src/trigger/parse-event.ts
/** What a noticed event asks for, before anybody's permission is looked at. */
function parseEvent({ name, payload }, options) {
	switch (name) {
		case "issues": {
			const event = parsePayload(PAYLOADS.issues, name, payload);
			return labelTrigger(name, event, {
				thread: event.issue,
				isPull: Boolean(event.issue.pull_request),
				options
			});
		}
		case "pull_request": {
			const event = parsePayload(PAYLOADS.pull_request, name, payload);
			return labelTrigger(name, event, {
				thread: event.pull_request,
				isPull: true,
				options
			});
		}
		case "issue_comment": return commentTrigger(parsePayload(PAYLOADS.issue_comment, name, payload), options);
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
function labelTrigger(name, event, about) {
	return openOrDeclined({
		command: "fix",
		instruction: null,
		options: {},
		target: targetOf(about.thread, about.isPull),
		actor: actorOf(event.sender),
		rerunBy: about.options.rerunBy,
		commentId: null,
		event: {
			name,
			action: event.action,
			at: about.thread.updated_at
		}
	}, about.thread);
}
function commentTrigger(event, { phrases, rerunBy }) {
	const { comment, issue } = event;
	const command = parseCommand(comment.body, phrases);
	if (command.kind === "none") return {
		kind: "ignored",
		reason: "the comment is not a command"
	};
	const from = {
		what: "comment",
		author: comment.user.login,
		at: comment.created_at
	};
	const said = command.kind === "fix" ? command : {
		instruction: null,
		options: {}
	};
	const invocation = {
		command: "fix",
		instruction: said.instruction === null ? null : {
			text: said.instruction,
			from
		},
		options: said.options,
		target: targetOf(issue, Boolean(issue.pull_request)),
		actor: actorOf(event.sender),
		rerunBy,
		commentId: comment.id,
		event: {
			name: "issue_comment",
			action: event.action,
			at: comment.created_at
		}
	};
	if (command.kind === "declined") return {
		kind: "declined",
		reason: command.reason,
		said: true,
		invocation
	};
	return openOrDeclined(invocation, issue);
}
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
			event
		}
	};
}
function openOrDeclined(invocation, thread) {
	if (thread.state === "open") return {
		kind: "task",
		invocation
	};
	return {
		kind: "declined",
		reason: `This ${invocation.target.kind === "issue" ? "issue" : "pull request"} is closed. Reopen it, then label or comment again.`,
		said: true,
		invocation
	};
}
function targetOf(thread, isPull) {
	const what = isPull ? "pull request" : "issue";
	const from = {
		author: thread.user?.login ?? null,
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
/** A branch name from the prompt's first words; the same prompt always has the same one. */
function nameOf(prompt) {
	const slug = (prompt.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? []).slice(0, 6).join("-").slice(0, 40).replace(/-$/, "");
	if (slug.length >= 3) return slug;
	return `schedule-${createHash("sha256").update(prompt).digest("hex").slice(0, 8)}`;
}

export { parseEvent };