import { r as asFailure } from "./failure2.js";
import { r as redactAll } from "./text-redact.js";
import { o as commentText, u as logLine } from "./text-sinks.js";
import { t as mark } from "./publish-marker.js";

// src/report/record.ts
/** The record of a run without secrets, as indented JSON with a line end. */
function renderRecord(run, options) {
	const record = {
		version: 1,
		startedAt: new Date(run.startedAt).toISOString(),
		endedAt: new Date(run.now).toISOString(),
		sessions: options.sessions,
		events: options.events,
		run
	};
	return `${JSON.stringify(redactAll(record, options.redact), null, 2)}\n`;
}

// src/publish/reactions.ts
/** What the reaction goes on: the comment that carried the command, or the issue or pull request where none did. */
function reactableOf({ commentId, inline }, issue) {
	if (commentId === null) return { issue };
	return inline ? { inlineComment: commentId } : { comment: commentId };
}
/** Shows with eyes that the run has begun. A reaction that fails is logged: nothing depends on it. */
async function react(given) {
	const { forge, to, log } = given;
	const tolerate = async (action) => {
		try {
			return await action();
		} catch (error) {
			log(logLine(asFailure(error).message));
			return null;
		}
	};
	const eyes = await tolerate(() => forge.react(to, "eyes"));
	return { async replace(content) {
		await tolerate(() => forge.react(to, content));
		if (eyes !== null) await tolerate(() => forge.unreact(to, eyes));
	} };
}

// src/pipeline/told/replies.ts
/** Puts a command's end into the run's state; null where the reply is what there is to say of a failed run. */
function enter(end, story) {
	if (end.kind === "failed") {
		story.fail(end.failure);
		return null;
	}
	const { kind, reply: text } = end;
	story.update({
		outcome: kind,
		reason: kind === "declined" ? text : null,
		summary: kind === "answered" ? text : ""
	});
	return text;
}
/** Shows on what asked for the run that it has begun. */
function showEyes(invocation, issue, { forge, log }) {
	return react({
		forge,
		to: reactableOf(invocation, issue),
		log
	});
}
/** Eyes, and the answer as a comment. */
async function answerWith(text, invocation, deps) {
	const { target } = invocation;
	if (target.kind === "repository") return null;
	const eyes = await showEyes(invocation, target.number, deps);
	await comment(text, target.number, deps);
	return eyes;
}
/** The status comment tells of the last run that worked, perhaps of one that works now; a refusal gets a comment of its own. */
async function refuse(text, { target }, deps) {
	if (target.kind !== "repository") await comment(text, target.number, deps);
}
async function comment(text, issue, { forge, redact }) {
	await forge.createComment(issue, mark({
		v: 1,
		kind: "reply"
	}, commentText(text, { redact })));
}

export { renderRecord as a, showEyes as i, enter as n, refuse as r, answerWith as t };