import { r as redactAll } from "./text-redact.js";
import { x as neutralise } from "./text-sinks.js";
import { n as isBlocking, r as isOpen, t as SEVERITIES } from "./finding.js";

// src/ledger/ledger.ts
const ZERO = {
	requests: 0,
	estimated: 0,
	tokens: {
		input: 0,
		output: 0,
		reasoning: 0,
		cacheRead: 0,
		cacheWrite: 0
	},
	cost: 0
};
function createLedger() {
	const rows = /* @__PURE__ */ new Map();
	return {
		add(entry, usage) {
			for (const used of usage) {
				const key = JSON.stringify([
					entry.phase,
					entry.role,
					used.model,
					entry.round
				]);
				const row = rows.get(key) ?? {
					...entry,
					model: used.model,
					...ZERO
				};
				rows.set(key, {
					...row,
					...sum$1(row, {
						estimated: 0,
						...used
					})
				});
			}
		},
		rows: () => [...rows.values()],
		total: () => totalOf([...rows.values()])
	};
}
/** Sum of some rows; unpriced as soon as one of them is. */
function totalOf(rows) {
	return rows.reduce(sum$1, ZERO);
}
/** All tokens of any kind. */
function countTokens(tokens) {
	return tokens.input + tokens.output + tokens.reasoning + tokens.cacheRead + tokens.cacheWrite;
}
function sum$1(left, right) {
	return {
		requests: left.requests + right.requests,
		estimated: left.estimated + right.estimated,
		tokens: {
			input: left.tokens.input + right.tokens.input,
			output: left.tokens.output + right.tokens.output,
			reasoning: left.tokens.reasoning + right.tokens.reasoning,
			cacheRead: left.tokens.cacheRead + right.tokens.cacheRead,
			cacheWrite: left.tokens.cacheWrite + right.tokens.cacheWrite
		},
		cost: left.cost === null || right.cost === null ? null : left.cost + right.cost
	};
}

// src/report/redacted-run.ts
const redacted = Symbol("redacted");
function redactRun(state, redact) {
	return {
		...redactAll(state, redact),
		[redacted]: redact
	};
}
/** How a rendering of the run leaves: without secrets, and with what Patchwright itself means to do by it, plots among it. */
function leaving(run, meant = {}) {
	return {
		redact: run[redacted],
		meant: {
			...meant,
			diagrams: true
		}
	};
}

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

// src/text/html.ts
const safe = Symbol("safe");
/** The template's own words are HTML; what is put into it is text, unless it was made the same way. */
function markup(words, ...values) {
	const parts = words.map((word, at) => word + (at < values.length ? htmlOf(values[at] ?? "") : ""));
	return { [safe]: parts.join("") };
}
/** How it is written; for where Markdown is not read, such as the summary of a details block. */
function htmlOf(value) {
	if (typeof value === "object") return value[safe];
	return neutralise(String(value).replaceAll(/\s+/g, " "), "prose").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;");
}

