// src/text/readings.ts
/** One character as hexadecimal, decimal and octal escapes write it. */
const ESCAPED = /(?:%|\\x|\\u00|\\u\{0{0,6}|&#x0{0,6})([0-9a-f]{2})[};]?|&#0{0,6}(\d{2,3});|\\o?0?(1[0-7]{2}|[4-7][0-7])/;
/** Each takes linear time. */
const RULES = {
	/** Without what nobody sees, escapes decoded. */
	plain: rule(`${ESCAPED.source}|${/[\p{Default_Ignorable_Code_Point}\p{Cf}]+/u.source}`, decoded),
	/** Without all that may stand between two pieces; `+` and `-`, in which the two alphabets of base64 differ, among it. */
	letters: rule("[^a-z0-9]+", null),
	decodedLetters: rule(`${ESCAPED.source}|${/\\[nrt]|\\u[0-9a-f]{4}|‹U\+[0-9a-f]+(?:×\d+)?›/.source}|(?:\\\\[^a-z0-9]|[^a-z0-9%&‹\\\\])+|[%&‹\\\\]`, (groups) => lettersOf(decoded(groups))),
	/** What stands between quotation marks, one after the other. */
	literals: rule(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\\n]|\\.)*)`|(?:\\[^]|[^"'`\\])+|["'`\\]/.source, ([double, single, back]) => lettersOf(double ?? single ?? back ?? "")),
	hexadecimal: rule(String.raw`\\x|\\u00|0x|&#x0{0,6}|[^a-z0-9]+`, null),
	digits: rule(String.raw`\D+`, null)
};
/** The text read in one of the ways in which a value is written. */
function readAs(name, original) {
	const rule = RULES[name];
	const { pattern, read } = rule;
	const text = read === null ? original.replaceAll(pattern, "") : original.replaceAll(pattern, (_, ...groups) => read(groups));
	let runs = null;
	return {
		text,
		placeOf(start, end) {
			runs ??= runsOf(original, rule);
			return {
				start: placeAt(runs, start).start,
				end: placeAt(runs, end - 1).end
			};
		}
	};
}
function lettersOf(text) {
	return text.replaceAll(/[^A-Za-z0-9]+/g, "");
}
function rule(source, read) {
	return {
		pattern: new RegExp(source, "giu"),
		read
	};
}
function decoded([hexadecimal, decimal, octal]) {
	if (hexadecimal !== void 0) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
	if (decimal !== void 0) return String.fromCharCode(Number(decimal));
	return octal === void 0 ? "" : String.fromCharCode(Number.parseInt(octal, 8));
}
function* piecesOf(text, { pattern, read }) {
	let done = 0;
	for (const match of text.matchAll(pattern)) {
		if (match.index > done) yield {
			start: done,
			end: match.index,
			said: text.slice(done, match.index)
		};
		done = match.index + match[0].length;
		yield {
			start: match.index,
			end: done,
			said: read === null ? "" : read(match.slice(1))
		};
	}
	yield {
		start: done,
		end: text.length,
		said: text.slice(done)
	};
}
function runsOf(text, rule) {
	const runs = [];
	let at = 0;
	for (const { start, end, said } of piecesOf(text, rule)) {
		if (said === "") continue;
		runs.push({
			start,
			end,
			at,
			length: said.length
		});
		at += said.length;
	}
	return runs;
}
/** One character's place: its own where it was left as it is, else that of all that was read with it. */
function placeAt(runs, at) {
	let [low, high] = [0, runs.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((runs[middle]?.at ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	const run = runs[low] ?? {
		start: 0,
		end: 0,
		at: 0,
		length: 0
	};
	if (run.end - run.start !== run.length) return run;
	const start = run.start + at - run.at;
	return {
		start,
		end: start + 1
	};
}

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

// src/text/value-search.ts
/** Below this length a value is a word that stands in ordinary text. */
const SHORTEST = 6;
/** Lines of a value of many lines are values of their own from this length on. */
const SHORTEST_LINE = 16;
/** What is looked for across quotation marks, blanks and line ends is told from chance from this length on. */
const SHORTEST_PIECED = 10;
/** The values that are looked for: those long enough, and the longer lines of those of many lines. */
function soughtValues(values) {
	const lines = values.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length >= SHORTEST_LINE);
	return [...new Set([...values, ...lines].map((value) => value.trim()))].filter((value) => value.length >= SHORTEST);
}
/**
* Looks for the values as they are and in either case, in base64 and base64url at each of its three alignments, hexadecimal,
* percent-encoded, escaped or as numbers, and each of these in pieces: over lines, spaced, with characters between that
* nobody sees, between quotation marks and operators, in one literal after the other. What else a program or a person
* could put together again is found by nobody who does not do the same.
*/
function createValueSearch(values) {
	const sought = soughtValues(values).map((value) => ({
		value,
		spelled: spellingsOf(value)
	}));
	return (text) => {
		if (sought.length === 0) return [];
		const reader = createReader(text);
		return sought.flatMap(({ value, spelled }) => {
			const here = spelled.filter((spelling) => reader.read(spelling).includes(spelling.text));
			return here.length === 0 ? [] : [{
				value,
				places: () => here.flatMap((spelling) => reader.places(spelling))
			}];
		});
	};
}
const LETTERS = [
	"letters",
	"decodedLetters",
	"literals"
];
function spellingsOf(value) {
	const bytes = Buffer.from(value);
	const letters = [{
		text: lettersOf(value).toLowerCase(),
		folded: true
	}, ...base64Of(bytes).map((encoded) => ({
		text: lettersOf(encoded),
		folded: false
	}))].filter(({ text }) => text.length >= SHORTEST_PIECED);
	const numbers = [[...bytes].join(""), ...NUMBERS.map(([base, width]) => digitsOf(bytes, base, width))];
	return [
		{
			reading: "plain",
			text: value,
			folded: false
		},
		...letters.flatMap((spelling) => LETTERS.map((reading) => ({
			...spelling,
			reading
		}))),
		{
			reading: "hexadecimal",
			text: bytes.toString("hex"),
			folded: true
		},
		...numbers.map((text) => ({
			reading: "digits",
			text,
			folded: false
		}))
	];
}
/** Base and width of a byte's number, as dumps print it. */
const NUMBERS = [
	[10, 3],
	[8, 3],
	[2, 8]
];
function digitsOf(bytes, base, width) {
	return Array.from(bytes, (byte) => byte.toString(base).padStart(width, "0")).join("");
}
/**
* Inside a longer text the value starts at one of three positions within base64's groups of three bytes. The characters
* that it alone determines are looked for.
*/
function base64Of(value) {
	return [
		0,
		1,
		2
	].map((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), value]);
		return bytes.toString("base64").slice(Math.ceil(before * 8 / 6), Math.floor(bytes.length * 8 / 6));
	});
}
/** Reads the text once in each way that is asked for. */
function createReader(text) {
	const readings = /* @__PURE__ */ new Map();
	const readingOf = (name) => {
		const known = readings.get(name);
		if (known !== void 0) return known;
		const reading = readAs(name, text);
		const made = {
			...reading,
			folded: reading.text.toLowerCase()
		};
		readings.set(name, made);
		return made;
	};
	const read = ({ reading, folded }) => folded ? readingOf(reading).folded : readingOf(reading).text;
	return {
		read,
		places(of) {
			const heap = read(of);
			const found = [];
			for (let at = heap.indexOf(of.text); at >= 0; at = heap.indexOf(of.text, at + of.text.length)) found.push(readingOf(of.reading).placeOf(at, at + of.text.length));
			return found;
		}
	};
}

