import { i as __toESM } from "./rolldown-runtime.js";
import { n as Failure, r as asFailure } from "./failure2.js";
import { Gt as array, Pn as looseObject, _r as union, ar as string, tr as record, vr as unknown } from "./zod.js";
import { _ as titleText, a as bodyText, h as standingBody, l as labelText, o as commentText, s as commitText, t as NO_SECRETS, u as logLine } from "./text-sinks.js";
import { n as isBlocking, r as isOpen } from "./finding.js";
import { D as fence, F as redactRun, O as link, P as leaving, h as standingOf, i as joinSpending, k as paragraphs, l as headline, r as addRun, t as NO_RUNS, w as codeSpan } from "./ledger-spending.js";
import { t as PATCH_FILE } from "./report-outputs.js";
import { S as goOn, i as reportSections, r as spentRun, t as listAtEnd, u as codersWords, v as notice } from "./report-spending.js";
import { f as fit, l as BODY_LIMIT, n as changeText } from "./report-scope.js";
import { d as OWN_BRANCHES, p as isOfFork } from "./text-state-text.js";
import { C as readDescription, S as partsOf, a as commitChange, b as describe, c as compareUrl, i as withAcceptances, l as guardChange, m as require_picomatch, s as commandsFor, t as keepHeldFiles, x as listRuns, y as NO_WORDS } from "./pipeline-kept-held-files.js";
import { writeFile } from "node:fs/promises";
import { join, posix } from "node:path";

