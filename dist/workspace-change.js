import { t as costOf } from "./gateway-price.js";
import { t as serverOf } from "./agent-server-of.js";
import { F as redactRun, I as countTokens, L as createLedger, R as totalOf } from "./ledger-spending.js";
import { n as renderLogStep } from "./report-log.js";

// src/ledger/accounts.ts
/** `spent` is what was spent before. */
function createAccounts(spent = []) {
	const metered = createLedger();
	for (const row of spent) metered.add(row, [row]);
	const claimed = createLedger();
	const active = /* @__PURE__ */ new Set();
	const tokens = /* @__PURE__ */ new Map();
	let adopted;
	return {
		adopt(rows, total) {
			for (const row of rows) metered.add(row, [row]);
			adopted = total;
		},
		begin(session, purpose) {
			const one = {
				session,
				purpose
			};
			active.add(one);
			return () => void active.delete(one);
		},
		meter(request) {
			const used = {
				...request,
				requests: 1,
				estimated: request.estimated ? 1 : 0
			};
			metered.add(entryOf(request, [...active]), [used]);
			if (request.root !== null) tokens.set(request.root, (tokens.get(request.root) ?? 0) + countTokens(request.tokens));
		},
		claim: (session, purpose, turn) => claimed.add({
			...purpose,
			role: session.role
		}, turn.usage),
		rows: metered.rows,
		total: metered.total,
		tokensOf: (session) => isNamed({ id: session }) ? tokens.get(session) ?? 0 : null,
		claimed: () => {
			if (adopted !== void 0) return adopted;
			return spent.length > 0 ? null : claimed.total();
		}
	};
}
/** Whether a session has OpenCode's own id already; a transport that learns it late has a name of its own until then. */
function isNamed({ id }) {
	return id.startsWith("ses_");
}
/**
* The turn that a request belongs to: that of its session's family. While a session's id is not known yet, its server tells.
* Who asks without naming a session, or names one that nobody opened, is in no turn.
*/
function entryOf({ role, session, root }, active) {
	const there = active.filter((one) => serverOf(one.session.role) === serverOf(role));
	const named = there.find((one) => one.session.id === root);
	const unnamed = there.filter((one) => !isNamed(one.session));
	const found = named ?? (unnamed.length === 1 ? unnamed[0] : void 0);
	if (found === void 0 || session === null) return {
		phase: "outside",
		round: there[0]?.purpose.round ?? 0,
		role
	};
	return {
		...found.purpose,
		role: found.session.role
	};
}

// src/ledger/estimate.ts
/**
* What the same tokens would have cost on one model alone; null where its price is not known or nothing ran on another
* one. An estimate: another model takes other tokens for the same work, and other steps.
*/
function estimateOn(model, rows) {
	if (model === null || rows.every((row) => row.model === model.name)) return null;
	const cost = costOf(totalOf(rows).tokens, {
		price: model.price,
		longPrices: []
	});
	return cost === null ? null : {
		model: model.name,
		cost
	};
}

// src/pipeline/told/story.ts
/** `spent` is what another process counted before, whose run this one ends. */
function createStory(invocation, deps, spent = []) {
	const accounts = createAccounts(spent);
	const listeners = [];
	const sessions = [];
	const events = [];
	let state = initialState(invocation, deps);
	const update = (change) => {
		const [rows, total, claimed] = [
			accounts.rows(),
			accounts.total(),
			accounts.claimed()
		];
		state = {
			...state,
			...change,
			now: deps.now(),
			ledger: rows,
			total,
			claimed
		};
		state = {
			...state,
			estimate: estimateOn(state.judgeModel, rows)
		};
		for (const listener of listeners) listener(state);
	};
	const setLine = (index, line) => update({ steps: state.steps.with(index, line) });
	const tell = (line) => {
		deps.log(renderLogStep(redactRun(state, deps.redact), line));
		events.push({
			at: new Date(deps.now()).toISOString(),
			what: `${line.state}: ${line.text}`
		});
	};
	const begin = (text) => {
		const index = state.steps.length;
		const end = (ending) => {
			setLine(index, ending);
			tell(ending);
		};
		update({ steps: [...state.steps, {
			text,
			state: "doing"
		}] });
		tell({
			text,
			state: "doing"
		});
		return {
			note: (detail) => setLine(index, {
				text: `${text} · ${detail}`,
				state: "doing"
			}),
			done: (ending) => end({
				text: ending,
				state: "done"
			}),
			failed: (ending) => end({
				text: ending,
				state: "failed"
			})
		};
	};
	return {
		state: () => state,
		accounts,
		update,
		begin,
		note: (sentence) => update({ notes: [...state.notes, sentence] }),
		fail: ({ code, message, hint }) => update({
			outcome: "failed",
			failure: {
				category: code,
				message,
				hint
			}
		}),
		keep: (what, data) => void events.push({
			at: new Date(deps.now()).toISOString(),
			what,
			data
		}),
		addSession: (session, model) => void sessions.push({
			session,
			model
		}),
		sessions: () => sessions.map(({ session, model }) => ({
			id: session.id,
			role: session.role,
			model
		})),
		events: () => events,
		onChange: (listener) => void listeners.push(listener)
	};
}
function initialState(invocation, { now, run, inputs }) {
	return {
		invocation,
		outcome: null,
		toldBy: "this-job",
		round: 0,
		maxFixRounds: 0,
		steps: [],
		startedAt: now(),
		now: now(),
		runUrl: run.url,
		phrase: inputs["trigger-phrase"].split(",")[0]?.trim() ?? "",
		label: inputs["trigger-label"],
		agent: null,
		title: invocation.target.kind === "repository" ? invocation.target.name : invocation.target.title.text,
		summary: "",
		reason: null,
		question: null,
		taskFile: null,
		plan: null,
		stepReports: [],
		setup: null,
		checks: [],
		rounds: [],
		findings: [],
		acceptance: [],
		advice: [],
		verdict: null,
		verification: null,
		change: null,
		heldBack: [],
		scope: [],
		ledger: [],
		total: createAccounts().total(),
		claimed: createAccounts().claimed(),
		judgeModel: null,
		estimate: null,
		budget: null,
		spending: null,
		endedBy: null,
		confinement: "",
		blocked: [],
		publication: null,
		offered: null,
		patch: null,
		failure: null,
		notes: []
	};
}

// src/workspace/change.ts
/** Null is git's mode of zeros: not there. */
function parseMode(text) {
	switch (text) {
		case "100755":
		case "120000":
		case "160000": return text;
		case "000000": return null;
		default: return "100644";
	}
}

export { createStory as n, isNamed as r, parseMode as t };