// src/text/spelling.ts
/**
* Sources of regular expressions for the ways in which a secret is written: plainly, percent-encoded, escaped as in JSON,
* hexadecimal, base64.
*/
function spellings(secret) {
	return [
		plain(secret),
		hexadecimal(secret),
		...base64(secret)
	];
}
const LINE_END = String.raw`(?:\r?\n|\\n)?`;
const SHARED = String.raw`[A-Za-z0-9+\/_\-]?`;
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;
/** Each character as itself, percent-encoded or escaped: encoders differ on which ones they touch. */
function plain(secret) {
	return Array.from(secret, (character) => `(?:${waysToWrite(character).join("|")})`).join("");
}
function waysToWrite(character) {
	const percent = [...Buffer.from(character)].map((byte) => `%${hexPair(byte)}`).join("");
	const unit = character.charCodeAt(0);
	const unicode = `\\\\u${hexPair(unit >> 8)}${hexPair(unit & 255)}`;
	return [
		...{
			" ": [String.raw`\+`],
			"\n": [
				String.raw`\\n`,
				String.raw`\r\n`,
				String.raw`\\r\\n`,
				"%0[dD]%0[aA]"
			],
			"	": [String.raw`\\t`],
			"\"": [String.raw`\\"`],
			"/": [String.raw`\\\/`],
			"\\": [String.raw`\\\\`]
		}[character] ?? [],
		character.replace(SYNTAX, String.raw`\$&`),
		percent,
		unicode
	];
}
/** Dumps separate the bytes by spaces, colons and line ends. */
function hexadecimal(secret) {
	return [...Buffer.from(secret)].map(hexPair).join(String.raw`[\s:]{0,2}`);
}
function hexPair(byte) {
	return byte.toString(16).padStart(2, "0").replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
/**
* Inside a longer text the secret starts at one of three positions within base64's groups of three bytes. The characters
* that it alone determines are searched for; a neighbour that it shares goes with them. Encoders break lines anywhere.
*/
function base64(secret) {
	return [
		0,
		1,
		2
	].map((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
		const from = Math.ceil(before * 8 / 6);
		const to = Math.floor(bytes.length * 8 / 6);
		const own = Array.from(bytes.toString("base64").slice(from, to), base64Character).join(LINE_END);
		const left = before === 0 ? "" : `${SHARED}${LINE_END}`;
		const right = bytes.length % 3 === 0 ? "" : `${LINE_END}${SHARED}={0,2}`;
		return left + own + right;
	});
}
function base64Character(character) {
	if (character === "+" || character === "-") return String.raw`[+\-]`;
	if (character === "/" || character === "_") return String.raw`[\/_]`;
	return character;
}

// src/text/redact.ts
const REDACTED = "‹redacted›";
/** Below this length a secret is a word that stands in ordinary text. */
const SHORTEST = 6;
/** Lines of a secret of many lines are secrets of their own from this length on. */
const SHORTEST_LINE = 16;
/** Formats that are secrets whoever they belong to. */
const FORMATS = [
	/-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/,
	/(?<![A-Za-z0-9])gh[opusr]_[A-Za-z0-9_.-]{20,}/,
	/(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{20,}/,
	/(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}/,
	/(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/,
	/(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}/,
	/(?<![A-Za-z0-9])[sr]k[-_](?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{20,}/,
	/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
	/(?<![A-Za-z0-9])xox[a-z]-[A-Za-z0-9-]{10,}/,
	/(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/,
	/(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
	/(?<=:\/\/)[^\s/:@]+:[^\s/@]+(?=@)/
];
/** What in a text looks like a token or private key of anybody's. */
function tokensIn(text) {
	return FORMATS.flatMap((format) => [...text.matchAll(new RegExp(format, "gu"))].map(([token]) => token));
}
/**
* Replaces these secrets, as they are and in base64, hexadecimal, percent and JSON writing, and whatever looks like a
* token or private key. Secrets of fewer than six characters are left alone.
*/
function createRedactor(secrets) {
	const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).filter((line) => line.trim().length >= SHORTEST_LINE);
	const sources = [...[...new Set([...secrets, ...lines].map((secret) => secret.trim()).filter((secret) => secret.length >= SHORTEST))].toSorted((left, right) => right.length - left.length).flatMap(spellings), ...FORMATS.map((format) => format.source)];
	const pattern = new RegExp(sources.join("|"), "gu");
	return (text) => text.replaceAll(pattern, REDACTED);
}
/** A copy of plain data with every string in it redacted, keys of records included. */
function redactAll(data, redact) {
	const copy = structuredClone(data);
	redactInside(copy, redact);
	return copy;
}
function redactInside(value, redact) {
	if (typeof value !== "object" || value === null) return;
	for (const [key, item] of Object.entries(value)) {
		const safeKey = Array.isArray(value) ? key : redact(key);
		if (safeKey !== key) Reflect.deleteProperty(value, key);
		if (typeof item === "string") Reflect.set(value, safeKey, redact(item));
		else if (safeKey !== key) Reflect.set(value, safeKey, item);
		redactInside(item, redact);
	}
}

export { redactAll as n, tokensIn as r, createRedactor as t };