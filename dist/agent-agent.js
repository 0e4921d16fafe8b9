// src/agent/agent.ts
/** In the order in which they come to work. */
const ROLES = [
	"planner",
	"searcher",
	"coder",
	"reviewer",
	"advisor"
];

export { ROLES as t };