// src/check/defining-files.ts
/** What no project comes to; the rest is not followed. */
const MOST = 400;
/** Folders of tools: what a script there takes in is a part of it, and not what the checks are about. */
const OF_TOOLS = /^(?:[^/]+\/)*(?:scripts?|tools?|tooling|bin|ci|\.ci|hack|tasks|\.github|config|\.config)\//;
const SHELL = /(?:\.(?:sh|bash|zsh|ps1|bat|cmd)|(?:^|\/)[^./]+)$/;
const MAKE = /(?:(?:^|\/)(?:GNU)?[Mm]akefile|\.mk)$/;
/**
* Files of the baseline that commands and settings of tools lead to: scripts that they start and what those start,
* included makefiles, what settings extend, import, or name as set-up of the tests.
*/
async function definingFiles({ files, settings, commands, read }) {
	const found = /* @__PURE__ */ new Set();
	const waiting = settings.slice(0, MOST).map((path) => ({
		path,
		isSetting: true
	}));
	const add = (path) => {
		if (path === null || found.has(path) || found.size >= MOST) return;
		found.add(path);
		waiting.push({
			path,
			isSetting: false
		});
	};
	for (const [folder, texts] of commands) for (const word of texts.flatMap(wordsOf$1)) add(resolve$1(word, {
		from: folder,
		files
	}));
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		const { path, isSetting } = next;
		const from = posix.dirname(path);
		for (const name of namesIn(path, await read(path), isSetting)) {
			const to = resolve$1(name, {
				from,
				files
			}) ?? resolve$1(name, {
				from: ".",
				files
			});
			if (isSetting || MAKE.test(path) || isOfTools(to)) add(to);
		}
	}
	return found;
}
function isOfTools(path) {
	return path !== null && (OF_TOOLS.test(path) || SHELL.test(path));
}
/** What a file names that another one's content comes from; what is under test is left to the review. */
function namesIn(path, text, isSetting) {
	const whole = text.slice(0, 262144);
	if (MAKE.test(path)) return [...includes(whole), ...wordsOf$1(whole)];
	if (SHELL.test(path)) return wordsOf$1(whole);
	if (isSetting) return [...imports(whole), ...named$1(whole)];
	return OF_TOOLS.test(path) ? [...imports(whole), ...wordsOf$1(whole)] : [];
}
function wordsOf$1(text) {
	return text.split(/[\s"'`&|;()=<>,$[\]{}]+/).filter((word) => word !== "" && word.length < 300);
}
function includes(text) {
	return [...text.matchAll(/^\s*-?s?include\s+(.+)$/gm)].flatMap(([, names = ""]) => names.trim().split(/\s+/));
}
function imports(text) {
	return [...text.matchAll(/(?:from|import|require)\s*\(?\s*["'`](\.{1,2}\/[^"'`\n]+)["'`]/g)].map(([, name = ""]) => name);
}
const KEYS = /["']?\b(?:setupFiles\w*|globalSetup|globalTeardown|extends|presets?|require|import|reporters?|testEnvironment|runner|testRunner|snapshotSerializers|pool|environment|plugins?|pytest_plugins|extend|(?:package\.)?build)["']?\s*[:=]\s*(\[[^\]]*\]|["'`][^"'`\n]*["'`])/g;
/** Files that settings take in by name. */
function named$1(text) {
	return [...text.matchAll(KEYS)].flatMap(([, value = ""]) => [...value.matchAll(/["'`]([^"'`\n]+)["'`]/g)].map(([, name = ""]) => name.replace("<rootDir>/", "")));
}
const ENDINGS = [
	"",
	".js",
	".ts",
	".mjs",
	".cjs",
	".mts",
	".cts",
	".json",
	".sh",
	".py",
	"/index.js",
	"/index.ts"
];
function resolve$1(name, { from, files }) {
	const path = posix.join(from, name);
	return [path, path.replace(/\.[cm]?js$/, "")].flatMap((one) => ENDINGS.map((ending) => one + ending)).find((one) => files.has(one)) ?? null;
}

// src/check/given.ts
/**
* A name has none of the characters that commands are made of, and white space after its colon: `npm run a:b` and
* `curl https://…` have no name.
*/
const NAMED = /^(?<name>[\p{L}\p{N}][\p{L}\p{N} ._/()+-]{0,59}?)\s*:\s+(?<command>\S.*)$/u;
const NAME_ALONE = /^[\p{L}\p{N} ._/()+-]*:$/u;
const REMEDY = "Write one check a line as `name: command`, for example `test: npm test`; the name may be left out.";
/** Checks as a person gave them, one a line; lines that start with `#` are comments. */
function parseChecks(given) {
	const checks = linesOf(given.text).map((line) => parseCheck(line, given));
	const repeated = checks.find(({ name }, at) => checks.findIndex((other) => other.name === name) !== at);
	if (repeated !== void 0) throw malformed(given, `has the name “${repeated.name}” twice`);
	return checks;
}
/** Setup commands as a person gave them, one a line. */
function parseSetup(given) {
	const commands = linesOf(given.text);
	return commands.length === 0 ? null : {
		commands,
		source: given.source
	};
}
function parseCheck(line, given) {
	if (line.startsWith(":")) throw malformed(given, `has a line without a name before its colon: “${line}”`);
	if (NAME_ALONE.test(line)) throw malformed(given, `has a line without a command: “${line}”`);
	if (/\p{Cc}/u.test(line.replaceAll("	", " "))) throw malformed(given, `has a control character in “${line}”`);
	const { name = line, command = line } = NAMED.exec(line)?.groups ?? {};
	return {
		name: name.trim(),
		command: command.trim(),
		source: given.source
	};
}
function linesOf(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function malformed(given, what) {
	return new Failure("bad-input", `\`checks\` ${what} (${given.source}).`, { hint: REMEDY });
}

// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}

// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let HAS_WELLFORMED = !!"".isWellFormed;

// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/

// src/check/json.ts
/** Null for what is no JSON; a broken manifest is for the project's own tools to report. */
function parseJson(text) {
	try {
		return JSON.parse(text?.replace(/^\uFEFF/, "") ?? "null");
	} catch {
		return null;
	}
}

// src/check/manifest.ts
const table = record(string(), unknown());
const manifest = table.catch({});
/** Composer's scripts may be lists. */
const scripts = record(string(), union([string(), array(string()).transform((lines) => lines.join("\n"))]).catch("")).catch({});
/**
* What decides neither which packages are installed, from where, nor what the tools do. Everything else counts, so that
* a key that nobody thought of costs a look and not the truth.
*/
const FREE = {
	"package.json": /^(?:name|version|description|keywords|author|contributors|maintainers|funding|license|homepage|bugs|repository|private|files|main|module|browser|types|typings|typesVersions|exports|imports|sideEffects|man|unpkg|jsdelivr|publishConfig|lint-staged|husky|release|release-it|contributes|activationEvents|displayName|publisher|icon|categories)$/,
	"composer.json": /^(?:name|version|description|keywords|homepage|readme|time|license|authors|support|funding|archive)$/,
	"pyproject.toml": /^(?:project|tool\.poetry)\.(?:version|description|readme|license|license-files|authors|maintainers|keywords|classifiers|urls|homepage|repository|documentation)(?:\.|$)|^tool\.(?:commitizen|towncrier|semantic_release|bumpversion)(?:\.|$)/,
	"Cargo.toml": /^(?:workspace\.)?package\.(?:name|version|description|documentation|readme|homepage|repository|license|license-file|keywords|categories|authors|publish|include|exclude)(?:\.|$)/
};
/** What package managers run by themselves while they install. */
const WHILE_INSTALLING = /^(?:(?:pre|post)?(?:install|prepare)|prepublish|dependencies|(?:pnpm:)?devPreinstall|(?:pre|post)-[\w-]+)$/;
/** Files that define checks in parts of them only. */
function isManifest(path) {
	return FREE[nameOf$1(path)] !== void 0;
}
/** The scripts that commands come to call, directly or through others, by name. */
function scriptsUsed(text, commands) {
	const all = scriptsIn(text);
	const used = /* @__PURE__ */ new Map();
	const waiting = [...commands];
	for (let command = waiting.pop(); command !== void 0; command = waiting.pop()) for (const [name, script] of Object.entries(all)) {
		if (used.has(name) || !isCalled(name, command)) continue;
		used.set(name, script);
		waiting.push(script);
	}
	return used;
}
/** The scripts that an installation comes to call, by name. */
function scriptsInstalling(text) {
	return scriptsUsed(text, Object.keys(scriptsIn(text)).filter((name) => WHILE_INSTALLING.test(name)));
}
function scriptsIn(text) {
	return scripts.parse(manifest.parse(parseJson(text))["scripts"]);
}
/** Any word of the command may be the name: what is counted too much costs a look, what is missed costs the truth. */
function isCalled(name, command) {
	const target = name.replace(/^(?:pre|post)(?=\w)/, "");
	return command.split(/[\s"'&|;()]+/).some((word) => {
		if (word.endsWith("*")) return name.startsWith(word.replace(/\*+$/, ""));
		return word !== "" && (word === name || word === target);
	});
}
/** Which parts of a manifest that say what a check is, or what it is run with, differ between two texts of it. */
function definitionsChanged(file, texts, commands) {
	if (texts.before === texts.after) return [];
	const one = keysOf(file, texts.before);
	const other = keysOf(file, texts.after);
	if (one === null || other === null) return ["cannot be read"];
	const keys = [.../* @__PURE__ */ new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
	const changed = [...scriptsChanged(file, texts, commands), ...new Set(keys.map(quoted))];
	return changed.length > MOST_NAMED ? [...changed.slice(0, MOST_NAMED), `${changed.length - MOST_NAMED} more`] : changed;
}
const MOST_NAMED = 8;
/** What a manifest holds besides what decides nothing, for what it names. */
function decidingText(file, text) {
	return [...keysOf(file, text) ?? []].map(([key, value]) => `"${key}": ${value}`).join("\n");
}
function scriptsChanged(file, { before, after }, commands) {
	if (!file.endsWith(".json")) return [];
	const [one, other] = [before, after].map((text) => new Map([...scriptsUsed(text, commands), ...scriptsInstalling(text)]));
	return [.../* @__PURE__ */ new Set([...one?.keys() ?? [], ...other?.keys() ?? []])].filter((key) => one?.get(key) !== other?.get(key)).map((key) => `script ${quoted(key)}`);
}
/** The deciding keys with their values; null for what the tools may read in another way than we do. */
function keysOf(file, text) {
	const all = file.endsWith(".toml") ? parseToml(text) : table.safeParse(parseJson(text === "" ? "{}" : text)).data;
	const free = FREE[nameOf$1(file)];
	if (all === void 0 || free === void 0) return null;
	const keys = file.endsWith(".toml") ? flat(all, []) : Object.entries(all).filter(([key]) => key !== "scripts").map(([key, value]) => [key, JSON.stringify(value)]);
	const names = takesAPlace(file, all) ? [["name", JSON.stringify(all["name"])]] : [];
	return new Map([...keys.filter(([key]) => !free.test(key)), ...names]);
}
/** By its name a package of a workspace is linked, a program is called, and a package finds itself before all others. */
function takesAPlace(file, all) {
	if (nameOf$1(file) !== "package.json" || all["name"] === void 0) return false;
	return file !== "package.json" || all["exports"] !== void 0 || all["bin"] !== void 0;
}
function parseToml(text) {
	try {
		return parse(text);
	} catch {
		return;
	}
}
/** By dotted key, however it is spelt in the file. */
function flat(value, path) {
	const inner = Array.isArray(value) || path.length === MOST_PARTS ? void 0 : table.safeParse(value).data;
	if (inner === void 0) return [[path.join("."), JSON.stringify(value)]];
	return Object.entries(inner).flatMap(([key, one]) => flat(one, [...path, key]));
}
const MOST_PARTS = 3;
function quoted(key) {
	return /^[\w.:@/*-]{1,80}$/.test(key) ? `\`${key}\`` : "a key of an unusual name";
}
function nameOf$1(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}

// src/check/python-names.ts
/** Modules of Python's standard library, of all versions in use. */
const STANDARD_LIBRARY = new Set(`
  __future__ _abc _aix_support _android_support _apple_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2
  _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc
  _colorize _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm
  _decimal _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io
  _ios_support _json _locale _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode
  _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydecimal _pyio _pylong _pyrepl
  _queue _random _scproxy _sha1 _sha2 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat
  _statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter
  _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc annotationlib
  antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2
  cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression
  concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm
  decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
  fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq
  hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3
  linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt
  multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib
  pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd
  py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
  sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
  sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau
  symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit
  tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
  unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
  zipfile zipimport zlib zoneinfo
`.trim().split(/\s+/));
/** What runners, linters and type checkers of Python are made of. */
const PYTHON_TOOLS = new Set(`
  pytest _pytest py pluggy iniconfig packaging exceptiongroup tomli pygments colorama coverage xdist execnet hypothesis
  nose nose2 tox nox green behave robot ward testtools testscenarios fixtures stestr zope twisted trial
  mypy mypyc mypy_extensions typing_extensions pyright ruff flake8 pycodestyle pyflakes mccabe pylint astroid isort black
  blib2to3 click platformdirs pathspec bandit invoke anyio trio pip setuptools _distutils_hack pkg_resources wheel
  hatchling flit_core poetry uv virtualenv distlib filelock attr attrs sortedcontainers mock freezegun
`.trim().split(/\s+/));

// src/check/python-modules.ts
const MODULE = /^(\w+)(?:\.[\w-]+)*\.(?:py|pyc|so|pyd)$/;
/**
* New modules that stand in front of the standard library's, of a tool's or of a dependency's: Python looks beside what
* it runs before it looks at what is installed. Inside a package nothing is looked up by its bare name.
*/
function modulesInFront({ changed, files, dependencies }) {
	const added = changed.filter((path) => !files.has(path));
	const taken = (name) => STANDARD_LIBRARY.has(name) || PYTHON_TOOLS.has(name) || name.startsWith("pytest_") || dependencies.has(name);
	return added.filter((path) => {
		const name = moduleName(path);
		if (name === null || !taken(name)) return false;
		return !isInsidePackage(posix.basename(path).startsWith("__init__.") ? posix.dirname(posix.dirname(path)) : posix.dirname(path), {
			files,
			added
		});
	});
}
/** By which name the file is imported, when that is not for its package to say. */
function moduleName(path) {
	const [, name = ""] = MODULE.exec(posix.basename(path)) ?? [];
	if (name === "") return null;
	if (name !== "__init__") return name;
	const folder = posix.basename(posix.dirname(path));
	return folder === "." ? null : folder;
}
/** A folder that the change itself makes is a package by its own files; another one only by what it had before. */
function isInsidePackage(folder, { files, added }) {
	if (folder === ".") return false;
	const marker = `${folder}/__init__.py`;
	if (files.has(marker)) return true;
	return ![...files].some((path) => path.startsWith(`${folder}/`)) && added.includes(marker);
}
const REQUIREMENTS = /(?:^|\/)[^/]*requirements[^/]*\.(?:txt|in)$/;
const LOCK = /(?:^|\/)(?:uv|poetry|pdm)\.lock$/;
const PROJECT = /(?:^|\/)pyproject\.toml$/;
/** Whether a file says what a Python project depends on. */
function namesDependencies(path) {
	return [
		REQUIREMENTS,
		LOCK,
		PROJECT
	].some((pattern) => pattern.test(path));
}
/** The names of dependencies in such a file: what is written with `-` is imported with `_`. */
function dependenciesIn(path, text) {
	return [...text.matchAll(patternFor(path))].map(([, name = ""]) => name.toLowerCase().replaceAll(/[.-]/g, "_"));
}
function patternFor(path) {
	if (REQUIREMENTS.test(path)) return /^\s*([A-Za-z][\w.-]*)/gm;
	if (LOCK.test(path)) return /^name = "([\w.-]+)"/gm;
	return /["']([A-Za-z][\w.-]*)\s*(?:\[[\w, -]*\]\s*)?(?:[<>=~!]=|[<>@])/g;
}

// src/check/setup-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Manifests with parts that decide nothing; build files, which count for the commands that go by them. */
const IN_PARTS = ["**/{package.json,composer.json,pyproject.toml,Cargo.toml}"];
const BUILDS = ["**/{pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,mix.exs}"];
const PROJECTS = ["**/*.{csproj,fsproj,vbproj,sln}"];
/** Which packages are installed, from where, and what is run meanwhile: at any depth, for projects of several packages. */
const WHOLE = [
	"**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb,deno.lock}",
	"**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.pnpmfile.mjs,binding.gyp}",
	"**/{setup.py,setup.cfg,uv.lock,uv.toml,poetry.lock,poetry.toml,pdm.lock,pylock*.toml,Pipfile,Pipfile.lock,pip.conf}",
	"**/*{requirements,constraints}*.{txt,in}",
	"**/requirements/**/*.{txt,in}",
	"**/{environment.yml,environment.yaml,pixi.toml,pixi.lock,conda-lock.yml,flake.nix,flake.lock,shell.nix}",
	"**/{Cargo.lock,go.mod,go.sum,go.work,go.work.sum}",
	"**/{gradle.lockfile,libs.versions.toml,verification-metadata.xml,gradle-wrapper.properties,gradle-wrapper.jar}",
	"**/{packages.lock.json,packages.config,Directory.Packages.props,dotnet-tools.json,[Nn]u[Gg]et.[Cc]onfig}",
	"**/{composer.lock,Gemfile,Gemfile.lock,gems.rb,gems.locked,*.gemspec,.bundle/config,mix.lock,rebar.lock}",
	"**/{Package.resolved,pubspec.yaml,pubspec.lock,stack.yaml.lock,cabal.project.freeze}"
];
const isWhole = (0, import_picomatch.default)(WHOLE, { dot: true });
const isSetupFile = (0, import_picomatch.default)([
	...IN_PARTS,
	...BUILDS,
	...PROJECTS,
	...WHOLE
], { dot: true });
/** Whether `setup` may come to another result with these files changed, and must be run again where checks run. */
function touchesSetup(files) {
	return files.some(({ path }) => isSetupFile(path));
}
/** Whether any part of the file may decide what the tools of the checks are installed from. */
function decidesTools(path) {
	return isWhole(path);
}
const lock = looseObject({ packages: record(string(), record(string(), unknown())) });
/** npm writes the project's own version into its lock file, which decides nothing. */
function sameButVersion(path, texts) {
	if (!/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path)) return false;
	const [before, after] = [texts.before, texts.after].map(withoutVersion);
	return before !== null && before === after;
}
function withoutVersion(text) {
	const { data } = lock.safeParse(parseJson(text));
	if (data === void 0) return null;
	const { "": own = {}, ...packages } = data.packages;
	return JSON.stringify({
		...data,
		version: null,
		packages: [{
			...own,
			version: null
		}, Object.entries(packages)]
	});
}

// src/check/tool-settings.ts
/** Settings of test runners, linters, compilers and task runners: which files count and what is an error. */
const named = (0, import_picomatch.default)([
	"**/{vitest,vite,jest,ava,karma,playwright,playwright-ct,cypress,wdio,eslint,prettier,stylelint,biome,oxlint,babel,xo,tap}.{config,conf}.*",
	"**/{vitest,jest}.{workspace,setup,preset}.*",
	"**/{biome.json,biome.jsonc,cypress.json,jasmine.json,bunfig.toml,.bunfig.toml,angular.json,mocha.opts,knip.{json,jsonc,ts,js},{cspell,dprint}.json}",
	"**/{.mocharc,.nycrc,.c8rc,.taprc,.eslintrc,.prettierrc,.stylelintrc,.oxlintrc,.babelrc,.swcrc}{,.*}",
	"**/{.eslintignore,.prettierignore,.stylelintignore,.editorconfig,.pre-commit-config.yaml,.yamllint*,.markdownlint*,.shellcheckrc}",
	"**/{ts,js}config*.json",
	"**/{gulpfile,Gulpfile,gruntfile,Gruntfile,Jakefile,.dependency-cruiser}{,.*}",
	"**/{pytest.ini,.pytest.ini,pytest.toml,tox.ini,tox.toml,setup.cfg,noxfile.py,conftest.py,.coveragerc,hatch.toml}",
	"**/{mypy.ini,.mypy.ini,ruff.toml,.ruff.toml,.flake8,.pylintrc,pylintrc,pyrightconfig.json}",
	"**/{clippy.toml,.clippy.toml,rustfmt.toml,.rustfmt.toml,nextest.toml,rust-toolchain,rust-toolchain.toml,build.rs}",
	"**/.cargo/config{,.toml}",
	"**/{.golangci.yml,.golangci.yaml,.golangci.toml,.golangci.json,staticcheck.conf,revive.toml,go.work}",
	"**/{phpunit.xml,phpunit.xml.dist,phpunit.dist.xml,psalm.xml,psalm.xml.dist,phpcs.xml,phpcs.xml.dist,.phpcs.xml}",
	"**/{phpstan*.neon,phpstan*.neon.dist,.php-cs-fixer*,pint.json,codeception*.yml,behat.yml,tests/Pest.php,tests/bootstrap.php}",
	"**/{.rspec,.shellspec,.rubocop*.yml,.standard.yml,Rakefile,.simplecov,spec/rails_helper.rb,cucumber.yml}",
	"**/{spec,test}_helper.{rb,sh,bash,exs}",
	"**/{config/test.exs,.credo.exs,.formatter.exs,coveralls.json}",
	"**/{*.runsettings,*.ruleset,Directory.Build.props,Directory.Build.targets,global.json,xunit.runner.json}",
	"**/{testng*.xml,junit-platform.properties,checkstyle*.xml,pmd*.xml,detekt*.yml,spotbugs*.xml}",
	"**/{dart_test.yaml,analysis_options.yaml,.swiftlint.yml,.clang-tidy,.clang-format}",
	"**/{turbo.json,nx.json,lerna.json,rush.json,.moon/**,moon.yml}",
	"**/{.env,.env.*,.tool-versions,.nvmrc,.node-version,.python-version,.ruby-version,sitecustomize.py,usercustomize.py,*.pth}",
	"**/{lib,test,spec}/{minitest,rspec}{.rb,/**/*.rb}"
], { dot: true });
/** Tools, and what they are made of, that stand in the tree itself. */
const inTheTree = (0, import_picomatch.default)(["**/{node_modules,.venv,venv,vendor,.yarn,patches}/**", "**/{.pnp.*,*.egg-info/**,*.dist-info/**,*.egg-link,__pycache__/**,*.pyc}"], { dot: true });
/** A tool that is known to no list names its settings by habit; below `src` such a name may be the product's own. */
const byHabit = (0, import_picomatch.default)(["**/*.{config,conf}.{js,cjs,mjs,ts,cts,mts,json}", "**/.*rc{,.json,.js,.cjs,.mjs,.ts,.yml,.yaml,.toml}"], {
	dot: true,
	ignore: ["**/src/**"]
});
/** Build files that define the tests too, for the commands that go by them. */
const BUILD_FILES = [
	[/\bmake\b/, ["**/{Makefile,makefile,GNUmakefile,*.mk}"]],
	[/\bmvn[wd]?\b/, [
		"**/pom.xml",
		"**/.mvn/**",
		"**/mvnw"
	]],
	[/\bgradlew?\b/, [
		"**/*.gradle",
		"**/*.gradle.kts",
		"**/gradle.properties",
		"**/gradlew",
		"**/buildSrc/**"
	]],
	[/\bsbt\b/, ["**/*.sbt", "**/project/*.{scala,properties}"]],
	[/\bant\b/, ["**/build.xml"]],
	[/\bbazel(?:isk)?\b/, ["**/{BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,.bazelrc,*.bzl}"]],
	[/\bdotnet\b/, ["**/*.{csproj,fsproj,vbproj,sln,slnx,slnf,props,targets}"]],
	[/\bnx\b/, ["**/project.json"]],
	[/\bdeno\b/, ["**/deno.{json,jsonc}"]],
	[/\brake\b/, ["**/*.rake"]],
	[/\bmix\b/, ["**/mix.exs"]],
	[/\brebar3\b/, ["**/rebar.config"]],
	[/\b(?:stack|cabal)\b/, ["**/{package.yaml,stack.yaml,*.cabal,cabal.project}"]],
	[/\bswift\b/, ["**/Package.swift"]],
	[/\b(?:cmake|ctest)\b/, ["**/{CMakeLists.txt,*.cmake,CMakePresets.json}"]],
	[/\b(?:meson|ninja)\b/, ["**/{meson.build,meson_options.txt,meson.options}"]],
	[/\bzig\b/, ["**/build.zig"]],
	[/\bdocker(?:-compose)?\b/, ["**/{Dockerfile*,*.Dockerfile,compose*.{yml,yaml},docker-compose*.{yml,yaml}}"]],
	[/\b(?:invoke|inv)\b/, ["**/tasks.py"]],
	[/\bjust\b/, ["**/{justfile,Justfile,.justfile}"]],
	[/\bmise\b/, ["**/{mise.toml,.mise.toml}"]],
	[/\btask\b/, ["**/{Taskfile,taskfile}{,.dist}.{yml,yaml}"]]
];
/** Whether a path belongs to the settings of a tool, whatever the checks are. */
function isToolSettings(path) {
	return !inTheTree(path) && (named(path) || byHabit(path));
}
/** Whether a path belongs to a tool itself, or to what one is made of. */
function isPartOfTool(path) {
	return inTheTree(path);
}
/** Whether commands go by a build file. */
function isBuildFile(path, commands) {
	const used = BUILD_FILES.filter(([command]) => commands.some((text) => command.test(text)));
	return import_picomatch.default.isMatch(path, used.flatMap(([, globs]) => globs), { dot: true });
}

// src/check/definitions.ts
/**
* Through which paths the change alters what a check is or what it is run with, with the parts where they are known:
* `package.json (script \`test\`)`. Tests themselves do not count: to write them is part of the work.
*/
async function touchesDefinitions(given) {
	const { change, checks } = given;
	if (checks.length === 0) return [];
	const byFolder = await commandsByFolder(given);
	const commands = [...byFolder.values()].flat();
	const files = new Set(given.files);
	const isSetting = (path) => isToolSettings(path) || isBuildFile(path, commands) && !isPartOfTool(path);
	const defining = await definingFiles({
		files,
		settings: [...given.files.filter(isSetting), ...given.files.filter((path) => isManifest(path) && !isPartOfTool(path))],
		commands: byFolder,
		read: async (path) => {
			const text = await read(given, change.baselineTree, path);
			return isManifest(path) ? decidingText(path, text) : text;
		}
	});
	const changed = change.files.map(({ path }) => path);
	const inFront = new Set(modulesInFront({
		changed,
		files,
		dependencies: await pythonDependencies(given)
	}));
	const touched = [];
	for (const path of changed) if (isPartOfTool(path)) touched.push(path);
	else if (decidesTools(path)) touched.push(...await partsTouched(given, path, commands));
	else if (defining.has(path) || isNamed(path, commands) || isSetting(path)) touched.push(path);
	else if (inFront.has(path)) touched.push(`${path} (stands in front of what the checks run with)`);
	else touched.push(...await partsTouched(given, path, commands));
	return touched;
}
/** What of a manifest or a lock file counts. */
async function partsTouched(given, path, commands) {
	if (!isManifest(path) && !decidesTools(path)) return [];
	const { baselineTree, tree } = given.change;
	const texts = {
		before: await read(given, baselineTree, path),
		after: await read(given, tree, path)
	};
	if (decidesTools(path)) return sameButVersion(path, texts) ? [] : [`${path} (decides what the checks run with)`];
	const parts = definitionsChanged(path, texts, commands);
	return parts.length === 0 ? [] : [`${path} (${parts.join(", ")})`];
}
async function pythonDependencies(given) {
	const naming = given.files.filter(namesDependencies).slice(0, MOST_PACKAGES);
	const texts = await Promise.all(naming.map(async (path) => dependenciesIn(path, await read(given, given.change.baselineTree, path))));
	return new Set(texts.flat());
}
/**
* The checks' commands with the scripts that they come to call, by the folder whose manifest has those: a package of a
* workspace has scripts of its own.
*/
async function commandsByFolder(given) {
	const commands = given.checks.map(({ command }) => command);
	const setup = given.setup === null ? [] : parseSetup(given.setup)?.commands ?? [];
	const found = /* @__PURE__ */ new Map([[".", [...commands, ...setup.map(filesOf)]]]);
	for (const path of given.files.filter((one) => /(?:^|\/)(?:package|composer)\.json$/.test(one)).slice(0, MOST_PACKAGES)) {
		const folder = posix.dirname(path);
		const text = await read(given, given.change.baselineTree, path);
		const called = [...scriptsUsed(text, commands).values()];
		const installing = [...scriptsInstalling(text).values()].map(startedBy);
		found.set(folder, [
			...found.get(folder) ?? [],
			...called,
			...installing
		]);
	}
	return found;
}
/** The programs that a script starts, without what they work on: an installation often builds the product too. */
function startedBy(script) {
	return [...script.matchAll(/(?:^|[;&|(]\s*)(?:\w+=\S*\s+)*(?:(?:node|tsx|ts-node|bun|deno|sh|bash|python3?|ruby|php)\s+(?:-\S+\s+)*)?([^\s;&|()]+)/gm)].map(([, program = ""]) => program).join(" ");
}
/** An installing command with the files that it names, and without words that are no names of files. */
function filesOf(command) {
	return [startedBy(command), ...command.split(/\s+/).filter((word) => /[./]/.test(word))].join(" ");
}
/** Of a workspace; the scripts of the rest are known by their names alone. */
const MOST_PACKAGES = 200;
async function read({ readFile }, tree, path) {
	return new TextDecoder().decode(await readFile(tree, path) ?? void 0);
}
/** A script that a command starts by its path, its extension or `index` left out or not. A test by that name is one too. */
function isNamed(path, commands) {
	const words = commands.flatMap((command) => command.split(/[\s"'&|;()=]+/));
	const named = new Set(words.map((word) => word.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "")));
	const bare = path.replace(/\.\w+$/, "");
	return [
		path,
		bare,
		bare.replace(/\/(?:index|__main__|__init__)$/, "")
	].some((name) => name !== "" && named.has(name));
}

// src/workspace/read-diff.ts
/**
* The files of a unified diff as `diffText` gives it. Lines of hunks are counted as their headers say, so that content
* which looks like a diff is content, and only a line feed ends a line.
*/
function readDiff(diff) {
	const lines = diff.split("\n");
	const files = [];
	for (let at = 0; at < lines.length;) {
		if (!lines[at]?.startsWith("diff --git ")) {
			at += 1;
			continue;
		}
		const file = readFile$1(lines, at);
		const before = files.at(-1);
		if (before?.path === file.diff.path) files.splice(-1, 1, joinHalves(before, file.diff));
		else files.push(file.diff);
		at = file.end;
	}
	return files;
}
function joinHalves(gone, come) {
	return {
		...come,
		previous: gone.previous ?? come.previous,
		status: "modified",
		binary: gone.binary || come.binary,
		added: gone.added + come.added,
		removed: gone.removed + come.removed,
		header: gone.header + come.header,
		hunks: [...gone.hunks, ...come.hunks]
	};
}
/** Right-side lines of a hunk: those that a comment can stand on. */
function coversLine({ start, length }, line) {
	return line >= start && line < start + length;
}
function readFile$1(lines, from) {
	let at = from + 1;
	while (at < lines.length && !/^(?:diff --git |@@ )/.test(lines[at] ?? "")) at += 1;
	const header = lines.slice(from, at).filter((line) => line !== "" && !line.startsWith("["));
	const hunks = [];
	let [added, removed] = [0, 0];
	while (lines[at]?.startsWith("@@ ")) {
		const hunk = readHunk(lines, at);
		if (hunk === null) break;
		hunks.push(hunk.hunk);
		added += hunk.added;
		removed += hunk.removed;
		at = hunk.end;
	}
	return {
		diff: {
			...readHeader(header),
			added,
			removed,
			header: `${header.join("\n")}\n`,
			hunks
		},
		end: Math.max(at, from + 1)
	};
}
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
function readHunk(lines, from) {
	const numbers = HUNK.exec(lines[from] ?? "");
	if (numbers === null) return null;
	const length = Number(numbers[3] ?? 1);
	let [old, fresh] = [Number(numbers[1] ?? 1), length];
	let [added, removed] = [0, 0];
	let at = from + 1;
	for (; at < lines.length; at += 1) {
		const mark = lines[at]?.charAt(0);
		if (mark !== "\\" && old <= 0 && fresh <= 0) break;
		if (mark === "+") [fresh, added] = [fresh - 1, added + 1];
		else if (mark === "-") [old, removed] = [old - 1, removed + 1];
		else if (mark === " ") [old, fresh] = [old - 1, fresh - 1];
		else if (mark !== "\\") break;
	}
	return {
		hunk: {
			start: Number(numbers[2]),
			length,
			text: `${lines.slice(from, at).join("\n")}\n`
		},
		added,
		removed,
		end: at
	};
}
function readHeader(header) {
	const after = (start) => header.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
	const sides = {
		from: sideOf(after("--- "), "a/"),
		to: sideOf(after("+++ "), "b/")
	};
	const renamed = {
		from: nameOf(after("rename from ")),
		to: nameOf(after("rename to "))
	};
	return {
		path: renamed.to ?? sides.to ?? sides.from ?? sameName(header[0] ?? ""),
		previous: renamed.from,
		status: statusOf(header, renamed.to !== null),
		binary: header.some((line) => line.startsWith("Binary files "))
	};
}
function statusOf(header, isRenamed) {
	if (header.some((line) => line.startsWith("new file mode "))) return "added";
	if (header.some((line) => line.startsWith("deleted file mode "))) return "deleted";
	return isRenamed ? "renamed" : "modified";
}
function sideOf(written, prefix) {
	const name = nameOf(written);
	return name?.startsWith(prefix) === true ? name.slice(prefix.length) : null;
}
/** Without the tab that git puts behind a name with spaces, and out of the quotes that it puts around others. */
function nameOf(written) {
	if (written === null) return null;
	const name = written.replace(/\t$/, "");
	return name.startsWith("\"") && name.endsWith("\"") ? unquote(name.slice(1, -1)) : name;
}
/** Without content and without a rename both names are one: `a/NAME b/NAME`. */
function sameName(line) {
	const names = line.slice(11);
	return sideOf(names.slice(0, (names.length - 1) / 2), "a/") ?? names;
}
const ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};
function unquote(text) {
	const bytes = [...text.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(([, octal, escaped, plain]) => octal === void 0 ? Buffer.from(plain ?? ESCAPES[escaped ?? ""] ?? escaped ?? "") : Buffer.of(parseInt(octal, 8)));
	return Buffer.concat(bytes).toString();
}

// src/check/weakened/compiled.ts
const go = {
	extensions: /\.go$/,
	files: /_test\.go$/,
	definitions: [/^func\s+(?<name>(?:Test|Benchmark|Fuzz|Example)\w*)\s*\(/, /\bt\.Run\(\s*"(?<name>[^"]*)"/],
	skips: [/\b[tbf]\.Skip(?:f|Now)?\s*\(/, /^\/\/go:build\s+ignore\b/]
};
const rust = {
	extensions: /\.rs$/,
	files: /(?:^|\/)tests\/[^/]+\.rs$/,
	anywhere: true,
	definitions: [],
	attribute: /^\s*#\[(?:\w+::)*(?:test|rstest|test_case|proptest|quickcheck)\b/,
	skips: [/^\s*#\[ignore\b/, /^\s*#\[cfg_attr\(.*\bignore\b/]
};
const jvm = {
	extensions: /\.(?:java|kt|kts|scala|groovy)$/,
	files: /(?:^|\/)(?:src\/\w*[tT]est\w*\/|test\/)|(?:Tests?|IT|Spec|Suite)\.(?:java|kt|scala|groovy)$/,
	definitions: [/^\s*(?:test|it|should|def)\s*\(?\s*"(?<name>[^"]+)"/, /^\s*"(?<name>[^"]+)"\s+(?:should|in|-\s*\{)/],
	attribute: /^\s*@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property)\b/,
	skips: [
		/@(?:Disabled\w*|Ignore\w*|EnabledIf\w*|PendingFeature)\b/,
		/\benabled\s*=\s*false\b|\b(?:assumeTrue\(\s*false|assumeFalse\(\s*true)\b/,
		/(?:^|[\s;])(?:xtest|xit|xdescribe|xcontext|xshould|ignore)\s*\(\s*"/
	],
	only: [/@IgnoreRest\b/, /(?:^|[\s;])(?:fit|fdescribe|fcontext)\s*\(\s*"/]
};
const dotnet = {
	extensions: /\.(?:cs|fs|vb)$/,
	files: /Tests?\.(?:cs|fs|vb)$|(?:^|\/)[^/]*Tests?\//,
	definitions: [],
	attribute: /^\s*\[<?\s*(?:\w+\.)*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
	skips: [
		/\bSkip\s*=\s*(?:"|\w)/,
		/^\s*\[<?[^\]]*\b(?:Skip|Ignore|Explicit)\b/,
		/\bAssert\.(?:Ignore|Inconclusive|Skip)\w*\s*\(/
	]
};
const swift = {
	extensions: /\.swift$/,
	files: /Tests?\.swift$|(?:^|\/)Tests\//,
	definitions: [/\bfunc\s+(?<name>test\w*)\s*\(/],
	attribute: /^\s*@Test\b/,
	skips: [/\bXCTSkip\w*\s*\(/, /@(?:Test|Suite)\(.*\.disabled\b/]
};
const cpp = {
	extensions: /\.(?:c|cc|cpp|cxx)$/,
	files: /(?:_test|_tests|Test|Tests)\.(?:c|cc|cpp|cxx)$|(?:^|\/)test_[^/]*\.(?:c|cc|cpp|cxx)$/,
	definitions: [/^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST)\s*\(\s*(?<name>\w+\s*,\s*\w+)/, /^\s*TEST_CASE\s*\(\s*"(?<name>.*?)"/],
	skips: [
		/\bGTEST_SKIP\s*\(/,
		/\bDISABLED_\w/,
		/"\[\.(?:\]|\w)/
	]
};

// src/check/weakened/scripted.ts
const JS_WORDS = "describe|context|suite|it|test|specify|bench|scenario|feature";
const javascript = {
	extensions: /\.[cm]?[jt]sx?$/,
	files: /\.(?:test|spec|cy|e2e)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?|specs?|e2e)\//,
	definitions: [new RegExp(String.raw`^\s*(?:await\s+)?(?:Deno\.|t\.)?(?:[xf](?=[dics]))?(?:${JS_WORDS})\b(?:\.\w+)*(?:\(.*\)|\x60.*\x60)?\(\s*(?:["'](?<name>.*?)["']|\x60(?<name>.*?)\x60|$)`)],
	skips: [
		new RegExp(String.raw`\b(?:${JS_WORDS})(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fails|failing|fixme)\b`),
		new RegExp(String.raw`(?:^|[\s;])x(?:describe|context|it|test|specify)(?:\.each)?\s*\(`),
		/\b(?:t|ctx|context|this|test)\.(?:skip|todo)\s*\(/,
		new RegExp(String.raw`\b(?:${JS_WORDS})\b.*\{[^}]*\b(?:skip|todo)\s*:(?!\s*(?:false\b|\d))`)
	],
	only: [
		new RegExp(String.raw`\b(?:${JS_WORDS})(?:\.\w+)*\.only\b`),
		new RegExp(String.raw`(?:^|[\s;])f(?:describe|context|it|test)\s*\(`),
		new RegExp(String.raw`\b(?:${JS_WORDS})\b.*\{[^}]*\bonly\s*:\s*true\b`)
	]
};
const python = {
	extensions: /\.py$/,
	files: /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/,
	definitions: [/^\s*(?:async\s+)?def\s+(?<name>test\w*)/, /^\s*class\s+(?<name>Test\w*|\w+Tests?)\b/],
	skips: [
		/\bmark\.(?:skip|skipif|xfail)\b/,
		/\bpytest\.(?:skip|xfail|importorskip)\s*\(/,
		/@(?:unittest\.)?(?:skip|skipIf|skipUnless|expectedFailure)\b/,
		/\.skipTest\s*\(|\braise\s+(?:unittest\.)?SkipTest\b|^\s*__test__\s*=\s*False\b/
	]
};
const php = {
	extensions: /\.(?:php|phpt)$/,
	files: /Test\.php$|\.phpt$|(?:^|\/)tests?\//i,
	definitions: [/\bfunction\s+(?<name>test\w*)\s*\(/, /^\s*(?:it|test|describe)\s*\(\s*["'](?<name>.*?)["']\s*,/],
	attribute: /^\s*(?:#\[(?:\w+\\)*Test\b|\*\s*@test\b)/,
	skips: [/\bmarkTest(?:Skipped|Incomplete)\s*\(/, /(?:->|\)\s*->)(?:skip|todo|skipOn\w+)\s*\(/],
	only: [/->only\s*\(/]
};
const ruby = {
	extensions: /\.rb$/,
	files: /(?:_spec|_test)\.rb$|(?:^|\/)test_[^/]*\.rb$/,
	definitions: [/^\s*(?:RSpec\.)?[xf]?(?:it|specify|scenario|example|describe|context|feature|test|should)\s*\(?\s*["'](?<name>.*?)["']/, /^\s*def\s+(?<name>test_\w+)/],
	skips: [
		/^\s*x(?:it|specify|scenario|example|describe|context|feature)\b/,
		/^\s*(?:skip|pending)\b(?!\s*=)/,
		/,\s*(?::(?:skip|pending)\b|(?:skip|pending):(?!\s*(?:false|nil)\b))/
	],
	only: [/^\s*f(?:it|specify|scenario|example|describe|context|feature)\b/, /,\s*(?::focus\b|focus:\s*true)/]
};
const elixir = {
	extensions: /\.exs$/,
	files: /_test\.exs$/,
	definitions: [/^\s*(?:test|describe|property)\s+"(?<name>.*?)"/],
	skips: [/^\s*@(?:tag|moduletag|describetag)\s+(?::skip\b|skip:(?!\s*(?:false|nil)\b))/, /^\s*test\s+"[^"]*"\s*$/]
};
const dart = {
	extensions: /\.dart$/,
	files: /_test\.dart$/,
	definitions: [/^\s*(?:test|testWidgets|group)\s*\(\s*["'](?<name>.*?)["']/],
	skips: [/\bskip\s*:(?!\s*false\b)/, /@Skip\b/],
	only: [/\bsolo\s*:\s*true\b/]
};

// src/check/weakened/languages.ts
const LANGUAGES = [
	javascript,
	python,
	go,
	rust,
	jvm,
	dotnet,
	php,
	ruby,
	elixir,
	swift,
	dart,
	cpp
];
/** The language of a file that may hold tests, null for any other file. */
function testLanguageOf(path) {
	const language = LANGUAGES.find(({ extensions }) => extensions.test(path));
	if (language === void 0) return null;
	return language.anywhere === true || language.files.test(path) ? language : null;
}
/** Whether a runner of the language takes the file for a test by its name alone. */
function isTestFile(path) {
	return testLanguageOf(path)?.files.test(path) === true;
}

// src/check/weakened/lost.ts
/**
* Definitions that were removed and that nothing added answers: first those of the same name in the same file, then in any
* file, then those of a similar name in the same file. Each that was added answers one.
*/
function lostDefinitions(removed, added) {
	const anywhere = unanswered(unanswered({
		removed,
		added
	}, ({ path, name }) => name === "" ? null : `${path}\0${name}`), ({ name }) => name === "" ? null : name);
	const files = Map.groupBy(anywhere.added, ({ path }) => path);
	return anywhere.removed.filter((definition) => {
		const near = files.get(definition.path) ?? [];
		const at = near.findIndex((one) => isSimilar(one.line.defines ?? "", definition.line.defines ?? ""));
		if (at !== -1) near.splice(at, 1);
		return at === -1;
	});
}
/** What is left of both sides when each that was added has answered one with the same key; null is answered by none. */
function unanswered({ removed, added }, keyOf) {
	const key = ({ path, line }) => keyOf({
		path,
		name: line.defines ?? ""
	});
	const pool = Map.groupBy(added, key);
	const answers = /* @__PURE__ */ new Set();
	return {
		removed: removed.filter((definition) => {
			const wanted = key(definition);
			const answer = wanted === null ? void 0 : pool.get(wanted)?.shift();
			if (answer !== void 0) answers.add(answer);
			return answer === void 0;
		}),
		added: added.filter((definition) => !answers.has(definition))
	};
}
/** Half of the words are common. Without names the number of definitions has to do. */
function isSimilar(one, other) {
	const [left, right] = [wordsOf(one), wordsOf(other)];
	if (left.size === 0 || right.size === 0) return left.size === right.size;
	return 2 * left.intersection(right).size / (left.size + right.size) >= .5;
}
/** Words of a sentence, and of `snake_case` and `camelCase`. */
function wordsOf(name) {
	const spaced = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ").replaceAll(/[^\p{L}\p{N}]+/gu, " ");
	return new Set(spaced.toLowerCase().split(" ").filter((word) => word !== ""));
}

// src/check/weakened/test-lines.ts
/** Characters of a line that are looked at: what is longer was not written by hand. */
const LONGEST$1 = 500;
/** Lines that were added or removed and define, skip or single out tests. */
function testLines({ hunks }, language) {
	return hunks.flatMap((hunk) => {
		const lines = hunk.text.split("\n").slice(1);
		const found = [];
		let line = hunk.start;
		for (const [at, marked] of lines.entries()) {
			const mark = marked.charAt(0);
			if (mark === "+" || mark === "-") {
				const side = mark === "+" ? "added" : "removed";
				const text = marked.slice(1, LONGEST$1);
				const defines = definedBy(text, {
					language,
					below: lines.slice(at + 1),
					mark
				});
				const skips = isComment(text) ? null : skippedBy(text, language);
				if (defines !== null || skips !== null) found.push({
					side,
					line: Math.max(1, line),
					text: text.trim(),
					defines,
					skips
				});
			}
			if (mark === "+" || mark === " ") line += 1;
		}
		return found;
	});
}
function definedBy(text, { language, below, mark }) {
	if (language.attribute?.test(text) === true) return nameBelow(below, mark);
	for (const pattern of language.definitions) {
		const match = pattern.exec(text);
		if (match !== null) return match.groups?.["name"] ?? nameOnNextLine(below, mark);
	}
	return null;
}
/** The function that an attribute stands above: other attributes and comments may be between. */
function nameBelow(below, mark) {
	for (const line of ownLines(below, mark).slice(0, 8)) {
		if (/^\s*(?:@|#\[|\[|\/\/|\*|\/\*)/.test(line)) continue;
		const [, name] = /(`[^`]+`|[\w$]+)\s*(?:<[^>]*>)?\s*\(/.exec(line) ?? [];
		if (name !== void 0) return name;
	}
	return "";
}
/** Formatters put a long name below the word that it belongs to. */
function nameOnNextLine(below, mark) {
	return /^\s*(["'`])(?<name>.*)\1/.exec(ownLines(below, mark)[0] ?? "")?.groups?.["name"] ?? "";
}
/** Lines of one side of the diff: its own and those that both sides have. */
function ownLines(lines, mark) {
	return lines.slice(0, 40).filter((line) => line.startsWith(mark) || line.startsWith(" ")).map((line) => line.slice(1, LONGEST$1));
}
function skippedBy(text, { skips, only = [] }) {
	if (skips.some((pattern) => pattern.test(text))) return "this";
	return only.some((pattern) => pattern.test(text)) ? "others" : null;
}
function isComment(text) {
	return /^\s*(?:\/\/(?!go:build)|#(?!\[)|\*|\/\*|--)/.test(text);
}

// src/check/weakened-tests.ts
/** Told at most; of more the number is. */
const TOLD = 20;
/**
* Tests that the change deletes, skips, or silences by singling out others, by the conventions of each ecosystem. That may
* well be right, which is why it is pointed out and no more. `diff` is the unified diff of the whole change.
*/
function findWeakenedTests({ files, diff }) {
	const read = readDiff(diff).flatMap((file) => {
		const language = testLanguageOf(file.previous ?? file.path) ?? testLanguageOf(file.path);
		return language === null ? [] : [{
			file,
			lines: testLines(file, language)
		}];
	});
	const lost = lostDefinitions(definitions(read, "removed"), definitions(read, "added"));
	const deleted = files.flatMap((file) => isGone(file, files) ? [file.path] : []);
	const skipsBefore = read.flatMap(({ lines }) => lines.filter(({ side }) => side === "removed"));
	return [...deleted.flatMap((path) => deletedFile(path, {
		read,
		lost
	})), ...read.flatMap(({ file, lines }) => [
		...movedAway(file),
		...deleted.includes(file.path) ? [] : removedTests(file.path, lost),
		...skippedTests(file.path, lines, skipsBefore)
	])];
}
/** One sentence each, with the place in front: `test/a.test.ts:12: …`. */
function describeWeakenedTests(weakened) {
	const told = weakened.slice(0, TOLD).map(({ path, line, what }) => `${path}${line === null ? "" : `:${line}`}: ${what}`);
	const more = weakened.length - told.length;
	return more > 0 ? [...told, `And ${more} more tests that the change deletes or skips.`] : told;
}
function definitions(read, side) {
	return read.flatMap(({ file, lines }) => lines.filter((line) => line.side === side && line.defines !== null).map((line) => ({
		path: file.path,
		line
	})));
}
/** A file that was moved is not gone. */
function isGone(file, files) {
	return file.status === "deleted" && !files.some((one) => one.status === "added" && one.renamedFrom === file.path);
}
/** A test file that is gone, and whose tests stand nowhere else now. */
function deletedFile(path, { read, lost }) {
	const had = (read.find(({ file }) => file.path === path)?.lines ?? []).some(({ defines }) => defines !== null);
	const count = lost.filter((definition) => definition.path === path).length;
	if (!(had ? count > 0 : isTestFile(path) && /test|spec/i.test(path.slice(path.lastIndexOf("/") + 1)))) return [];
	return [{
		path,
		line: null,
		what: `the test file was deleted${had ? `, with ${count} ${count === 1 ? "test" : "tests"} in it` : ""}.`
	}];
}
/** A test file that was moved to where its runner does not look for tests. */
function movedAway({ previous, path }) {
	if (previous === null || !isTestFile(previous) || isTestFile(path)) return [];
	return [{
		path,
		line: null,
		what: `the test file ${previous} was moved to where it is no test any more.`
	}];
}
/** Definitions that are gone from a file that is still there. */
function removedTests(path, lost) {
	return lost.filter((definition) => definition.path === path).map(({ line: { line, defines } }) => ({
		path,
		line,
		what: `${defines === null || defines === "" ? "a test" : `the test “${cut(defines)}”`} was removed.`
	}));
}
/** Skips that were not there before, in whichever file. */
function skippedTests(path, lines, before) {
	return lines.flatMap(({ side, line, text, skips }) => {
		if (side !== "added" || skips === null) return [];
		if (before.some((one) => one.skips === skips && one.text === text)) return [];
		const quoted = `“${cut(text)}”`;
		return [{
			path,
			line,
			what: skips === "this" ? `a test is skipped now: ${quoted}.` : `every other test is left out now: ${quoted}.`
		}];
	});
}
function cut(text) {
	return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}

// src/publish/commit-message.ts
/** A subject of at most 72 characters, and what it refers to. The closing keyword is the pull request's alone. */
function commitMessage(title, target) {
	const subject = subjectOf(title);
	return commitText(target.kind === "repository" ? subject : `${subject}\n\nRefs #${target.number}`, NO_SECRETS);
}
/** The first line of a commit with that title, by which the commits of a pull request of Patchwright's own are known. */
function subjectOf(title) {
	return titleText(title || "Work by Patchwright", NO_SECRETS, 72);
}

// src/publish/pull-request.ts
const NOTHING_BEFORE = {
	told: null,
	paths: [],
	theirs: NO_WORDS
};
/** Opens the branch's pull request, or brings the one that is open up to date. A person's own is never touched. */
async function offer(options, landing) {
	const { forge, place, repositoryUrl } = options;
	const bare = {
		...landing,
		pullRequest: null,
		compareUrl: null,
		spending: null
	};
	if (bare.commit === null) return bare;
	if (bare.aside !== null) return {
		...bare,
		compareUrl: compareUrl(repositoryUrl, place.branch, bare.branch)
	};
	if (place.pullRequest === null) {
		const open = await findOpen(forge, bare.branch);
		return open === null ? await create(options, bare) : await update(options, bare, open);
	}
	const { number } = place.pullRequest;
	const known = await forge.pullRequest(number);
	if (known.state === "open") return await update(options, bare, known);
	return {
		...bare,
		notes: [...bare.notes, `Pull request #${number} was closed while the work went on; the work is on its branch.`]
	};
}
async function findOpen(forge, branch) {
	return (await forge.pullRequestsFrom(branch)).find(({ state }) => state === "open") ?? null;
}
async function create(options, bare) {
	const { forge, place, title } = options;
	const draft = options.draft(bare.asChecked);
	const { body } = render(options, bare, NOTHING_BEFORE);
	const creation = await forge.createPullRequest({
		title,
		body,
		head: bare.branch,
		base: place.base,
		draft
	});
	switch (creation.kind) {
		case "created":
			await putLabels(options, creation.pullRequest.number);
			return await bringUpToDate(options, bare, {
				pull: creation.pullRequest,
				...NOTHING_BEFORE
			});
		case "exists": {
			const open = await findOpen(forge, bare.branch);
			return open === null ? withoutPullRequest(options, bare, "GitHub says that there is one already") : await update(options, bare, open);
		}
		case "refused": return withoutPullRequest(options, bare, creation.reason);
	}
}
function withoutPullRequest({ place, repositoryUrl }, bare, reason) {
	const { branch } = bare;
	const url = compareUrl(repositoryUrl, place.base, branch);
	const sentences = [
		`GitHub did not let Patchwright open a pull request (${reason}); the work is on its branch.`,
		`Open it at ${url}.`,
		commandsFor.open(branch, place.base),
		commandsFor.get(branch)
	];
	const settings = "To let Patchwright open it, give the job `permissions: pull-requests: write`, and in the settings under Actions, General, allow “Allow GitHub Actions to create and approve pull requests”.";
	return {
		...bare,
		compareUrl: url,
		notes: [
			...bare.notes,
			sentences.filter(Boolean).join(" "),
			settings
		]
	};
}
async function update(options, bare, pull) {
	const { own, told } = await readDescription(options.forge, pull);
	if (own !== null) {
		const { theirs } = partsOf(pull.body);
		return await bringUpToDate(options, bare, {
			pull,
			told,
			paths: own.paths ?? [],
			theirs
		});
	}
	return {
		...bare,
		pullRequest: {
			number: pull.number,
			url: pull.url,
			draft: pull.draft,
			own: false
		}
	};
}
async function bringUpToDate(options, bare, { pull, ...before }) {
	const { forge, title, reviewer } = options;
	const { draft, notes } = await settleDraft(options, pull, options.draft(bare.asChecked));
	const pullRequest = {
		number: pull.number,
		url: pull.url,
		draft,
		own: true
	};
	const { publication, body } = render(options, {
		...bare,
		pullRequest,
		notes: [...bare.notes, ...notes]
	}, before);
	if (body !== standingBody(pull.body) || title !== pull.title) await forge.updatePullRequest(pull.number, {
		title,
		body
	});
	if (reviewer !== null && reviewer !== pull.author) await askForReview(options, pull.number, reviewer);
	return publication;
}
/** Tells the true state where it could not be changed. */
async function settleDraft({ forge, log }, pull, draft) {
	if (pull.draft === draft) return {
		draft,
		notes: []
	};
	try {
		await forge.setDraft(pull, draft);
		return {
			draft,
			notes: []
		};
	} catch (error) {
		const { message } = asFailure(error);
		log(logLine(message));
		return {
			draft: pull.draft,
			notes: [`${message}. It still is ${pull.draft ? "a draft" : "ready for review"}; please change it yourself.`]
		};
	}
}
/** A pull request without its labels is one all the same. */
async function putLabels({ forge, labels, log }, number) {
	if (labels.length === 0) return;
	try {
		await forge.addLabels(number, labels);
	} catch (error) {
		log(logLine(asFailure(error).message));
	}
}
/** Who is no collaborator cannot be asked, and a pull request without a reviewer is one all the same. */
async function askForReview({ forge, log }, number, reviewer) {
	try {
		await forge.requestReview(number, reviewer);
	} catch (error) {
		log(logLine(asFailure(error).message));
	}
}
function render(options, bare, { told, paths, theirs }) {
	const spending = options.spending(bare, told);
	const publication = {
		...bare,
		spending
	};
	const kept = paths.length === 0 ? {} : { paths: [...paths] };
	const marker = {
		v: 1,
		kind: "pull-request",
		branch: bare.branch,
		spending,
		...kept
	};
	const report = options.body(publication);
	return {
		publication,
		body: describe(marker, {
			report: withAcceptances(report, paths),
			theirs
		})
	};
}

// src/publish/publish-change.ts
/**
* Publishes what went through the guard: one commit on the place's branch, one pull request from it. Done twice, or cut
* off and done again, it ends in the same state. The work of a run that failed goes the same way, as a draft.
*/
async function publishChange(options) {
	refuseFork(options);
	const { change, heldBack } = options.guarded;
	const landing = await commitChange({
		...options,
		change,
		message: commitMessage(options.title, options.target)
	});
	try {
		const draft = (asChecked) => !isReady(options.readiness(asChecked), change.tree);
		return await offer({
			...options,
			draft
		}, {
			...landing,
			asChecked: landing.asChecked && heldBack.length === 0
		});
	} catch (error) {
		throw whereItIs(error, landing);
	}
}
/** What was verified on another tree says nothing of this one. */
function isReady(readiness, tree) {
	if (readiness === null || readiness === "chosen") return readiness === "chosen";
	return readiness.tree === tree;
}
function refuseFork({ place, forge }) {
	if (!isOfFork(place, forge.repository)) return;
	throw new Failure("unknown", `Pull request #${place.pullRequest?.number ?? 0} comes from a fork, whose branch is not written to.`, { hint: "This is a defect of Patchwright; please report it. The work is in the run record as a patch." });
}
/** The branch is there although what came after it failed: the reader learns how to get at it. */
function whereItIs(error, { branch, commit }) {
	const { code, message, hint } = asFailure(error);
	const where = commit === null ? "" : ` The work is on the branch ${codeSpan(branch)}. ${commandsFor.get(branch)}`;
	return new Failure(code, message, {
		hint: `${hint}${where}`,
		cause: error
	});
}

// src/report/pull-request.ts
/** One line, nothing in it that GitHub acts on. */
function renderPullRequestTitle(run) {
	return titleText(run.title.trim() || "Work by Patchwright", leaving(run), 120);
}
/** The face of the work: how it stands, what and why, the evidence, the cost, how to go on. Fits a body on GitHub. */
function renderPullRequestBody(run) {
	const list = listAtEnd(run);
	const report = fit(BODY_LIMIT - Buffer.byteLength(list), (detail) => body(run, detail));
	const text = paragraphs(report, list);
	const closes = closedIssue(run);
	return bodyText(text, leaving(run, { closes: closes === null ? [] : [closes] }));
}
function body(run, detail) {
	return paragraphs(headline(run), codersWords(run.summary, detail.folded ? 4e3 : 500), [closing(run), changeText(run)].filter((part) => part !== "").join(" · "), notice(run), reportSections(run, detail), standingOf(run) === "verified" || standingOf(run) === "reviewed" ? goOn(run) : "");
}
function closing(run) {
	const number = issueOf(run);
	if (number === null) return "";
	if (closedIssue(run) !== null) return `Closes #${number}`;
	const { target } = run.invocation;
	return `For ${target.kind === "issue" ? link(`#${number}`, target.url) : `#${number}`}`;
}
/** Merging closes the issue, unless the work was cut off. */
function closedIssue(run) {
	return standingOf(run) === "unfinished" ? null : issueOf(run);
}
/** Whoever goes on with the work on the pull request means the same issue. */
function issueOf({ invocation: { target }, publication }) {
	if (target.kind === "issue") return target.number;
	const number = /^opencode\/issue-(\d+)(?:-\d+)?$/.exec(publication?.branch ?? "")?.[1];
	return number === void 0 ? null : Number(number);
}

// src/pipeline/kept/keep-held.ts
/** A run whose held-back files cannot be kept publishes the rest all the same. */
async function keepHeld(site, { guarded, change }, { deps, story }) {
	try {
		await keepHeldFiles(deps.forge, {
			branch: site.place.branch,
			base: site.place.base,
			commit: change.base,
			title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
			at: deps.now(),
			heldBack: guarded.heldBack,
			read: site.workspace.read
		});
	} catch (error) {
		story.update({ heldBack: story.state().heldBack.map((held) => ({
			...held,
			content: null
		})) });
		story.note(`What is held back could not be kept to be accepted: ${asFailure(error).message}`);
	}
}

// src/publish/offer-patch.ts
/** Characters of a patch that stand in a comment beside the report. */
const LONGEST = 2e4;
/** What passed the guard as a patch, and nothing of what is held back. Nothing is written anywhere. */
async function offerPatch(given) {
	const { base, files } = given.guarded.change;
	return {
		base,
		text: asText(await given.trees.patch(base, await given.trees.treeWith(base, files)), given.redact)
	};
}
/** A patch that was altered to be harmless in a comment, or of which something was hidden, applies to something else or not at all. */
function asText(patch, redact) {
	if (patch.length > LONGEST * 4) return null;
	const text = patch.toString("utf8");
	if (!(Buffer.from(text).equals(patch) && !/\r|^GIT binary patch$/m.test(text)) || text.length > LONGEST) return null;
	return commentText(fence(text, "diff"), { redact }).includes(`\n${text}`) ? text : null;
}

// src/review/verify.ts
/** What `verify` makes alone, for a tree on which all seven conditions hold. */
var Earned = class {
	#tree;
	constructor(tree) {
		this.#tree = tree;
	}
	get tree() {
		return this.#tree;
	}
};
/** The seven conditions of "verified", each from what was run and measured. A model ticks none of them. */
function verify(options) {
	const conditions = [
		changeExists(options),
		inScope(options),
		checkPassed(options),
		nothingBroken(options),
		noBlockingFinding(options),
		definitionsUntouched(options),
		publishedIsChecked(options)
	];
	const verified = conditions.every(({ holds }) => holds);
	const { tree } = options.change;
	return {
		report: {
			verified,
			tree,
			conditions
		},
		earned: verified ? new Earned(tree) : null
	};
}
function changeExists({ wholeFiles }) {
	const evidence = `${wholeFiles} changed ${wholeFiles === 1 ? "file" : "files"}`;
	return {
		name: "change-exists",
		holds: wholeFiles > 0,
		evidence
	};
}
function inScope({ heldBack }) {
	const evidence = heldBack.length === 0 ? "nothing was held back" : `held back: ${listed(heldBack.map(({ path, rule }) => `${path} (${rule})`))}`;
	return {
		name: "in-scope",
		holds: heldBack.length === 0,
		evidence
	};
}
function checkPassed({ checks }) {
	const passed = checks.filter(({ after }) => after.status === "passed").map(({ check }) => check.name);
	const none = checks.length === 0 ? "there is no check" : "no check ran and passed";
	return {
		name: "check-passed",
		holds: passed.length > 0,
		evidence: passed.length > 0 ? `passed: ${listed(passed)}` : none
	};
}
function nothingBroken({ checks }) {
	const broken = checks.filter(({ before }) => before.status === "passed").filter(({ after }) => after.status !== "passed").map(({ check }) => check.name);
	const none = checks.length === 0 ? "no check was run" : "no check that passed before fails now";
	return {
		name: "nothing-broken",
		holds: broken.length === 0,
		evidence: broken.length === 0 ? none : `passed before and not any more: ${listed(broken)}`
	};
}
function noBlockingFinding({ findings, reviewed }) {
	const blocking = findings.filter((finding) => isOpen(finding) && isBlocking(finding));
	const name = "no-blocking-finding";
	if (blocking.length > 0) return {
		name,
		holds: false,
		evidence: `open: ${listed(blocking.map(({ id }) => id))}`
	};
	if (!reviewed.valid) return {
		name,
		holds: false,
		evidence: `not reviewed: ${reviewed.because ?? "unknown"}`
	};
	return {
		name,
		holds: true,
		evidence: "reviewed; no critical or high finding is open"
	};
}
function definitionsUntouched({ definitionsTouched }) {
	return {
		name: "check-definitions-untouched",
		holds: definitionsTouched.length === 0,
		evidence: definitionsTouched.length === 0 ? "what the checks are is as before" : `the change alters what a check is: ${listed(definitionsTouched)}; no check vouches for that, a person looks at it`
	};
}
function publishedIsChecked({ change, asChecked, judgedTree }) {
	const digest = change.tree.slice(0, 12);
	const judged = judgedTree === change.tree;
	return {
		name: "published-is-checked",
		holds: judged && asChecked,
		evidence: judged ? `tree ${digest} was checked and reviewed, and ${asChecked ? "its change is what is published" : "something else is published"}` : `tree ${digest} was not checked and reviewed as a whole`
	};
}
function listed(items) {
	return items.length <= 8 ? items.join(", ") : `${items.slice(0, 8).join(", ")} and ${items.length - 8} more`;
}

// src/pipeline/two-jobs/evidence.ts
const CLAIMED = "in the agent’s job, as it says";
/**
* The conditions of “verified” where the work was handed over. What the agent's job says can make one fail and none hold,
* with one exception that is named: that the change was reviewed. A review takes a model, and so a key, and no job with
* a key can vouch for itself; checks that a job without any key ran are what has to be there besides.
*/
function withEvidence({ report, earned }, evidence) {
	const conditions = report.conditions.map((condition) => weighed(condition, evidence));
	const verified = conditions.every(({ holds }) => holds);
	return {
		report: {
			...report,
			verified,
			conditions
		},
		earned: verified ? earned : null
	};
}
function weighed(condition, evidence) {
	switch (condition.name) {
		case "check-passed":
		case "nothing-broken": return evidence.kind === "none" ? {
			...condition,
			holds: false,
			evidence: evidence.because
		} : condition;
		case "no-blocking-finding": return condition.holds ? {
			...condition,
			evidence: `${condition.evidence} (reviewed ${CLAIMED})`
		} : condition;
		case "published-is-checked": return condition.holds ? {
			...condition,
			evidence: `${condition.evidence}; reviewed ${CLAIMED}`
		} : condition;
		case "change-exists":
		case "in-scope":
		case "check-definitions-untouched": return condition;
	}
}

// src/pipeline/told/ending.ts
/** The work of a run that failed is a draft whatever was chosen. */
function readiness({ settings }, { failure }, { earned }) {
	if (failure !== null || settings.draft === "always") return null;
	return settings.draft === "never" ? "chosen" : earned;
}
function withoutPublication({ worked, guarded, change }) {
	if (change.files.length === 0 && change.leftOut.length === 0) {
		const rounds = worked.last?.round ?? 0;
		if (rounds === 0) return {
			outcome: "no-changes",
			reason: "The coder changed no file."
		};
		return {
			outcome: "needs-human",
			reason: `In fix round ${rounds} the coder took back everything that it had changed.`
		};
	}
	const held = guarded.heldBack.length;
	return {
		outcome: "needs-human",
		reason: `Everything that was changed is held back (${held} ${held === 1 ? "path" : "paths"}); nothing was published.`
	};
}
function verificationOf(handOver, state, asChecked) {
	const { worked, change, guarded, definitionsTouched, wholeFiles, evidence } = handOver;
	const review = worked.last?.review ?? null;
	const verification = verify({
		change,
		heldBack: guarded.heldBack,
		checks: state.checks,
		findings: state.findings,
		reviewed: {
			valid: worked.failure === null && review?.reviewed === true,
			because: worked.failure?.message ?? review?.voidBecause ?? null
		},
		definitionsTouched,
		wholeFiles,
		judgedTree: review?.reviewed === true ? worked.last?.tree ?? null : null,
		asChecked
	});
	return evidence === void 0 ? verification : withEvidence(verification, evidence);
}
/** The state in which the run ends with this publication. */
function ended(state, handOver, publication) {
	return {
		...endedAs(state, handOver, publication),
		publication
	};
}
/** The state in which the run ends with a patch for somebody else to apply. */
function endedWithPatch(state, handOver, patch) {
	const told = endedAs(state, handOver, {
		aside: null,
		asChecked: handOver.guarded.heldBack.length === 0
	});
	return {
		...told,
		offered: patch,
		outcome: told.outcome === "published" ? "answered" : told.outcome
	};
}
function endedAs(state, handOver, landed) {
	const { failure } = handOver.worked;
	const verification = verificationOf(handOver, state, landed.asChecked && landed.aside === null);
	const failed = failure === null ? null : {
		category: failure.code,
		message: failure.message,
		hint: failure.hint
	};
	const outcome = failed === null ? outcomeOf(handOver, landed) : "failed";
	const reason = outcome === "needs-human" ? reasonOf(handOver, landed) : null;
	return {
		...state,
		verification: verification.report,
		failure: failed,
		outcome,
		reason
	};
}
/** Why a person is needed, in a sentence each. */
function reasonOf({ worked, guarded }, { aside }) {
	const held = guarded.heldBack.length;
	return [
		worked.last?.review?.voidBecause ?? "",
		held === 0 ? "" : `${held} changed ${held === 1 ? "path is" : "paths are"} held back.`,
		aside ?? ""
	].filter((sentence) => sentence !== "").join(" ");
}
function outcomeOf({ worked, guarded }, { aside }) {
	const verdict = worked.last?.verdict ?? "inconclusive";
	return verdict === "fail" || verdict === "inconclusive" || guarded.heldBack.length > 0 || aside !== null ? "needs-human" : "published";
}

// src/pipeline/offer-work.ts
/** For a pull request whose branch is not written to: what passed the guard is told as a patch, and no ref is touched. */
async function offerWork({ workspace }, handOver, { deps, story }) {
	const { worked, guarded, change } = handOver;
	if (guarded.change.files.length === 0) {
		story.update(withoutPublication(handOver));
		if (worked.failure !== null) story.fail(worked.failure);
		return;
	}
	const step = story.begin("Patch");
	try {
		const patch = await offerPatch({
			guarded,
			trees: workspace,
			redact: deps.redact
		});
		step.done(`Patch for ${patch.base.slice(0, 12)}`);
		story.update(endedWithPatch(story.state(), handOver, patch));
	} catch (error) {
		const failure = asFailure(error);
		step.failed(`Patch: ${failure.message}`);
		story.update({
			verification: verificationOf(handOver, story.state(), false).report,
			change
		});
		story.fail(worked.failure ?? failure);
	}
}

// src/pipeline/told/spending.ts
/** What the runs on a branch used with this one, which has ended: known from the description and from the status comment. */
function spendingWith(state, { place, run, told }) {
	const inComment = state.spending?.branch === place.branch ? state.spending.known : null;
	const known = [told === "lost" ? null : told, inComment].filter((one) => one !== null);
	const before = known.reduce(joinSpending, NO_RUNS);
	const silent = known.length === 0 && place.head !== null && place.branch.startsWith("opencode/");
	const whole = before.whole && told !== "lost" && !silent;
	return {
		branch: place.branch,
		known: addRun({
			...before,
			whole
		}, spentRun(state, run))
	};
}
/** What is known of the runs on a branch with those that were cut off; one that a post step told of is not counted again. */
function withCutOff(known, { branch }, runs) {
	if (runs.length === 0) return known;
	const before = known?.branch === branch ? known.known : NO_RUNS;
	return {
		branch,
		known: joinSpending(before, {
			...NO_RUNS,
			runs
		})
	};
}
/** Lists a run that has ended, in its state and in a description of ours that it left as it was. */
async function listRun({ place }, running) {
	const { deps, story } = running;
	const { total, publication } = story.state();
	if (total.requests === 0 && publication === null) return;
	const told = await listInDescription(place, running);
	story.update({ spending: spendingWith(story.state(), {
		place,
		run: deps.run,
		told
	}) });
}
/** Where that fails, the status comment has the list all the same. */
async function listInDescription(place, { deps, story }) {
	if (place.pullRequest === null) return null;
	const { number } = place.pullRequest;
	try {
		return await listRuns(deps.forge, number, (told) => {
			const spending = spendingWith(story.state(), {
				place,
				run: deps.run,
				told
			});
			const text = listAtEnd(redactRun({
				...story.state(),
				spending
			}, deps.redact));
			return {
				known: spending.known,
				text: bodyText(text, { redact: deps.redact })
			};
		});
	} catch (error) {
		deps.log(logLine(asFailure(error).message));
		return null;
	}
}

// src/pipeline/hand-over.ts
/** What could not even be read has cost something all the same. */
async function guardWork(site, worked, running) {
	try {
		return await guard(site, worked, running);
	} catch (error) {
		running.story.fail(asFailure(error));
		await listRun(site, running);
		throw error;
	}
}
/** Holds the work against scope, protected paths and size, and keeps it as a patch whatever becomes of it. */
async function guard(site, worked, { deps, story }) {
	const { workspace, settings, origin } = site;
	const change = await finalChange(site, worked, story);
	const paths = change.files.map(({ path }) => path);
	const guarded = await guardChange(change, {
		scope: settings.scope,
		protectedPaths: settings.protectedPaths,
		maxChangedFiles: settings.maxChangedFiles,
		maxChangedBytes: settings.maxChangedBytes,
		baseFiles: await workspace.files(change.base),
		readBlob: workspace.read,
		ownSecrets: deps.ownSecrets(),
		modeChangesAsked: site.modesAsked,
		lfsPaths: await workspace.lfsPaths(change.base, paths)
	});
	const whole = {
		...change,
		baselineTree: origin,
		files: await workspace.changes(origin, change.tree)
	};
	const diff = await workspace.diff(origin, change.tree);
	const weakened = describeWeakenedTests(findWeakenedTests({
		files: whole.files,
		diff
	}));
	for (const sentence of weakened) story.note(`A test is weaker than before: ${sentence}`);
	const definitionsTouched = await touchesDefinitions({
		change: whole,
		checks: site.checks,
		setup: settings.setup,
		files: (await workspace.files(origin)).map(({ path }) => path),
		readFile: workspace.readFile
	});
	story.update({
		change,
		heldBack: guarded.heldBack,
		endedBy: worked.endedBy
	});
	if (worked.last?.tree !== change.tree) story.update({ checks: [] });
	if (change.files.length > 0) await keepPatch(site, {
		change,
		guarded
	}, {
		deps,
		story
	});
	return {
		worked,
		change,
		guarded,
		definitionsTouched,
		wholeFiles: whole.files.length
	};
}
/** After a failure the clone may have more than was last judged; where it cannot be read any more, that is what is left. */
async function finalChange({ workspace }, { last, failure }, story) {
	if (failure === null && last !== null) return last.change;
	try {
		return await workspace.extract();
	} catch (error) {
		const { message } = asFailure(error);
		if (last === null && failure !== null) story.note(`What was done could not be read: ${message}`);
		if (last === null) throw failure ?? error;
		story.note(`What was done after round ${last.round} could not be read: ${message}`);
		return last.change;
	}
}
/** For `git apply`, beside the run record. A credential that the agent wrote down is not kept. */
async function keepPatch({ workspace }, { change, guarded }, { deps, story }) {
	const path = join(deps.run.record, PATCH_FILE);
	const patch = await workspace.patch(change.baselineTree, change.tree);
	const hasSecret = guarded.heldBack.some(({ rule }) => rule === "secret");
	await writeFile(path, hasSecret ? deps.redact(patch.toString("utf8")) : patch);
	story.update({ patch: path });
}
/** Publishes what may be published, or offers it where nothing is to be written, and ends the story. */
async function publishWork(site, handOver, running) {
	if (isOfFork(site.place, running.deps.forge.repository)) await offerWork(site, handOver, running);
	else {
		await keepHeld(site, handOver, running);
		await publish(site, handOver, running);
	}
	if (running.story.state().publication?.pullRequest?.own !== true) await listRun(site, running);
}
async function publish(site, handOver, { deps, story }) {
	const { worked, guarded, change } = handOver;
	if (guarded.change.files.length === 0 && !(change.files.length === 0 && site.unfinished)) {
		story.update(withoutPublication(handOver));
		if (worked.failure !== null) story.fail(worked.failure);
		return;
	}
	const step = story.begin("Publish");
	const { invocation } = story.state();
	const end = (done) => {
		const state = ended(story.state(), handOver, done);
		return done.spending === null ? state : {
			...state,
			spending: {
				branch: site.place.branch,
				known: done.spending
			}
		};
	};
	try {
		const publication = await publishChange({
			forge: deps.forge,
			place: site.place,
			target: invocation.target,
			guarded,
			read: site.workspace.read,
			stored: site.stored,
			runId: deps.run.id,
			title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
			body: (done) => renderPullRequestBody(redactRun(end(done), deps.redact)),
			spending: (done, told) => spendingWith(end(done), {
				place: site.place,
				run: deps.run,
				told
			}).known,
			readiness: (asChecked) => readiness(site, worked, verificationOf(handOver, story.state(), asChecked)),
			reviewer: invocation.actor?.kind === "person" ? invocation.actor.login : null,
			labels: site.settings.labels.map((name) => labelText(name, { redact: deps.redact })),
			repositoryUrl: deps.run.repositoryUrl,
			log: deps.log
		});
		step.done(publishedLine(publication));
		story.update(end(publication));
	} catch (error) {
		const failure = asFailure(error);
		step.failed(`Publish: ${failure.message}`);
		story.update({
			verification: verificationOf(handOver, story.state(), false).report,
			change
		});
		story.fail(worked.failure ?? failure);
		if (worked.failure !== null) story.note(`The work could not be published either: ${failure.message} ${failure.hint}`);
	}
}
function publishedLine({ pullRequest, branch }) {
	if (pullRequest === null) return `Published: branch ${branch}`;
	return `Published: ${pullRequest.draft ? "draft " : ""}pull request #${pullRequest.number}`;
}

export { subjectOf as a, coversLine as c, parseJson as d, parseChecks as f, withCutOff as i, readDiff as l, publishWork as n, describeWeakenedTests as o, parseSetup as p, listRun as r, findWeakenedTests as s, guardWork as t, touchesSetup as u };