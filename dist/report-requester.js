import { t as fromMarkdown } from "./mdast-util-from-markdown.js";
import { n as isBlocking, r as isOpen, t as SEVERITIES } from "./finding.js";
import { r as totalOf, t as countTokens } from "./ledger-ledger.js";
import { n as whatToDo, t as REMEDIES } from "./report-remedies2.js";

// src/text/invisible.ts
/**
* Everything that changes a text without being seen: control characters, what Unicode calls default ignorable
* (zero-width, bidirectional, variation selectors, tags), interlinear marks, line and paragraph separators, lone
* surrogates. Tab, line feed and CRLF are layout.
*/
const INVISIBLE = /(?:(?![\t\n])(?!\r\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}\u{FFF9}-\u{FFFB}])+/gu;
/** Emoji are written with joiners and selectors, and some scripts with joiners; there they are part of the letter. */
const JOINER = /^(?:\uFE0F?\u200D|\u200C|\uFE0E|\uFE0F)$/;
const JOINED_BEFORE = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}#*0-9]|[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}])$/u;
/** The same text with each invisible character written as `‹U+202E›`, runs of one as `‹U+200B×3›`. */
function revealInvisible(text) {
	return text.replaceAll(INVISIBLE, (run, offset) => {
		return JOINER.test(run) && JOINED_BEFORE.test(text.slice(Math.max(0, offset - 2), offset)) ? run : describeRun(Array.from(run));
	});
}
function describeRun(characters) {
	let shown = "";
	for (let start = 0; start < characters.length;) {
		let end = start + 1;
		while (characters[end] === characters[start]) end += 1;
		const code = (characters[start]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
		shown += end - start > 1 ? `‹U+${code}×${end - start}›` : `‹U+${code}›`;
		start = end;
	}
	return shown;
}

// src/text/neutral.ts
/**
* What GitHub and its runner act on in a text, broken up by a zero-width space. A backslash or an entity does not do: both
* are gone before GitHub looks for mentions and references. Code in Markdown is not looked at, except where a squash
* merge makes the description a commit message.
*/
const RULES = [
	{
		name: "mention",
		sinks: ["prose", "plain"],
		at: /(?<=@)(?=[\w-])/g
	},
	{
		name: "bare address",
		sinks: ["prose"],
		at: /(?<=\bhttps?:)(?=\/\/)|(?<=\bwww)(?=\.)/gi
	},
	{
		name: "reference",
		sinks: ["prose", "plain"],
		at: /(?<=#|\bGH-)(?=\d)/gi
	},
	{
		name: "reference by address",
		sinks: ["plain"],
		at: /(?<=\/(?:issues|pull|discussions|commit)\/)(?=[\da-f])/gi
	},
	{
		name: "closing keyword",
		sinks: ["code", "plain"],
		at: /(?<=\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?(?:#|GH-|https?:\/\/))(?=\w)/gi
	},
	{
		name: "command",
		sinks: ["prose", "plain"],
		at: /(?<=^[ \t]*)(?=\/[a-z])/gim
	},
	{
		name: "skipped checks",
		sinks: [
			"prose",
			"code",
			"plain"
		],
		at: /(?<=\[)(?=(?:skip|no|ci|actions)[ -](?:ci|skip|actions)\])/gi
	},
	{
		name: "trailer",
		sinks: ["prose", "plain"],
		at: /(?<=^[ \t]*(?:[a-z][a-z-]*-by|skip-checks))(?=[ \t]*:)/gim
	},
	{
		name: "marker",
		sinks: [
			"prose",
			"code",
			"plain"
		],
		at: /(?<=<!--)(?=\s*patchwright:)/gi
	},
	{
		name: "workflow command",
		sinks: ["log"],
		at: /(?<=^[^\S\n]*:)(?=:)|(?<=##)(?=\[)/gm
	}
];
/** The text with nothing in it that the sink acts on. Carriage returns, which start a new line in a log, become visible. */
function neutralise(text, sink) {
	return RULES.filter((rule) => rule.sinks.includes(sink)).reduce((safe, rule) => safe.replaceAll(rule.at, "​"), revealInvisible(text.replaceAll("\r\n", "\n")));
}
/** For a title, a subject, a label: one line, cut at a length, nothing in it that acts. */
function plainLine(text, limit = 200) {
	return shorten(neutralise(text.replaceAll(/\s+/g, " ").trim(), "plain"), limit);
}
/** For a log: each line without workflow commands, cut at a length. */
function logLines(text, limit = 2e3) {
	return neutralise(text, "log").split("\n").map((line) => shorten(line, limit));
}
/** Cut to so many characters, at a word where there is one, with an ellipsis. */
function shorten(text, limit) {
	if (text.length <= limit) return text;
	const cut = text.slice(0, limit - 1).toWellFormed().replace(/\uFFFD$/, "");
	const word = cut.lastIndexOf(" ");
	return `${(word > limit * .7 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

// src/text/markdown.ts
/** Text that shows as it is written and does nothing: no markup, no HTML, no mention. For within a line. */
function escapeMarkdown(text) {
	return neutralise(text.replaceAll(/\s+/g, " "), "prose").replaceAll(/[\\`*_[\]~]/g, String.raw`\$&`).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;").replaceAll("$", "<span>$</span>").replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, space, mark) => /\d/.test(mark) ? `${space}${mark}\u200B` : `${space}\\${mark}`);
}
/** Text in an HTML context such as the summary of a details block, where Markdown is not read. */
function escapeHtml(text) {
	return neutralise(text.replaceAll(/\s+/g, " "), "prose").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
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
		line$1(columns.map((column) => column.title)),
		`|${columns.map((column) => column.align === "right" ? "--:" : "---").join("|")}|`,
		...rows.map(line$1)
	].join("\n");
}
/** A folded part. The summary is HTML, the body Markdown. */
function details(summary, body) {
	return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
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
function line$1(cells) {
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
		state.runUrl === null ? "" : link("run", state.runUrl)
	].filter((part) => part !== "");
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
	if (state.checks.length === 0) return state.verdict === null ? "" : "no checks";
	const passed = state.checks.filter((check) => check.after.status === "passed").length;
	const notRun = state.checks.filter((check) => check.after.status === "not-run").length;
	const text = `${passed} of ${count(state.checks.length, "check")}`;
	return notRun === 0 ? text : `${text}, ${notRun} not run`;
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

// src/text/flat.ts
const BARE_ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]/gi;
const BLOCKS = [
	"paragraph",
	"heading",
	"listItem",
	"blockquote"
];
/**
* What a reader would see of parsed Markdown, on one line and nothing of it active: code spans stay, links and images are
* their text with the address in code, HTML shows as text. Iterative, as nesting has no bound.
*/
function flat(root) {
	let shown = "";
	const waiting = [root];
	for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) if (typeof node === "string") shown += node;
	else if ("children" in node) waiting.push(behind(node), ...node.children.toReversed());
	else shown += leaf(node);
	return shown;
}
function leaf(node) {
	if (node.type === "inlineCode") return codeSpan(node.value);
	if (node.type === "code") return ` ${codeSpan(shorten(node.value, 200))} `;
	if (node.type === "image") return `${escapeMarkdown(node.alt ?? "")} (image: ${codeSpan(node.url)})`;
	if (node.type === "imageReference") return escapeMarkdown(node.alt ?? "");
	if (node.type === "text" || node.type === "html") return words(node.value);
	return node.type === "break" ? " " : "";
}
/** What follows a node's children: the address of a link that is not its own text, a space after a block. */
function behind(node) {
	if (node.type !== "link") return BLOCKS.includes(node.type) ? " " : "";
	return node.url === linkText(node) || node.url.startsWith("mailto:") ? "" : ` (${codeSpan(node.url)})`;
}
function linkText(node) {
	return node.children.map((child) => child.type === "text" ? child.value : "").join("");
}
/** Addresses become code: GitHub links bare ones, and leaves a notice at the issue that one leads to. */
function words(value) {
	let shown = "";
	let done = 0;
	for (const match of value.matchAll(BARE_ADDRESS)) {
		shown += escapeMarkdown(value.slice(done, match.index)) + codeSpan(match[0]);
		done = match.index + match[0].length;
	}
	return shown + escapeMarkdown(value.slice(done));
}

// src/text/prose.ts
/** Block quotes and lists deeper than this are flattened to their text. */
const DEEPEST = 4;
/** What GitHub makes more of than code: a button that commits, pictures, formulas. */
const ACTIVE_LANGUAGES = /* @__PURE__ */ new Set([
	"suggestion",
	"mermaid",
	"geojson",
	"topojson",
	"stl",
	"math"
]);
/**
* Markdown written by a model or a person, written anew from its parse: paragraphs, lists, quotes, emphasis and code stay;
* headings become bold lines; everything else is its text. Cut at so many characters.
*/
function prose(markdown, limit = 4e3) {
	return joined(fromMarkdown(shorten(markdown, limit)).children, 0);
}
/** The same within a line, such as a table's cell: code spans stay, everything else is its text. */
function inline(markdown, limit = 600) {
	return flat(fromMarkdown(shorten(markdown, limit))).trim();
}
function joined(nodes, depth, separator = "\n\n") {
	return nodes.map((node) => block(node, depth)).filter((text) => text !== "").join(separator);
}
function block(node, depth) {
	if (node.type === "paragraph") return spans(node.children);
	if (node.type === "heading") return bold(node.children.map(flat).join(""), "**");
	if (node.type === "code") return fence(node.value, language(node.lang));
	if (node.type === "html") return escapeMarkdown(node.value).trim();
	if (node.type === "list" && depth < DEEPEST) return list$1(node, depth);
	if (node.type === "blockquote" && depth < DEEPEST) return indented(joined(node.children, depth + 1), "> ", "> ");
	return flat(node).trim();
}
function list$1(node, depth) {
	const ordered = node.ordered === true;
	return node.children.map((item, index) => listItem(item, ordered ? `${index + 1}. ` : "- ", depth)).join("\n");
}
function listItem(item, marker, depth) {
	return indented(joined(item.children, depth + 1, item.spread === true ? "\n\n" : "\n"), marker, " ".repeat(marker.length));
}
function indented(text, first, others) {
	return text.split("\n").map((line, index) => ((index === 0 ? first : others) + line).trimEnd()).join("\n");
}
function spans(nodes) {
	return nodes.map((node) => {
		if (node.type === "strong") return bold(node.children.map(flat).join(""), "**");
		if (node.type === "emphasis") return bold(node.children.map(flat).join(""), "*");
		return flat(node);
	}).join("").trim();
}
function bold(text, mark) {
	return text.trim() === "" ? "" : mark + text.trim() + mark;
}
function language(name) {
	return name && /^[a-z0-9+#.-]{1,20}$/i.test(name) && !ACTIVE_LANGUAGES.has(name.toLowerCase()) ? name : "";
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

// src/report/spending.ts
const COLUMNS$1 = [
	{ title: "run" },
	{ title: "ended" },
	{ title: "how" },
	{
		title: "tokens",
		align: "right"
	},
	{
		title: "cost",
		align: "right"
	}
];
const WORDS$1 = {
	verified: "✅ verified",
	reviewed: "☑️ reviewed, not verified",
	published: "published",
	"needs-human": "⚠️ needs a person",
	"no-changes": "no changes",
	answered: "answered",
	planned: "planned",
	declined: "declined",
	failed: "❌ failed"
};
/** All runs that worked on the branch and what they used together, folded; empty when there was only one. */
function spendingSection({ spending, runUrl }) {
	if (spending === null) return "";
	const { branch, known } = spending;
	const unknown = known.whole ? "" : `<sub>What earlier runs on ${codeSpan(shorten(branch, 120))} used is not known any more, and not counted here.</sub>`;
	const sum = sumOf(known);
	if (sum.runs < 2) return unknown;
	const rows = known.runs.map((run) => [
		link(`${run.run}${run.attempt === void 0 ? "" : `, attempt ${run.attempt}`}`, urlOf(run, runUrl)),
		formatMoment(run.at),
		WORDS$1[run.ended],
		...figures$1(run)
	]);
	const older = known.older === null ? [] : [[
		count(known.older.runs, "older run"),
		formatMoment(known.older.until),
		"",
		...figures$1(known.older)
	]];
	const total = [
		`**${count(sum.runs, "run")}**`,
		"",
		"",
		...figures$1(sum).map((figure) => `**${figure}**`)
	];
	const summary = `${known.whole ? "All" : "The last"} ${count(sum.runs, "run")} on <code>${escapeHtml(shorten(branch, 120))}</code>: ${spentText(sum)}`;
	return paragraphs(details(summary, table(COLUMNS$1, [
		...rows,
		...older,
		total
	])), unknown);
}
/** A run that has ended, as later runs list it. */
function spentRun(state, { id, attempt }) {
	const { ledger, total, now } = state;
	const cost = ledger.reduce((sum, row) => sum + (row.cost ?? 0), 0);
	return {
		run: id,
		...attempt > 1 ? { attempt } : {},
		at: now,
		ended: howItEnded(state),
		tokens: Math.round(countTokens(total.tokens)),
		cost: Number(cost.toFixed(6)),
		unpriced: total.cost === null,
		estimated: total.estimated
	};
}
function howItEnded(state) {
	const { outcome } = state;
	if (outcome === null) return "failed";
	if (outcome !== "published") return outcome;
	const standing = standingOf(state);
	return standing === "verified" || standing === "reviewed" ? standing : "published";
}
function spentText(spent) {
	return `${reckoned(formatCost(spent), spent)}, ${reckoned(formatNumber(spent.tokens), spent)} tokens`;
}
function figures$1(spent) {
	return [reckoned(formatNumber(spent.tokens), spent), reckoned(formatCost(spent), spent)];
}
/** The log of another run stands beside this one's. */
function urlOf({ run, attempt }, runUrl) {
	if (runUrl === null || !/\/\d+$/.test(runUrl)) return null;
	return runUrl.replace(/\d+$/, `${run}${attempt === void 0 ? "" : `/attempts/${attempt}`}`);
}

// src/report/sentence.ts
/** With a capital letter and a full stop, whatever it had of them. */
function sentence(text) {
	const trimmed = text.trim();
	if (trimmed === "") return "";
	const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
	return /[.!?…:]$/.test(capital) ? capital : `${capital}.`;
}

// src/report/commands.ts
/** What a person can do next, as Markdown sentences that name only commands that work. */
function choices(state) {
	if (state.invocation.command === "review") return [`${say(state, "retry")} reviews just what was not reviewed.`];
	if (state.change === null && state.failure === null && state.invocation.target.kind !== "repository") return aboutPlan(state);
	const pullRequest = state.publication?.pullRequest;
	if (!pullRequest) return [sentence(runAgain(state))];
	const here = `#${pullRequest.number}`;
	const retry = `${say(state, "retry", "<your hint>")} on ${here} goes on from this work with your hint.`;
	if (!pullRequest.own) return [retry, `Commit to ${codeSpan(state.publication?.branch ?? "")} yourself; ${say(state, "fix", "<what is left>")} goes on from your commits.`];
	const open = openFindings(state).map(({ id }) => inline(id, 20));
	const named = open.length > 5 ? `${open.slice(0, 5).join(", ")} and ${open.length - 5} more` : open.join(", ");
	const ready = open.length > 0 ? `with ${named} open` : "as it is";
	return [
		retry,
		pullRequest.draft ? `${say(state, "accept")} on ${here} marks it ready ${ready}.` : `Merge ${here} yourself once you have read the change.`,
		`${say(state, "abandon")} on ${here} closes it and deletes its branch.`
	];
}
/** A plan that nobody worked by yet: to approve it, to answer it, or to have another. */
function aboutPlan(state) {
	const deciding = state.plan?.questions.find(({ changesPlan }) => changesPlan);
	if (deciding !== void 0) return [...deciding.choices.slice(0, 3).map((choice) => say(state, "retry", plainLine(choice, 120))).map((command) => `${command} plans with that answer.`), `Or any other answer after ${say(state, "retry")}.`];
	const another = `${say(state, "retry", "<what should be different>")} makes another plan.`;
	if (state.outcome !== "planned") return [another, `${say(state, "fix")} works without a plan where \`plan\` is \`never\`.`];
	return [
		`${say(state, "approve")} works by this very plan.`,
		another,
		"Do nothing: nothing was changed, and nothing more is paid for."
	];
}
function say({ phrase }, command, words = "") {
	return codeSpan([
		phrase,
		command,
		words
	].filter((part) => part !== "").join(" "));
}
/** One line at the end of a pull request that is fine. */
function goOn(state) {
	return `<sub>Go on: ${[
		say(state, "fix", "<what to change>"),
		say(state, "review"),
		say(state, "ask", "<question>"),
		say(state, "abandon")
	].join(" · ")}; work goes on top of this branch, your own commits included.</sub>`;
}
/** Commands that leave nothing to go on with: they are given again. */
const ITSELF = /* @__PURE__ */ new Set([
	"review",
	"ask",
	"accept",
	"abandon",
	"stop",
	"help"
]);
/** How the run is started once more, to stand at the start or the end of a sentence. */
function runAgain(state) {
	const { command, target } = state.invocation;
	if (ITSELF.has(command) && target.kind !== "repository") return `to try again, comment ${say(state, command)} here once more`;
	switch (target.kind) {
		case "issue":
		case "pull-request":
			if (state.outcome === "failed" && state.taskFile !== null) return `to go on without paying again for what was finished, comment ${say(state, "retry")} here`;
			return `to run again, put the label ${codeSpan(state.label)} on again or comment ${codeSpan(`${state.phrase} fix <what to do>`)} here`;
		case "repository": return "to run again, start the workflow from the Actions tab or wait for its schedule";
	}
}

// src/report/detail.ts
const LEVELS = [
	{
		plots: true,
		task: 12e3,
		rows: 100,
		text: 600,
		output: 3e3,
		folded: true,
		without: ""
	},
	{
		plots: false,
		task: 12e3,
		rows: 100,
		text: 600,
		output: 3e3,
		folded: true,
		without: "the plots"
	},
	{
		plots: false,
		task: 2e3,
		rows: 100,
		text: 600,
		output: 1500,
		folded: true,
		without: "most of the task file and of the output of checks"
	},
	{
		plots: false,
		task: 0,
		rows: 40,
		text: 300,
		output: 500,
		folded: true,
		without: "the task file, and rows after the 40th"
	},
	{
		plots: false,
		task: 0,
		rows: 10,
		text: 120,
		output: 0,
		folded: true,
		without: "the output of checks, and rows after the 10th"
	},
	{
		plots: false,
		task: 0,
		rows: 3,
		text: 60,
		output: 0,
		folded: false,
		without: "every folded part, and rows after the 3rd"
	}
];
/** GitHub refuses bodies of more than 65,536 characters; the rest is for hidden markers. */
const BODY_LIMIT = 6e4;
/** GitHub drops job summaries of more than 1 MiB. */
const SUMMARY_LIMIT = 9e5;
/** The most detailed rendering that fits, with a line on what it left out and where that is. */
function fit(limit, render, levels = LEVELS) {
	let shown = "";
	for (const [index, detail] of levels.entries()) {
		const left = levels.slice(0, index + 1).map((level) => level.without).filter((without) => without !== "");
		const line = left.length === 0 ? "" : `\n\n<sub>Left out to fit the size that GitHub allows: ${left.join("; ")}. The run record has everything.</sub>`;
		shown = render(detail) + line;
		if (Buffer.byteLength(shown) <= limit) return shown;
	}
	return `${Buffer.from(shown).subarray(0, limit).toString().replace(/\uFFFD$/, "")}…`;
}
/** The first rows that a level shows, and a sentence on how many there are besides. */
function firstRows(items, detail) {
	const shown = items.slice(0, detail.rows);
	const hidden = items.length - shown.length;
	return {
		shown,
		more: hidden === 0 ? "" : `And ${hidden} more; the run record lists them.`
	};
}

// src/report/conditions.ts
const NAMES = {
	"change-exists": "There is a change",
	"in-scope": "All of it is in scope",
	"check-passed": "At least one check ran and passes",
	"nothing-broken": "No check fails that passed before",
	"no-blocking-finding": "No critical or high finding is open",
	"check-definitions-untouched": "The definitions of the checks are untouched",
	"published-is-checked": "What is published is what was checked and reviewed"
};
/** The conditions of "verified", folded. */
function conditionsSection(state, detail) {
	const conditions = state.verification?.conditions ?? [];
	if (conditions.length === 0 || !detail.folded) return "";
	const held = conditions.filter((condition) => condition.holds).length;
	const rows = conditions.map((condition) => [`${condition.holds ? "✅" : "❌"} ${NAMES[condition.name]}`, inline(condition.evidence, detail.text)]);
	const body = paragraphs(table([{ title: "condition" }, { title: "evidence" }], rows), "<sub>Computed from what was run and measured. No model ticks any of them.</sub>");
	return details(`Verified: ${held} of ${conditions.length} conditions hold`, body);
}
/** The conditions that keep it from being verified, as list items. */
function failedConditions(state) {
	return (state.verification?.conditions.filter((condition) => !condition.holds) ?? []).map((condition) => {
		const evidence = inline(condition.evidence, 300);
		return `Not met: ${NAMES[condition.name].toLowerCase()}${evidence === "" ? "" : ` (${evidence})`}`;
	});
}

// src/report/notice.ts
/** What a reader must know before anything else where the work is not verified: what happened, why, what to do. */
function notice(state) {
	switch (standingOf(state)) {
		case "verified":
		case "unreviewed": return "";
		case "unfinished": return alert("CAUTION", failureParts(state));
		case "reviewed": return alert("NOTE", [
			"**Reviewed, not verified.** The review left nothing critical or high open, but not every condition of “verified” is met:",
			list(failedConditions(state)),
			choicesPart(state)
		]);
		case "inconclusive": return alert("WARNING", [`**The review cannot be relied on.** ${why(state)} Read the change yourself before you merge it.`, choicesPart(state)]);
		case "open": return alert("WARNING", [`**${stoppedText(state)}** ${why(state)}`, choicesPart(state)]);
	}
}
/** Why it stopped short: what is open, the reason given, the bound that was reached. */
function why(state) {
	return [
		standingOf(state) === "open" ? sentence(openText(state)) : "",
		sentence(inline(state.reason ?? "")),
		state.endedBy === null ? "" : sentence(`the bound that ended the rounds: ${inline(state.endedBy)}`)
	].filter((part) => part !== "").join(" ");
}
/** `Stopped after 3 fix rounds.` */
function stoppedText(state) {
	const rounds = fixRounds(state);
	return rounds === 0 ? "Stopped after the first attempt." : `Stopped after ${count(rounds, "fix round")}.`;
}
/** Two or three ways to go on. */
function choicesPart(state) {
	const ways = choices(state);
	return ways.length === 1 ? ways.join("") : paragraphs("Pick one:", list(ways));
}
/** A failure: what happened, what that means, what to do, where the work is. */
function failureParts(state) {
	if (state.failure === null) return [];
	const { category, message } = state.failure;
	const remedy = REMEDIES[category];
	return [
		`**${inline(message)}** (${codeSpan(category)})`,
		`${remedy.means} ${sentence(inline(whatToDo(state.failure)))}`,
		`${whereTheWorkIs(state)} ${sentence(runAgain(state))}`
	];
}
const READERS = /* @__PURE__ */ new Set(["review", "ask"]);
/** Where the work of a run can be reached. */
function whereTheWorkIs(state) {
	const { publication, change, patch } = state;
	if (publication?.pullRequest && publication.aside === null) return `The work is in ${publication.pullRequest.draft ? "draft " : ""}#${publication.pullRequest.number}.`;
	if (publication !== null && publication.commit !== null) return onBranch(publication);
	if (change?.files.length === 0) return "No file was changed, so no work is lost.";
	if (change === null && READERS.has(state.invocation.command)) return "Nothing was to be changed, so no work is lost.";
	if (change === null) return workStarted(state) ? "What was done could not be read." : "Nothing was started, so no work is lost.";
	if (patch === null) return "The work could not be kept.";
	return `The work is in the run record as ${codeSpan(shorten(patch, 200))}; ${codeSpan("git apply")} puts it on ${codeSpan(change.base.slice(0, 12))}.`;
}
function workStarted({ total }) {
	return total.requests > 0;
}
function onBranch({ branch, aside, compareUrl }) {
	const reason = aside === null ? "" : ` It stands beside the branch that it was meant for: ${sentence(inline(aside))}`;
	const page = compareUrl === null ? "" : ` ${link("Look at it, or open a pull request from it", compareUrl)}.`;
	return `The work is on the branch ${codeSpan(branch)}.${reason}${page}`;
}
/** One of GitHub's coloured boxes. */
function alert(kind, parts) {
	const lines = parts.filter((part) => part !== "").join("\n\n").split("\n");
	return [`> [!${kind}]`, ...lines.map((line) => `> ${line}`.trimEnd())].join("\n");
}
/** A bullet list. */
function list(items) {
	return items.map((item) => `- ${item}`).join("\n");
}

// src/report/scope.ts
/** `2 files, +31 −4`. */
function changeText(state) {
	if (state.change === null) return "";
	return `${count(state.change.files.length, "file")}, +${state.change.added} −${state.change.removed}`;
}
/** Paths that were changed and are not published; empty when there are none. */
function heldBackSection(state, detail) {
	if (state.heldBack.length === 0) return "";
	const { shown, more } = firstRows(state.heldBack, detail);
	const rows = shown.map((held) => [
		codeSpan(shorten(held.path, 200)),
		rule(held),
		inline(held.reason, detail.text)
	]);
	return paragraphs(`### ${count(state.heldBack.length, "path")} held back`, table([
		{ title: "path" },
		{ title: "rule" },
		{ title: "why" }
	], rows), more, "The agent changed this, and it is not on the branch. If it is wanted, make the change by hand, or allow it with `scope` or `protected-paths` and run again.");
}
/** The files and the scope they had to stay in, folded. */
function scopeSection(state, detail) {
	if (state.change === null || !detail.folded) return "";
	const { shown, more } = firstRows(state.change.files, detail);
	const rows = shown.map((file) => [codeSpan(shorten(file.path, 200)), whatHappened(file)]);
	const agent = state.agent === null ? "" : `Worked on by ${inline(state.agent, 120)}.`;
	const base = `Based on ${codeSpan(state.change.base.slice(0, 12))}.`;
	return details(scopeSummary(state), paragraphs(table([{ title: "file" }, { title: "change" }], rows), more, [base, agent].filter(Boolean).join(" ")));
}
/** How the agent was confined; never folded, because it says how far the rest can be trusted. */
function confinementLine({ confinement, change }) {
	return confinement === "" || change === null ? "" : `<sub>${inline(confinement, 400)}</sub>`;
}
function scopeSummary(state) {
	const globs = state.scope.slice(0, 8).map((glob) => `<code>${escapeHtml(shorten(glob, 80))}</code>`);
	const besides = state.scope.length > globs.length ? ` and ${state.scope.length - globs.length} more` : "";
	const within = globs.length === 0 ? "the whole repository" : globs.join(", ") + besides;
	const held = state.heldBack.length === 0 ? "nothing held back" : `${count(state.heldBack.length, "path")} held back`;
	return `Scope: ${within}; ${changeText(state)}; ${held}`;
}
function whatHappened(file) {
	if (file.status === "deleted") return "deleted";
	const renamed = file.renamedFrom === null ? "" : `, renamed from ${codeSpan(shorten(file.renamedFrom, 200))}`;
	return file.status + modeChange(file) + renamed;
}
function modeChange(file) {
	if (file.mode === "120000" && file.previousMode !== "120000") return ", symbolic link";
	if (file.mode === "160000") return ", submodule";
	if (file.previousMode === null) return file.mode === "100755" ? ", executable" : "";
	return file.mode === file.previousMode ? "" : `, mode ${file.previousMode} → ${file.mode}`;
}
function rule(held) {
	return inline(held.rule.replaceAll("-", " "), 60);
}

// src/report/acceptance.ts
const MARKS = {
	verified: "✅",
	"not-verified": "❌",
	"not-verifiable": "⚪"
};
const WORDS = {
	verified: "",
	"not-verified": "not verified: ",
	"not-verifiable": "not verifiable by a check: "
};
/** What the task asked for, item by item, as the reviewer found it. */
function acceptanceSection(state, detail) {
	const { shown, more } = firstRows(state.acceptance, detail);
	const rows = shown.map((entry) => [`${MARKS[entry.status]} ${inline(entry.item, detail.text)}`, `${WORDS[entry.status]}${inline(entry.evidence, detail.text)}`]);
	return paragraphs(table([{ title: "acceptance" }, { title: "evidence, as the reviewer found it" }], rows), more);
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

// src/report/checks.ts
const EFFECTS = {
	passes: "passes",
	fixed: "**fixed** by this change",
	"still-fails": "failed before too, not because of this change",
	broken: "**broken** by this change",
	"not-run": "not run: neither passed nor failed"
};
/** Each check before and after, where they were found, and what the failing ones printed. */
function checksSection(state, detail) {
	if (state.checks.length === 0) return "";
	const { shown, more } = firstRows(state.checks, detail);
	const rows = shown.map((check) => [
		codeSpan(shorten(check.check.command, 120)),
		result(check.before, false),
		result(check.after, true),
		EFFECTS[check.effect]
	]);
	return paragraphs(table([
		{ title: "check" },
		{ title: "before" },
		{ title: "after" },
		{ title: "result" }
	], rows), more, origin(state), ...shown.filter((check) => check.after.status !== "passed").map((check) => output(check, detail)));
}
/** One check in a few words: `✅ 8 s`, `❌ exit 1, 8 s`, `⚪ not run: timed out`. */
function result(outcome, timed) {
	const time = timed ? formatDuration(outcome.seconds * 1e3) : "";
	switch (outcome.status) {
		case "passed": return `✅ ${time}`.trim();
		case "failed": return ["❌", [outcome.exitCode === null ? "" : `exit ${outcome.exitCode}`, time].filter(Boolean).join(", ")].join(" ").trim();
		case "not-run": return `⚪ ${inline(outcome.reason ?? "not run", 160)}`;
	}
}
function origin(state) {
	const sources = [...new Set(state.checks.map((check) => check.check.source))].slice(0, 5).map((source) => inline(source, 120));
	const setup = state.setup?.commands.slice(0, 5).map((command) => codeSpan(shorten(command, 120))) ?? [];
	const prepared = setup.length === 0 ? "" : `; set up by ${setup.join(", ")} (${inline(state.setup?.source ?? "", 120)})`;
	return `<sub>Run by Patchwright itself before and after the work. Found in: ${sources.join(", ")}${prepared}.</sub>`;
}
function output({ check, after }, detail) {
	const tail = after.tail.trim();
	if (tail === "" || detail.output === 0) return "";
	const end = tail.length > detail.output ? `…${tail.slice(-detail.output).replace(/^[^\n]*\n/, "\n")}` : tail;
	return details(`Output of <code>${escapeHtml(shorten(check.name, 80))}</code>`, fence(end, "text"));
}

// src/report/cost-remarks.ts
/** Who judges the work; everybody else does it. */
const JUDGES = [
	"planner",
	"reviewer",
	"advisor"
];
/** What there is to say of the ledger's figures, a sentence or two each. */
function costRemarks(state) {
	const { total, ledger } = state;
	const outside = totalOf(ledger.filter(({ phase }) => phase === "outside"));
	return [
		sharesText(state),
		estimateText(state),
		budgetText(state),
		within(total),
		total.estimated === 0 ? "" : `≈: ${count(total.estimated, "request is", "requests are")} reckoned from ${total.estimated === 1 ? "its" : "their"} size, because the provider did not say what ${total.estimated === 1 ? "it" : "they"} used.`,
		outside.requests === 0 ? "" : `Outside any turn: ${count(outside.requests, "request")} that no session of the run made, as when the agent calls the model from a script.`,
		total.cost === null ? unpriced(ledger) : ""
	].filter((sentence) => sentence !== "");
}
/** A model as it shows anywhere: what answers from a script says so. */
function modelName(model) {
	return `${codeSpan(shorten(model, 80))}${model.startsWith("scripted/") ? " (scripted)" : ""}`;
}
/** What was used for doing the work and for judging it. */
function shares({ ledger }) {
	const judging = ledger.filter(({ role }) => JUDGES.includes(role));
	return [totalOf(ledger.filter((row) => !judging.includes(row))), totalOf(judging)];
}
function sharesText(state) {
	const [doing, judging] = shares(state);
	const tokens = countTokens(state.total.tokens);
	const share = (one) => {
		const money = priced(state.total) && one.cost !== null ? ` and ${formatShare(one.cost, state.total.cost ?? 0)} of the money` : "";
		return `${formatShare(countTokens(one.tokens), tokens)} of the tokens${money}`;
	};
	return `Doing the work took ${share(doing)}, judging it ${share(judging)}.`;
}
function priced({ cost }) {
	return cost !== null && cost > 0;
}
function estimateText({ estimate, total }) {
	if (estimate === null) return "";
	const spent = priced(total) ? ` The run took ${formatShare(total.cost ?? 0, estimate.cost)} of that.` : "";
	return `Estimate: the same tokens all on ${modelName(estimate.model)}, ${formatMoney(estimate.cost)}.${spent} It is no measurement: another model takes other tokens and other steps for the same work.`;
}
/** How much of each limit is used; money alone bounds nothing where a model has no price. */
function budgetText({ budget, total }) {
	if (budget === null) return "";
	return `Budget used: ${[
		total.cost === null ? "" : `${formatShare(total.cost, budget.cost)} of ${formatMoney(budget.cost)}`,
		`${formatShare(countTokens(total.tokens), budget.tokens)} of ${formatNumber(budget.tokens)} tokens`,
		`${formatNumber(total.requests)} of ${formatNumber(budget.requests)} requests`
	].filter((part) => part !== "").join(", ")}.`;
}
function within({ tokens: { cacheWrite, reasoning } }) {
	return [cacheWrite > 0 ? `Input includes ${formatNumber(cacheWrite)} tokens written to the cache.` : "", reasoning > 0 ? `Output includes ${formatNumber(reasoning)} tokens of reasoning.` : ""].filter((sentence) => sentence !== "").join(" ");
}
function unpriced(ledger) {
	return `Unpriced means that no price is known for ${[...new Set(ledger.filter((row) => row.cost === null).map((row) => row.model))].slice(0, 5).map(modelName).join(", ")}, not that it is free.`;
}

// src/report/plots.ts
/** A pie of all tokens by role and round; empty without tokens. Labels are our own words: the language has no escapes. */
function tokenPlot(state) {
	const lines = [...Map.groupBy(state.ledger, (row) => row.phase === "outside" ? `${row.role}, outside any turn` : `${row.role}, round ${row.round}`)].map(([label, rows]) => ({
		label,
		tokens: countTokens(totalOf(rows).tokens)
	})).filter((slice) => slice.tokens > 0).slice(0, 12).map((slice) => `  "${slice.label}" : ${slice.tokens}`);
	if (lines.length === 0) return "";
	return [
		"```mermaid",
		"pie showData title Tokens by role and round",
		...lines,
		"```"
	].join("\n");
}
/** A bar for each round from its start to its end; empty when there is only one. */
function roundsPlot(state) {
	if (fixRounds(state) === 0) return "";
	let start = 0;
	return [
		"```mermaid",
		"gantt",
		"  title Rounds, minutes and seconds",
		"  dateFormat X",
		"  axisFormat %M:%S",
		...state.rounds.flatMap((round) => {
			const from = start;
			start += Math.max(1, Math.round(round.seconds));
			const mark = round.verdict === "fail" || round.verdict === "inconclusive" ? "crit, " : "done, ";
			return [`  section Round ${round.number}`, `  ${round.verdict} :${mark}r${round.number}, ${from}, ${start}`];
		}),
		"```"
	].join("\n");
}

// src/report/cost.ts
const COLUMNS = [
	{
		title: "round",
		align: "right"
	},
	{ title: "phase" },
	{ title: "role" },
	{ title: "model" },
	{
		title: "requests",
		align: "right"
	},
	{
		title: "input",
		align: "right"
	},
	{
		title: "cached",
		align: "right"
	},
	{
		title: "output",
		align: "right"
	},
	{
		title: "cost",
		align: "right"
	}
];
/** Tokens and money by round, phase, role and model, folded. */
function costSection(state, detail) {
	if (state.ledger.length === 0 || !detail.folded) return "";
	return details(`Cost: ${costSummary(state)}`, costTable(state, detail));
}
/** The rows of the ledger and what there is to say of them. */
function costTable(state, detail) {
	const { shown, more } = firstRows(state.ledger, detail);
	const total = [
		"**total**",
		"",
		"",
		"",
		...figures(state.total).map((figure) => `**${figure}**`)
	];
	const rows = [...shown.map((row) => [
		String(row.round),
		phaseName(row),
		row.role,
		modelName(row.model),
		...figures(row)
	]), total];
	return paragraphs(table(COLUMNS, rows), more, list(costRemarks(state)), detail.plots ? tokenPlot(state) : "");
}
/** `$0.084, 61,240 tokens; coder 74 % of them, judges 26 %`. */
function costSummary(state) {
	const { total } = state;
	const tokens = countTokens(total.tokens);
	const [doing, judging] = shares(state);
	const text = costText(state);
	return `${total.cost === null ? text : `${text}, ${reckoned(formatNumber(tokens), total)} tokens`}; coder ${formatShare(countTokens(doing.tokens), tokens)} of them, judges ${formatShare(countTokens(judging.tokens), tokens)}`;
}
function phaseName({ phase }) {
	return phase === "outside" ? "outside any turn" : phase;
}
function figures(row) {
	const [input, output] = [row.tokens.input + row.tokens.cacheWrite, row.tokens.output + row.tokens.reasoning];
	return [
		formatNumber(row.requests),
		reckoned(formatNumber(input), row),
		formatNumber(row.tokens.cacheRead),
		reckoned(formatNumber(output), row),
		reckoned(formatMoney(row.cost), row)
	];
}

// src/report/findings.ts
const RESOLUTIONS = {
	open: "open",
	resolved: "✅ resolved",
	"partially-resolved": "◐ partly resolved",
	"not-addressed": "not addressed",
	disputed: "disputed, and the reviewer agrees"
};
/** What blocks, spelled out; empty when nothing does. Notes stand in the review's table alone. */
function openSection(state, detail) {
	const open = openFindings(state).filter((finding) => isBlocking(finding) || finding.source === "check");
	if (open.length === 0) return "";
	const { shown, more } = firstRows(open, detail);
	return paragraphs(`### ${count(open.length, "open finding")}`, ...shown.map((finding) => openFinding(finding, detail)), more);
}
/** One finding in full. */
function openFinding(finding, detail) {
	const heading = [
		`**${inline(finding.id, 20)}** ${finding.severity}`,
		place(finding),
		tried(finding)
	].filter((part) => part !== "");
	return paragraphs(`${heading.join(" · ")}<br>${inline(finding.problem, detail.text)}`, evidenceOf(finding, detail.text * 2), finding.suggestion === "" ? "" : `Suggestion: ${inline(finding.suggestion, detail.text)}`);
}
function evidenceOf(finding, limit) {
	const evidence = shorten(finding.evidence.trim(), limit);
	if (evidence === "") return "";
	return evidence.includes("\n") ? fence(evidence, "text") : `How to see it: ${inline(evidence, limit)}`;
}
/** All findings by round, folded; says so when there was none. */
function reviewSection(state, detail) {
	if (state.rounds.at(-1) === void 0 || !detail.folded) return "";
	const findings = state.findings.filter((finding) => finding.source !== "check");
	const { shown, more } = firstRows(findings, detail);
	return details(summary(state, findings), paragraphs(byRound(state, shown, detail), more, independence(state)));
}
function summary(state, findings) {
	const looks = state.rounds.filter(({ reviewed }) => reviewed).length;
	if (looks === 0) return "Review: none that counts";
	if (findings.length === 0) return `Review: ${count(looks, "look")}, no finding`;
	const open = findings.filter(isOpen);
	const blocking = open.filter(isBlocking).length;
	return `Review: ${[
		count(findings.length, "finding"),
		`${findings.length - open.length} resolved`,
		blocking > 0 ? `${blocking} open` : "",
		open.length > blocking ? `${open.length - blocking} left as ${open.length - blocking === 1 ? "a note" : "notes"}` : ""
	].filter((part) => part !== "").join(", ")}`;
}
function byRound(state, findings, detail) {
	const numbers = state.rounds.map((round) => round.number).slice(-5);
	const columns = [
		{ title: "finding" },
		{ title: "severity" },
		...numbers.map((round) => ({ title: `round ${round}` }))
	];
	const rows = findings.map((finding) => [
		`**${inline(finding.id, 20)}** ${place(finding)} ${inline(finding.problem, detail.text)}`,
		finding.severity,
		...numbers.map((round) => atRound(finding, round, detail))
	]);
	return table(columns, rows);
}
function atRound(finding, round, detail) {
	const seen = finding.history.findLast((entry) => entry.round === round);
	if (seen === void 0) return round === finding.round ? "found" : "";
	const evidence = inline(seen.evidence, Math.min(200, detail.text));
	const resolution = seen.resolution === "open" && !isBlocking(finding) ? "note" : RESOLUTIONS[seen.resolution];
	return evidence === "" ? resolution : `${resolution}: ${evidence}`;
}
function independence(state) {
	const reviewers = new Set(state.rounds.map((round) => round.reviewerSession).filter((session) => session !== null));
	if (reviewers.size === 0) return "Nobody reviewed it.";
	return state.rounds.some((round) => reviewers.has(round.coderSession)) ? "<sub>Coder and reviewer shared a session: the review is not independent.</sub>" : `<sub>Reviewer: a session of its own, read-only, that does not see the coder’s words.${advisorLine(state)}</sub>`;
}
function advisorLine({ advice }) {
	const last = advice.at(-1);
	if (last === void 0) return "";
	if (last.voidBecause !== null) return ` Advisor: ${inline(last.voidBecause, 200)}`;
	return ` Advisor, who knew nothing of the rounds: ${advice.length === 1 ? "read it once" : `read it ${advice.length} times, each in a fresh session`}, ${last.findings.length === 0 ? "no further finding" : `found ${last.findings.map((id) => inline(id, 20)).join(", ")}`}.`;
}
function tried(finding) {
	const fixes = finding.history.filter((entry) => entry.round > finding.round).length;
	return fixes === 0 ? "" : `still there after ${count(fixes, "fix", "fixes")}`;
}
/** `src/a.ts:12`, or nothing where a finding has no place. */
function place(finding) {
	if (finding.path === null) return "";
	return codeSpan(`${shorten(finding.path, 160)}${finding.line === null ? "" : `:${finding.line}`}`);
}

// src/report/plan.ts
/** The whole plan, for somebody who is to approve it or to answer its questions. */
function planText({ plan }) {
	if (plan === null) return "";
	return paragraphs(`**Goal:** ${inline(plan.goal)}`, plan.steps.map(stepText$1).join("\n"), listed("Assumptions", plan.assumptions), listed("Risks", plan.risks), questionsText(plan));
}
/** The steps of a plan with what became of them, folded; empty where there was no plan of several steps. */
function stepsSection({ stepReports }, detail) {
	if (stepReports.length === 0 || !detail.folded) return "";
	const done = stepReports.filter(({ state }) => state === "done").length;
	const columns = [
		{ title: "step" },
		{ title: "how it ended" },
		{ title: "fix rounds" },
		{ title: "found" }
	];
	const rows = stepReports.map((step) => [
		`**${inline(step.id, 20)}** ${inline(step.title, detail.text)}`,
		`${STATES[step.state]}${step.reason === null ? "" : `: ${inline(step.reason, detail.text)}`}`,
		step.rounds.length === 0 ? "" : `${step.rounds.length - 1}, ${formatDuration(secondsOf(step) * 1e3)}`,
		inline(foundIn(step), detail.text)
	]);
	return details(`Steps: ${done} of ${count(stepReports.length, "step")} done`, table(columns, rows));
}
/** The planner's questions with the answers that it offers. */
function questionsText({ questions }) {
	return questions.map(questionText).join("\n\n");
}
const STATES = {
	waiting: "not begun",
	working: "unfinished",
	done: "✅ reviewed",
	open: "⚠️ left open",
	failed: "❌ failed",
	skipped: "skipped"
};
function stepText$1({ id, title, files, action, success, depends }, at) {
	const after = depends.length === 0 ? "" : ` (after ${depends.map((other) => inline(other, 20)).join(", ")})`;
	const touched = files.length === 0 ? "" : `<br>Files: ${files.map(codeSpan).join(", ")}`;
	return `${at + 1}. **${inline(id, 20)} ${inline(title, 200)}**${after}${touched}<br>${inline(action)}<br>Done when: ${inline(success)}`;
}
function questionText({ question, choices }) {
	return `**${inline(question)}**\n\n${list(choices.map((choice) => inline(choice)))}`;
}
function listed(title, items) {
	return items.length === 0 ? "" : `**${title}:**\n\n${list(items.map((item) => inline(item)))}`;
}
function secondsOf({ rounds }) {
	return rounds.reduce((sum, { seconds }) => sum + seconds, 0);
}
function foundIn({ rounds }) {
	const last = rounds.at(-1);
	if (last === void 0) return "";
	return [...last.openFindings.map((id) => `${id} open`), ...last.resolvedFindings.map((id) => `${id} resolved`)].join(", ");
}

// src/report/sections.ts
/** Everything below the story, the same wherever the whole report stands. What must be seen is not folded. */
function reportSections(state, detail, cost = costSection(state, detail)) {
	return paragraphs(openSection(state, detail), heldBackSection(state, detail), acceptanceSection(state, detail), checksSection(state, detail), stepsSection(state, detail), reviewSection(state, detail), conditionsSection(state, detail), cost, scopeSection(state, detail), taskSection(state, detail), confinementLine(state), notesSection(state, detail));
}
/** What must be seen, for a comment beside a report. */
function shortSections(state, detail) {
	return paragraphs(openSection(state, detail), heldBackSection(state, detail), checksSection(state, {
		...detail,
		output: 0
	}), state.publication === null ? costSection(state, detail) : "", notesSection(state, detail));
}
function taskSection(state, detail) {
	if (state.taskFile === null || detail.task === 0 || !detail.folded) return "";
	return details("Task, as the coder was given it", fence(shorten(state.taskFile, detail.task), "text"));
}
/** What could not be done and why. */
function notesSection(state, detail) {
	const notes = [.../* @__PURE__ */ new Set([...state.notes, ...state.publication?.notes ?? []])].slice(0, detail.rows).map((note) => inline(note, detail.text));
	const all = [accountsNote(state), ...notes].filter((note) => note !== "");
	return all.length === 0 ? "" : paragraphs("### Worth knowing", list(all));
}

// src/report/story.ts
const BOXES = {
	done: "[x]",
	doing: "[ ]",
	todo: "[ ]",
	failed: "[ ]"
};
/** The steps so far as a checklist; the one that is being done stands out. */
function stepList(state) {
	return list(state.steps.slice(-40).map((step) => `${BOXES[step.state]} ${stepText(step)}`));
}
/** The same when it is over, folded. */
function stepsFolded(state, detail) {
	if (state.steps.length === 0 || !detail.folded) return "";
	return details(`How it went: ${count(state.steps.length, "step")}`, stepList(state));
}
/** What was tried, a line for each round; empty before the first was judged. */
function roundsTried(state) {
	if (state.rounds.length === 0) return "";
	return paragraphs("What was tried:", list(state.rounds.slice(-10).map(roundLine)));
}
function stepText(step) {
	const text = inline(step.text, 200);
	if (step.state === "doing") return `**${text.replace(" · ", "** · ")}${text.includes(" · ") ? "" : "**"}`;
	return step.state === "failed" ? `❌ ${text}` : text;
}
function roundLine(round) {
	const name = round.number === 0 ? "First attempt" : `Fix ${round.number}`;
	const pivot = round.pivoted ? ", told to take another approach" : "";
	const broken = round.brokenChecks.length === 0 ? "" : `; broken: ${inline(round.brokenChecks.join(", "), 200)}`;
	const resolved = round.resolvedFindings.length === 0 ? "" : `; resolved so far: ${inline(round.resolvedFindings.join(", "), 120)}`;
	const open = round.openFindings.length === 0 ? nothingOpen(round) : `; open: ${inline(round.openFindings.join(", "), 120)}`;
	return `${name}${pivot}: ${count(round.filesChanged, "file")}, ${round.verdict}${broken}${open}${resolved} (${formatDuration(round.seconds * 1e3)})`;
}
function nothingOpen(round) {
	return round.verdict === "inconclusive" ? "; no review to rely on" : "; nothing open";
}

// src/report/ending.ts
/** How a run ended, as the beginning of its status comment: what happened, why, what to do next. */
function ending(run, detail) {
	switch (run.outcome) {
		case null: return "";
		case "published": return published(run, detail);
		case "needs-human": return needsHuman(run);
		case "no-changes": return noChanges(run);
		case "declined": return paragraphs(`**Declined** · ${why(run)}`, `Once that is settled: ${runAgain(run)}.`);
		case "failed": return paragraphs(line("❌ Failed", run), alert("CAUTION", failureParts(run)));
		case "answered": return paragraphs(line("✅ Done", run), prose(run.summary));
		case "planned": return paragraphs(line("📋 A plan, and nothing changed yet", run), planText(run), choicesPart(run));
	}
}
function published(run, detail) {
	return paragraphs(line(standingWords(run), run), prose(run.summary, detail.folded ? 1500 : 500), nextStep(run), notice(run));
}
function needsHuman(run) {
	if (run.question !== null) return paragraphs(line("❔ A question first", run), why(run), run.question);
	if (run.invocation.command === "review") return paragraphs(line("⚠️ Not all of it was reviewed", run), why(run), choicesPart(run));
	if (run.publication === null && run.change === null) {
		const asks = run.plan === null ? "" : planText(run);
		return paragraphs(line("❔ A person is needed before the work begins", run), why(run), asks, choicesPart(run));
	}
	const words = standingOf(run) === "open" ? `⚠️ ${stoppedText(run).slice(0, -1)}: your turn` : standingWords(run);
	return paragraphs(line(words, run), alert("WARNING", [`${why(run)} ${whereTheWorkIs(run)}`, choicesPart(run)]), roundsTried(run));
}
function noChanges(run) {
	const words = prose(run.summary, 1500);
	return paragraphs(line("No changes", run), `The coder worked on it and left every file as it was. Nothing was published. ${run.reason === null ? "" : why(run)}`.trim(), words === "" ? "" : `What it said:\n\n${quoted(words)}`, `If something should be different, say which file and which behaviour; ${runAgain(run)}.`);
}
/** Where the work is and what to do with it. */
function nextStep(run) {
	const { publication } = run;
	if (publication === null) return "";
	const change = changeText(run);
	if (publication.pullRequest === null || publication.aside !== null) return `${whereTheWorkIs(run)} It has ${change}.`;
	const { number, url, draft, own } = publication.pullRequest;
	if (!own) return `Pushed to ${codeSpan(publication.branch)} of this pull request: ${change}.`;
	if (draft) return `Draft pull request ${link(`#${number}`, url)}: ${change}.`;
	return `Pull request ${link(`#${number}`, url)}: ${change}. It is ready for your review.`;
}
function line(words, run) {
	const pullRequest = run.publication?.pullRequest;
	const where = pullRequest?.own === true ? [`${pullRequest.draft ? "draft " : ""}${link(`#${pullRequest.number}`, pullRequest.url)}`] : [];
	return [
		`**${words}**`,
		...where,
		...facts(run)
	].join(" · ");
}
function quoted(markdown) {
	return markdown.split("\n").map((text) => `> ${text}`.trimEnd()).join("\n");
}

// src/report/requester.ts
/** Who asked for the run and how: `octocat, through the label`. Mentioned, and so notified, only where a person is needed. */
function requester(state) {
	const { actor, event, commentId } = state.invocation;
	const means = commentId === null ? viaEvent(event.name) : "in a comment";
	if (actor === null) return `started ${means}`;
	return `requested by ${(state.outcome === "needs-human" || state.outcome === "failed") && actor.kind === "person" && /^[a-z\d](?:-?[a-z\d]){0,38}$/i.test(actor.login) ? `@${actor.login}` : escapeMarkdown(actor.login)} ${means}`;
}
function viaEvent(name) {
	if (name === "schedule") return "by its schedule";
	if (name === "issues" || name === "pull_request") return "through the label";
	return "by a dispatch";
}

export { costText as A, formatNumber as B, spentRun as C, joinSpending as D, addRun as E, fixRounds as F, fence as G, codeSpan as H, standingOf as I, table as J, link as K, count as L, openText as M, standingWords as N, inline as O, commentCarriesReport as P, revealInvisible as Q, formatDuration as R, spendingSection as S, RUN_ENDS as T, details as U, reckoned as V, escapeMarkdown as W, plainLine as X, logLines as Y, shorten as Z, SUMMARY_LIMIT as _, reportSections as a, goOn as b, place as c, roundsPlot as d, accountsNote as f, BODY_LIMIT as g, notice as h, stepsFolded as i, headline as j, prose as k, costSummary as l, list as m, ending as n, shortSections as o, changeText as p, paragraphs as q, stepList as r, openFinding as s, requester as t, costTable as u, firstRows as v, NO_RUNS as w, sentence as x, fit as y, formatMoney as z };