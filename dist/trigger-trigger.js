// src/trigger/trigger.ts
/** Every command, in the order in which help lists them. */
const COMMANDS = [
	"fix",
	"auto",
	"plan",
	"review",
	"ask",
	"approve",
	"retry",
	"accept",
	"abandon",
	"stop",
	"help"
];

export { COMMANDS as t };