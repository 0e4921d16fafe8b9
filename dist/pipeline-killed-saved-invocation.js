import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yt as boolean, ar as string, qn as object, sn as discriminatedUnion, xn as int } from "./zod.js";
import { t as COMMANDS } from "./trigger-trigger.js";

// src/pipeline/killed/saved-invocation.ts
const text = string();
const texts = array(text);
const count = int().nonnegative();
const amount = number().nonnegative();
/** A commit or a tree. */
const ObjectId = string().regex(/^[0-9a-f]{40,64}$/);
const from = {
	what: text,
	author: text.nullable(),
	association: text.nullable().exactOptional(),
	at: text.nullable()
};
const untrusted = object({
	text,
	from: object(from)
});
const head = object({
	branch: text,
	sha: ObjectId
});
const about = {
	number: count,
	title: untrusted,
	body: untrusted,
	url: text
};
const target = discriminatedUnion("kind", [
	object({
		kind: literal("issue"),
		...about
	}),
	object({
		kind: literal("pull-request"),
		...about,
		snapshot: object({
			head,
			base: head,
			here: boolean()
		}).nullable()
	}),
	object({
		kind: literal("repository"),
		name: text
	})
]);
const InvocationSchema = object({
	command: _enum(COMMANDS),
	instruction: untrusted.nullable(),
	options: object({
		model: text.exactOptional(),
		maxFixRounds: count.exactOptional(),
		maxCost: amount.exactOptional(),
		plan: object({
			file: text,
			feature: text.nullable()
		}).exactOptional(),
		checks: texts.exactOptional()
	}),
	target,
	actor: object({
		login: text,
		id: count,
		kind: _enum(["person", "bot"])
	}).nullable(),
	rerunBy: text.nullable(),
	commentId: count.nullable(),
	inline: boolean(),
	thread: array(object({
		path: text,
		line: count.nullable(),
		hunk: text,
		text: untrusted
	})),
	event: object({
		name: text,
		action: text.nullable(),
		at: text.nullable()
	})
});

export { ObjectId as n, InvocationSchema as t };