// src/text/markdown.ts
/** Text that shows as it is written and does nothing: no markup, no HTML, no mention. For within a line. */
function escapeMarkdown(text) {
	return neutralise(text.replaceAll(/\s+/g, " "), "prose").replaceAll(/[\\`*_[\]~]/g, String.raw`\$&`).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;").replaceAll("$", "<span>$</span>").replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, space, mark) => /\d/.test(mark) ? `${space}${mark}\u200B` : `${space}\\${mark}`);
}
/** A code span whose delimiter is longer than any run of backticks inside; empty for an empty text. */
function codeSpan(text) {
	const code = neutralise(text.replaceAll(/\s+/g, " ").trim(), "code");
	if (code === "") return "";
	const ticks = "`".repeat(longestRun(code) + 1);
	const padding = code.startsWith("`") || code.endsWith("`") ? " " : "";
	return `${ticks}${padding}${code}${padding}${ticks}`;
}
/** A code block whose fence is longer than any run of backticks inside. */
function fence(text, language = "") {
	const code = neutralise(text, "code");
	const ticks = "`".repeat(Math.max(3, longestRun(code) + 1));
	return `${ticks}${language}\n${code.replace(/\n+$/, "")}\n${ticks}`;
}
/** A table of Markdown cells; empty when it has no rows. */
function table(columns, rows) {
	if (rows.length === 0) return "";
	return [
		line(columns.map((column) => column.title)),
		`|${columns.map((column) => column.align === "right" ? "--:" : "---").join("|")}|`,
		...rows.map(line)
	].join("\n");
}
/** A folded part. Its summary is text or HTML, the body Markdown. */
function details(summary, body) {
	return `<details><summary>${htmlOf(summary)}</summary>\n\n${body}\n\n</details>`;
}
/** A link where the address is http or https, its text alone otherwise. The text is Markdown. */
function link(text, address) {
	if (address === null || !URL.canParse(address)) return text;
	const url = new URL(address);
	if (url.protocol !== "https:" && url.protocol !== "http:") return text;
	if (url.username !== "" || url.password !== "") return text;
	return `[${text}](${url.href.replaceAll(/[()<>|`\\*_[\]~$@!]/g, percent)})`;
}
/** Parts with a blank line between them, empty ones left out. */
function paragraphs(...parts) {
	return parts.filter((part) => part !== null && part !== "").join("\n\n");
}
function line(cells) {
	return `| ${cells.map(oneCell).join(" | ")} |`;
}
/** Even in code a pipe ends the cell unless escaped; a backslash that stands before it already must not undo that. */
function oneCell(markdown) {
	return markdown.replaceAll("\n", "<br>").replaceAll("\\|", "\\​|").replaceAll("|", String.raw`\|`);
}
function longestRun(text) {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
function percent(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// src/report/figures.ts
/** `$0.084`, `$1.20`, `<$0.001`; `unpriced` where a model has no known price, which is never the same as free. */
function formatMoney(dollars) {
	if (dollars === null) return "unpriced";
	if (dollars > 0 && dollars < .001) return "<$0.001";
	return `$${dollars.toFixed(dollars < 1 && dollars > 0 ? 3 : 2)}`;
}
/** Money of which some may have no known price, so that it never looks like nothing: `$0.05 and unpriced models`. */
function formatCost({ cost, unpriced }) {
	if (!unpriced) return formatMoney(cost);
	return cost > 0 ? `${formatMoney(cost)} and unpriced models` : formatMoney(null);
}
/** The figure with a sign before it where some of it is reckoned and not counted: `≈ 58,540`. */
function reckoned(figure, { estimated }) {
	return estimated === 0 || figure === formatMoney(null) ? figure : `≈ ${figure}`;
}
/** Milliseconds since the epoch as `2026-01-02 03:04 UTC`. */
function formatMoment(at) {
	return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
/** Whole numbers with thousands separated: `61,240`. */
function formatNumber(value) {
	return Math.round(value).toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
/** Milliseconds as `8 s`, `3 min 12 s`, `1 h 4 min`. */
function formatDuration(milliseconds) {
	const seconds = Math.max(0, Math.round(milliseconds / 1e3));
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `74 %` of a whole; nothing of nothing is 0 %. */
function formatShare(part, whole) {
	return `${whole === 0 ? 0 : Math.round(part / whole * 100)} %`;
}
/** `1 file`, `2 files`. */
function count(number, noun, plural = `${noun}s`) {
	return `${formatNumber(number)} ${number === 1 ? noun : plural}`;
}

// src/report/standing.ts
function standingOf(state) {
	if (state.failure !== null) return "unfinished";
	if (state.verification?.verified === true) return "verified";
	switch (state.verdict) {
		case "inconclusive": return "inconclusive";
		case "fail": return "open";
		case "pass":
		case "pass-with-notes": return "reviewed";
		case null: return "unreviewed";
	}
}
/** Every finding that is not resolved, the gravest first. */
function openFindings(state) {
	return state.findings.filter(isOpen).toSorted((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity));
}
/** Fix rounds that were made; the first attempt is none. */
function fixRounds(state) {
	return Math.max(0, state.rounds.length - 1);
}
/** The description of a pull request of ours has the report; where there is none, or a person wrote it, the comment has. */
function commentCarriesReport(state) {
	return state.change !== null && state.change.files.length > 0 && state.publication?.pullRequest?.own !== true;
}

// src/report/headline.ts
/** The first line: how it stands, rounds, checks, cost, duration, the run. */
function headline(state) {
	return [`**${standingWords(state)}**`, ...facts(state)].join(" · ");
}
/** What the work took, as the parts of a line. */
function facts(state) {
	return [
		state.rounds.length === 0 ? "" : roundsText(state),
		checksText(state),
		costText(state),
		formatDuration(state.now - state.startedAt),
		saidBy(state),
		state.runUrl === null ? "" : link("run", state.runUrl)
	].filter((part) => part !== "");
}
/** Whose word the rest is; nothing where it is this job's own. */
function saidBy({ toldBy }) {
	switch (toldBy) {
		case "this-job": return "";
		case "agent-job": return "checks, review and cost as the agent’s job says";
		case "agent-job-checked-again": return "checks run again in a job without a key, review and cost as the agent’s job says";
	}
}
function standingWords(state) {
	switch (standingOf(state)) {
		case "unfinished": return "❌ Unfinished: the run failed";
		case "verified": return "✅ Verified";
		case "inconclusive": return "❔ Inconclusive: the review cannot be relied on";
		case "open": return `⚠️ ${openText(state)}`;
		case "reviewed": return "☑️ Reviewed, not verified";
		case "unreviewed": return "⚪ Not reviewed";
	}
}
/** `1 check broken, 2 high findings and 1 note open`. */
function openText(state) {
	const findings = openFindings(state).filter((finding) => finding.source !== "check");
	const blocking = findings.filter(isBlocking);
	const severities = new Set(blocking.map((finding) => finding.severity));
	const broken = state.checks.filter((check) => check.effect === "broken").length;
	const parts = [blocking.length > 0 ? count(blocking.length, `${[...severities].join(" or ")} finding`) : "", findings.length > blocking.length ? count(findings.length - blocking.length, "note") : ""].filter((part) => part !== "");
	const open = parts.length > 0 ? `${parts.join(" and ")} open` : "";
	return [broken > 0 ? `${count(broken, "check")} broken` : "", open].filter((part) => part !== "").join(", ") || "not done";
}
function roundsText(state) {
	const rounds = fixRounds(state);
	return [state.stepReports.length === 0 ? "" : count(state.stepReports.length, "step"), rounds === 0 ? "" : count(rounds, "fix round")].filter((part) => part !== "").join(", ") || "first attempt";
}
/** `3 of 3 checks`, and how many could not be run. */
function checksText(state) {
	if (state.checks.length === 0) return state.verdict === null || isReview(state) ? "" : "no checks";
	const passed = state.checks.filter((check) => check.after.status === "passed").length;
	const notRun = state.checks.filter((check) => check.after.status === "not-run").length;
	const text = `${passed} of ${count(state.checks.length, "check")}`;
	return notRun === 0 ? text : `${text}, ${notRun} not run`;
}
/** It runs nothing of the project. */
function isReview({ invocation }) {
	return invocation.command === "review";
}
/** Money where everything is priced; else what is priced, the tokens, and that it is not all. */
function costText({ total, ledger }) {
	const tokens = countTokens(total.tokens);
	if (total.requests === 0 && tokens === 0) return "";
	const unpriced = total.cost === null;
	const known = ledger.reduce((sum, row) => sum + (row.cost ?? 0), 0);
	const money = reckoned(formatCost({
		cost: total.cost ?? known,
		unpriced
	}), total);
	return unpriced ? `${money}, ${reckoned(formatNumber(tokens), total)} tokens` : money;
}

// src/report/accounts.ts
/** Below this share of what the gateway counted a difference is rounding. */
const WORTH_TELLING = .01;
/**
* That OpenCode's own account of an ended run is another than the gateway's, by how much, and what may be the cause; empty
* where they agree to one per cent.
*/
function accountsNote(state) {
	const { total, claimed } = state;
	if (claimed === null) return "";
	const differs = Math.max(differenceOf(total, claimed, tokensOf), differenceOf(total, claimed, moneyOf));
	if (differs <= WORTH_TELLING) return "";
	const figures = [`the gateway counted ${amount(total)}`, `OpenCode’s own account has ${amount(claimed)}`];
	const by = differs === Infinity ? "" : ` (a difference of ${(differs * 100).toFixed(1)} %)`;
	return `Two accounts of this run differ: ${figures.join(", ")}${by}. The report and the limits go by the gateway. ${causes(state)}`;
}
/** As a share of what the gateway counted; nothing to compare is no difference. */
function differenceOf(total, claimed, of) {
	const [counted, said] = [of(total), of(claimed)];
	if (counted === null || said === null || counted === said) return 0;
	return counted === 0 ? Infinity : Math.abs(counted - said) / counted;
}
function tokensOf({ tokens }) {
	return countTokens(tokens);
}
function moneyOf({ cost }) {
	return cost;
}
function amount(total) {
	if (tokensOf(total) === 0) return "nothing";
	const tokens = `${reckoned(formatNumber(tokensOf(total)), total)} tokens`;
	return total.cost === null ? tokens : `${tokens} and ${reckoned(formatMoney(total.cost), total)}`;
}
/** What the run itself shows of the causes, then what is left. */
function causes({ ledger, total, agent, failure }) {
	const outside = totalOf(ledger.filter(({ phase }) => phase === "outside"));
	const reasons = [
		outside.requests === 0 ? "" : `${count(outside.requests, "request")} outside any turn (${formatNumber(tokensOf(outside))} tokens)`,
		total.estimated === 0 ? "" : `${count(total.estimated, "request")} for which the provider reported no usage`,
		agent?.includes(" over run") ? "child sessions, which `opencode run` leaves out" : "",
		failure === null ? "" : "a turn that was cut off"
	].filter((reason) => reason !== "");
	return `Likely causes: ${reasons.length === 0 ? "turns that were cut off, or requests outside any session" : reasons.join("; ")}.`;
}

// src/ledger/spending.ts
/** How a run ended, as lists of runs tell it. */
const RUN_ENDS = [
	"verified",
	"reviewed",
	"published",
	"needs-human",
	"no-changes",
	"answered",
	"planned",
	"declined",
	"failed"
];
/** Runs that are listed one by one; a hidden marker has to hold them all. */
const MOST_LISTED = 20;
const NOTHING = {
	tokens: 0,
	cost: 0,
	unpriced: false,
	estimated: 0
};
const NO_RUNS = {
	runs: [],
	older: null,
	whole: true
};
/** The list with one more run, which takes the place of what the same run left there before. */
function addRun(spending, run) {
	const others = spending.runs.filter((other) => nameOf(other) !== nameOf(run));
	return bounded({
		...spending,
		runs: [run, ...others]
	});
}
/** What two places tell of the runs on one branch, each run once. */
function joinSpending(left, right) {
	const [first, second] = untilOf(left) >= untilOf(right) ? [left, right] : [right, left];
	const runs = new Map(first.runs.map((run) => [nameOf(run), run]));
	for (const run of second.runs) {
		const other = runs.get(nameOf(run));
		if (run.at > untilOf(first)) runs.set(nameOf(run), other === void 0 ? run : joinAccounts(run, other));
	}
	return bounded({
		runs: [...runs.values()],
		older: first.older,
		whole: left.whole && right.whole
	});
}
/** What a run uses only grows: of two accounts of it the one with more is the one that missed nothing. */
function joinAccounts(left, right) {
	const newest = left.at > right.at ? left : right;
	const { tokens, cost, unpriced, estimated } = left.tokens > right.tokens ? left : right;
	return {
		...newest,
		tokens,
		cost,
		unpriced,
		estimated
	};
}
function nameOf({ run, attempt = 1 }) {
	return `${run}.${attempt}`;
}
/** What all of them used together. */
function sumOf({ runs, older }) {
	return {
		...sum(runs.reduce(sum, NOTHING), older ?? NOTHING),
		runs: runs.length + (older?.runs ?? 0)
	};
}
function bounded({ runs, older, whole }) {
	const sorted = runs.toSorted((left, right) => right.at - left.at || right.run - left.run);
	const [listed, folded] = [sorted.slice(0, 20), sorted.slice(20)];
	const [newest] = folded;
	if (newest === void 0) return {
		runs: listed,
		older,
		whole
	};
	return {
		runs: listed,
		older: {
			...folded.reduce(sum, older ?? NOTHING),
			runs: (older?.runs ?? 0) + folded.length,
			until: newest.at
		},
		whole
	};
}
function untilOf({ older }) {
	return older?.until ?? -Infinity;
}
function sum(left, right) {
	return {
		tokens: left.tokens + right.tokens,
		cost: left.cost + right.cost,
		unpriced: left.unpriced || right.unpriced,
		estimated: left.estimated + right.estimated
	};
}

export { table as A, reckoned as C, fence as D, escapeMarkdown as E, redactRun as F, countTokens as I, createLedger as L, REMEDIES as M, whatToDo as N, link as O, leaving as P, totalOf as R, formatShare as S, details as T, formatCost as _, sumOf as a, formatMoney as b, facts as c, standingWords as d, commentCarriesReport as f, count as g, standingOf as h, joinSpending as i, markup as j, paragraphs as k, headline as l, openFindings as m, RUN_ENDS as n, accountsNote as o, fixRounds as p, addRun as r, costText as s, NO_RUNS as t, openText as u, formatDuration as v, codeSpan as w, formatNumber as x, formatMoment as y };