// src/text/redact.ts
const REDACTED = "‹redacted›";
/** So many letters and digits are told from chance in each of their writings. */
const SEARCHED_ALONE = 16;
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
* Replaces these secrets, as they are, encoded and in pieces as `createValueSearch` tells, and whatever looks like a token
* or private key. Secrets of fewer than six characters are left alone.
*/
function createRedactor(secrets) {
	const longestFirst = soughtValues(secrets).toSorted((left, right) => right.length - left.length);
	const formats = FORMATS.map((format) => format.source);
	const anybodys = new RegExp(formats.join("|"), "gu");
	const all = new RegExp([...longestFirst.flatMap(spellings), ...formats].join("|"), "gu");
	const search = createValueSearch(secrets);
	const isEnough = longestFirst.every((secret) => lettersOf(secret).length >= SEARCHED_ALONE);
	return redactorOf((text) => {
		if (isEnough && search(text).length === 0) return text.replaceAll(anybodys, REDACTED);
		const rest = text.replaceAll(all, REDACTED);
		return without(rest, search(rest).flatMap(({ places }) => places()));
	});
}
/** A redactor that is another one later, as more becomes known. */
function lateRedactor(current) {
	return redactorOf((text) => current()(text));
}
function redactorOf(redact) {
	if (isRedactor(redact)) return redact;
	throw new TypeError("No redactor");
}
function isRedactor(redact) {
	return typeof redact === "function";
}
/** Places that meet are one. */
function without(text, places) {
	let safe = "";
	let done = 0;
	for (const { start, end } of places.toSorted((left, right) => left.start - right.start)) {
		if (start >= done) safe += text.slice(done, start) + REDACTED;
		done = Math.max(done, end);
	}
	return safe + text.slice(done);
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

export { createValueSearch as a, tokensIn as i, lateRedactor as n, redactAll as r, createRedactor as t };