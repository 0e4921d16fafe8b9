import { Gt as array, Nn as literal, Yt as boolean, ar as string, qn as object, sn as discriminatedUnion, xn as int } from "./zod.js";
import { n as ObjectId } from "./pipeline-killed-saved-invocation.js";
import { r as FindingSchema, t as AcceptanceSchema } from "./pipeline-kept-saved-parts.js";

// src/pipeline/kept/saved-entry.ts
const text = string();
const texts = array(text);
const count = int().nonnegative();
const at = {
	step: text,
	round: count
};
const whole = {
	step: literal(""),
	round: literal(0)
};
const PlanSchema = object({
	goal: text,
	assumptions: texts,
	steps: array(object({
		id: text,
		title: text,
		files: texts,
		read: texts,
		action: text,
		success: text,
		depends: texts
	})),
	risks: texts,
	questions: array(object({
		question: text,
		choices: texts,
		changesPlan: boolean()
	}))
});
const ReviewSchema = object({
	session: text,
	reviewed: boolean(),
	voidBecause: text.nullable(),
	summary: text,
	findings: array(FindingSchema),
	acceptance: array(AcceptanceSchema),
	recovered: text.nullable()
});
const AdviceSchema = object({
	session: text,
	voidBecause: text.nullable(),
	summary: text,
	findings: array(FindingSchema)
});
const EntrySchema = discriminatedUnion("kind", [
	object({
		kind: literal("plan"),
		...whole,
		plan: PlanSchema
	}),
	object({
		kind: literal("search"),
		step: text,
		round: literal(0),
		found: text
	}),
	object({
		kind: literal("work"),
		...at,
		tree: ObjectId,
		held: texts,
		words: text
	}),
	object({
		kind: literal("review"),
		...at,
		tree: text,
		review: ReviewSchema
	}),
	object({
		kind: literal("advice"),
		step: literal(""),
		round: count,
		tree: text,
		advice: AdviceSchema
	})
]);

export { PlanSchema as n, EntrySchema as t };