import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as Failure } from "./failure2.js";
import { Gt as array, Kn as number, Nn as literal, Rt as _enum, ar as string, in as custom, qn as object, xn as int } from "./zod.js";
import { a as createValueSearch, i as tokensIn } from "./text-redact.js";
import { T as REPORT_END, a as bodyText, b as withoutParagraph, c as joinBody, d as partBody, h as standingBody, i as bodyBeside, p as splitBody, s as commitText, t as NO_SECRETS, w as LIST_START, y as withoutMarker } from "./text-sinks.js";
import { w as codeSpan } from "./ledger-spending.js";
import { o as heldOfBranch, s as readState, t as stateText } from "./text-state-text.js";
import { n as readMarker, t as mark } from "./publish-marker.js";
import { n as ObjectId } from "./pipeline-killed-saved-invocation.js";
import { i as namesGitDirectory, n as comparable, o as withoutNtfsEnds, r as decodeName, t as findMisfits } from "./guard-final-tree.js";
import { createHash } from "node:crypto";

// src/publish/told-spending.ts
/** GitHub refuses descriptions of more than 65,536 characters. */
const LONGEST_DESCRIPTION = 65e3;
const END = bodyText(REPORT_END, NO_SECRETS);
/** Where nobody wrote below the end. */
const NO_WORDS = joinBody();
function partsOf(description) {
	const [report, theirs] = partBody(withoutMarker(description), REPORT_END);
	return {
		report,
		theirs
	};
}
/**
* A whole description: the report, its end, and what people wrote below it, which stays as it is. Where that is too long,
* the other report stands instead, cut if need be.
*/
function describe(marker, { report, theirs }, other = report) {
	const whole = mark(marker, joinBody(report, END, theirs));
	if (whole.length <= LONGEST_DESCRIPTION) return whole;
	const others = mark(marker, joinBody(END, theirs)).length + 2;
	return mark(marker, joinBody(bodyBeside(other, others), END, theirs));
}
/**
* What a description is to Patchwright: `own` is the marker of one that the bot wrote and that nobody made theirs, else
* null; `told` is what it tells of the runs on its branch.
*/
async function readDescription(forge, pull) {
	if (pull.author !== await forge.self()) return {
		own: null,
		told: null
	};
	const marker = readMarker(pull.body);
	if (marker?.kind !== "pull-request") return {
		own: null,
		told: "lost"
	};
	return {
		own: marker,
		told: marker.spending ?? "lost"
	};
}
/**
* Brings the list of runs at the end of an open description of ours up to date, for a run that leaves the rest of it as it
* is, and returns what it told before.
*/
async function listRuns(forge, number, makeList) {
	const pull = await forge.pullRequest(number);
	const { own, told } = await readDescription(forge, pull);
	if (own === null || pull.state !== "open") return told;
	const { known, text } = makeList(told);
	const marker = {
		...own,
		spending: known
	};
	const { report: whole, theirs } = partsOf(pull.body);
	const [report] = splitBody(whole, LIST_START);
	const body = describe(marker, {
		report: joinBody(report, text),
		theirs
	}, whole);
	if (body !== standingBody(pull.body)) await forge.updatePullRequest(number, { body });
	return told;
}

// src/guard/held-content.ts
/**
* Half of a sha256 in hexadecimal. Whoever makes both the content that is shown and the one that is put in its place
* looks for two of the same digest, which takes the root of all there are: fewer digits would be found.
*/
const DIGITS = 32;
const DIGEST = new RegExp(`^[0-9a-f]{${DIGITS}}$`);
function digestOf(file) {
	const parts = file.status === "deleted" ? ["deleted"] : [file.mode, file.sha256];
	return createHash("sha256").update(JSON.stringify([file.path, ...parts])).digest("hex").slice(0, DIGITS);
}
function heldContent(file, blobBefore) {
	const { previousMode: mode } = file;
	const before = mode === null || blobBefore === null ? null : {
		mode,
		blob: blobBefore
	};
	if (file.status === "deleted") return {
		digest: digestOf(file),
		after: null,
		before
	};
	const { blob, size, sha256 } = file;
	return {
		digest: digestOf(file),
		after: {
			mode: file.mode,
			blob,
			size,
			sha256
		},
		before
	};
}

// src/workspace/repo-path.ts
/** Characters that turn the order of those around them: a name with one is not what it looks like. */
const TURNS_DIRECTION = /[\u{061C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;
/** Characters that nobody sees and no script needs; joiners are not among them. */
const INVISIBLE = /[\u{AD}\u{180E}\u{200B}\u{2028}\u{2029}\u{2060}-\u{2064}\u{FEFF}\u{E0000}-\u{E007F}]/u;
/** Bytes: what Linux takes for a whole path and for one name in it. */
const LONGEST_PATH = 4095;
const LONGEST_NAME = 255;
/** Reads a path of git's, of a model or of a file from outside. What is said of one that is refused follows “the path”. */
function parseRepoPath(given) {
	const path = typeof given === "string" ? given : decodeName(given);
	if (path === null) return { problem: "is not UTF-8" };
	return isRepoPath(path) ? path : { problem: whyUnsafe(path) ?? "is not a path" };
}
function isRepoPath(path) {
	return whyUnsafe(path) === null;
}
/** Why a path must be on nobody's disk, null when it may. */
function whyUnsafe(path) {
	if (path === "") return "is empty";
	if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is absolute";
	if (path.includes("\\")) return "has a backslash, which some systems take for a folder’s end";
	if (/\p{Cc}/u.test(path)) return "has a control character";
	if (/[\p{Cs}\u{FFFD}]/u.test(path)) return "is not valid text";
	if (TURNS_DIRECTION.test(path)) return "has a character that turns the direction of text";
	if (INVISIBLE.test(path)) return "has a character that nobody sees";
	const names = path.split("/");
	if (names.some((name) => name === "" || name === "." || name === "..")) return "has an empty, `.` or `..` component";
	if (Buffer.byteLength(path) > LONGEST_PATH || names.some((name) => Buffer.byteLength(name) > LONGEST_NAME)) return "is too long";
	return namesGitDirectory(path) ? "names git’s own directory, or is taken for it by some file system" : null;
}

// src/guard/left-out.ts
const LEFT_OUT = {
	repository: {
		rule: "nested-repository",
		reason: "A git repository of its own stands there; its files are added without their `.git`, or ignored."
	},
	"git-name": {
		rule: "unsafe-path",
		reason: "Some file systems take the name for git’s own directory; give it another name."
	},
	"not-utf-8": {
		rule: "unsafe-path",
		reason: "The name is not UTF-8; give the file another name."
	},
	"unsafe-name": {
		rule: "unsafe-path",
		reason: "The path is not the same file everywhere; give it another name."
	},
	moved: {
		rule: "rename",
		reason: "It was moved to a name that is held back, so it stays where it is."
	},
	"too-large": {
		rule: "too-large",
		reason: "The file is larger than GitHub takes; keep it elsewhere or in Git LFS."
	},
	unreadable: {
		rule: "unreadable",
		reason: "Git could not read it; its permissions are the usual reason."
	},
	"inside-submodule": {
		rule: "submodule",
		reason: "It is inside a submodule; the edit belongs into the submodule’s own repository."
	}
};
/** Why what is in no tree, or has a name that no path can be, is held back. */
function whyLeftOut({ path, because }) {
	const why = LEFT_OUT[because];
	if (because !== "unsafe-name") return why;
	const parsed = parseRepoPath(path);
	return typeof parsed === "string" ? why : {
		...why,
		reason: `The path ${parsed.problem}; give the file another name.`
	};
}

// src/guard/limits.ts
/** Why the change as a whole is more than a person can look at, null when it is not. */
function whyTooLarge(files, { maxChangedFiles, maxChangedBytes }) {
	if (files.length > maxChangedFiles) return {
		rule: "too-many-files",
		reason: `The change has ${files.length} files and \`max-changed-files\` is ${maxChangedFiles}; raise it or split the task.`
	};
	const bytes = files.reduce((sum, file) => sum + (file.status === "deleted" ? 0 : file.size), 0);
	if (bytes <= maxChangedBytes) return null;
	return {
		rule: "too-many-bytes",
		reason: `The change has ${Math.ceil(bytes / 1024)} KB and \`max-changed-kilobytes\` is ${Math.floor(maxChangedBytes / 1024)}; raise it or split the task.`
	};
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/guard/globs.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* Globs match from the root, dot files too. `!glob` takes out again what the others let in; a list of those alone takes
* out of everything. A plain folder name means all that is in it.
*/
function matchGlobs(globs) {
	return compile(globs, false);
}
/** The same for what must not slip through: names that a file system takes for a match are one. */
function matchGlobsLoosely(globs) {
	return once(LOOSE, globs, () => loosely(compile(globs.map(comparable), true)));
}
/** Whether one of the globs could match below a path: what a link must not stand at. */
function matchAboveLoosely(globs) {
	return once(ABOVE, globs, () => {
		const folders = globs.filter((glob) => !glob.startsWith("!")).flatMap((glob) => foldersOf(comparable(glob)));
		return loosely((0, import_picomatch.default)(folders, {
			dot: true,
			nocase: true
		}));
	});
}
function loosely(test) {
	return (path) => test(comparable(path)) || test(comparable(withoutNtfsEnds(path)));
}
/** A list is compiled once: that takes longer than all else that is done with it. */
const LOOSE = /* @__PURE__ */ new WeakMap();
const ABOVE = /* @__PURE__ */ new WeakMap();
function once(known, globs, make) {
	const test = known.get(globs) ?? make();
	known.set(globs, test);
	return test;
}
function compile(globs, nocase) {
	const options = {
		dot: true,
		nocase,
		nonegate: true
	};
	const isOut = (0, import_picomatch.default)(globs.filter((glob) => glob.startsWith("!")).flatMap((glob) => spellings(glob.slice(1))), options);
	const positive = globs.filter((glob) => !glob.startsWith("!"));
	const isIn = (0, import_picomatch.default)(positive.length === 0 && globs.length > 0 ? ["**"] : positive.flatMap(spellings), options);
	return (path) => isIn(path) && !isOut(path);
}
function spellings(glob) {
	const plain = bare(glob);
	if (glob.endsWith("/")) return [`${plain}/**`];
	return /[*?[\]{}()!]/.test(plain) ? [plain] : [plain, `${plain}/**`];
}
function bare(glob) {
	return glob.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}
/** The globs of the folders above, but for what would be every folder. */
function foldersOf(glob) {
	const names = splitOutsideBraces(bare(glob));
	return names.slice(1).map((_, at) => names.slice(0, at + 1)).filter((top) => top.some((name) => /[^*]/.test(name))).map((top) => top.join("/"));
}
function splitOutsideBraces(glob) {
	const names = [""];
	let depth = 0;
	for (const character of glob) {
		if ("{([".includes(character)) depth += 1;
		if ("})]".includes(character)) depth -= 1;
		if (character === "/" && depth === 0) names.push("");
		else names.push(`${names.pop() ?? ""}${character}`);
	}
	return names;
}

// src/guard/link-target.ts
/** As many links on the way as Linux follows. */
const MOST_LINKS = 40;
/**
* Why the target of a link must not be followed, null when it stays inside the tree whatever links stand on its way. `..`
* counts at the front alone: behind a name, which may be a link itself, it leads where the text does not show.
*/
async function whyLeaves(link, target, linksAt) {
	return whyOneLeaves(link, target) ?? await whyNextLeaves(resolved(link, target), linksAt, 1);
}
async function whyNextLeaves(path, linksAt, followed) {
	if (followed > MOST_LINKS) return "leads from one link to the next without an end";
	const link = await firstLink(path, linksAt);
	if (link === null) return null;
	for (const target of link.targets) {
		const whole = `${target}${path.slice(link.path.length)}`;
		const why = whyOneLeaves(link.path, whole);
		if (why !== null) return `leads through the link ${link.path}, whose target ${why}`;
		const further = await whyNextLeaves(resolved(link.path, whole), linksAt, followed + 1);
		if (further !== null) return further;
	}
	return null;
}
function whyOneLeaves(link, target) {
	if (target === "" || target.startsWith("/") || /^[A-Za-z]:/.test(target)) return "is absolute";
	if (/[\\\p{Cc}\u{FFFD}]/u.test(target)) return "has a backslash or a control character";
	const names = namesOf(target);
	const ups = upsOf(names);
	if (names.slice(ups).includes("..")) return "goes up behind a name";
	if (ups > link.split("/").length - 1) return "leads out of the repository";
	return namesGitDirectory(target) ? "leads into git’s own directory" : null;
}
function namesOf(target) {
	return target.split("/").filter((name) => name !== "" && name !== ".");
}
function upsOf(names) {
	const firstName = names.findIndex((name) => name !== "..");
	return firstName === -1 ? names.length : firstName;
}
/** The path that a target means from where its link stands. */
function resolved(link, target) {
	const names = namesOf(target);
	const ups = upsOf(names);
	return [...link.split("/").slice(0, -1 - ups), ...names.slice(ups)].join("/");
}
async function firstLink(path, linksAt) {
	const names = path.split("/");
	for (let count = 1; count <= names.length; count += 1) {
		const top = names.slice(0, count).join("/");
		const targets = await linksAt(top);
		if (targets.length > 0) return {
			path: top,
			targets
		};
	}
	return null;
}

// src/guard/protected-paths.ts
/**
* What a change does not touch unless a person says so, wherever it stands: files that run something, grant something or
* instruct an agent, on the forge or on the machine of whoever checks the change out. A container file such as `Dockerfile`
* is not among them, nor is the definition of an Action in a repository that is one (`action.yml`): they are source that a
* build and a reviewer read, and start nothing by being there.
*/
const PROTECTED_KINDS = [
	{
		what: "The forge’s automation, and who must approve what",
		globs: [
			"**/.github/{workflows,actions}/**",
			"**/.github/{dependabot,settings,mergify}.{yml,yaml}",
			"**/{.gitea,.forgejo}/workflows/**",
			"**/{CODEOWNERS,.mergify.yml,renovate.json,renovate.json5,.renovaterc,.renovaterc.json,.renovaterc.json5}"
		]
	},
	{
		what: "Other automation",
		globs: [
			"**/{.circleci,.buildkite,.woodpecker,.semaphore,.teamcity}/**",
			"**/{.gitlab-ci.yml,.gitlab-ci.yaml,.drone.yml,.woodpecker.yml,.travis.yml,.cirrus.yml,.appveyor.yml,appveyor.yml}",
			"**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,cloudbuild.{yml,yaml,json},buildspec.{yml,yaml}}",
			"**/{netlify.toml,vercel.json,render.{yml,yaml},bitrise.{yml,yaml},codemagic.{yml,yaml},wercker.{yml,yaml}}"
		]
	},
	{
		what: "Hooks",
		globs: [
			"**/{.husky,.githooks,.git-hooks,.lefthook}/**",
			"**/{lefthook,.lefthook,lefthook-local,.lefthook-local}.{yml,yaml,toml,json}",
			"**/{.pre-commit-config.yaml,.pre-commit-config.yml,.pre-commit-hooks.yaml}",
			"**/{.overcommit.yml,.huskyrc*,husky.config.*,.simple-git-hooks.*,simple-git-hooks.*}",
			"**/{captainhook.json,hk.pkl,prek.toml,.lintstagedrc*,lint-staged.config.*}",
			"**/.hg/**"
		]
	},
	{
		what: "Configuration and instructions of OpenCode and other agents",
		globs: [
			"**/{opencode,.opencode}.{json,jsonc}",
			"**/.opencode/**",
			"**/.github/{opencode.yml,opencode.yaml,copilot*,mcp*}",
			"**/.github/{opencode,copilot,instructions,prompts,agents,chatmodes,skills,hooks}/**",
			"**/{AGENTS,AGENT,AGENTS.override,AGENTS.local,CLAUDE,CLAUDE.local,GEMINI,QWEN,CRUSH,WARP}.md",
			"**/{.claude,.agents,.cursor,.codex,.gemini,.qwen,.windsurf,.roo,.kilocode,.kiro,.amazonq,.augment,.continue,.trae,.junie,.crush,.factory,.openhands,.cline,.amp,.warp}/**",
			"**/{.cursorrules,.windsurfrules,.goosehints,.clinerules,.rules,.aider*,.crush.json,.cursorignore,.aiignore}",
			"**/{.clinerules,.aider}/**",
			"**/{mcp,.mcp,mcp_config,mcp-config}.json"
		]
	},
	{
		what: "What an editor, a container or a shell starts when the folder is opened",
		globs: [
			"**/{.vscode,.vs,.idea,.zed,.fleet,.devcontainer}/**",
			"**/{.devcontainer.json,*.code-workspace,*.sublime-project,*.sublime-workspace,.dir-locals.el,.gitpod.yml}",
			"**/{.envrc*,.exrc,.vimrc,.nvimrc,.lvimrc,_vimrc,.nvim.lua,.gdbinit,.lldbinit,.pdbrc,.irbrc,.pryrc,.Rprofile}",
			"**/{mise,mise.*,.mise,.mise.*,.miserc}.toml",
			"**/mise/{config.toml,config.*.toml,conf.d/**}",
			"**/{.mise,.config/mise}/**"
		]
	},
	{
		what: "Configuration of package managers",
		globs: [
			"**/{.npmrc,.yarnrc,.yarnrc.yml,.yarnrc.yaml,.pnpmrc,.pnpmfile.*,pnpmfile.*,bunfig.toml,.bowerrc}",
			"**/{pnpm-workspace.{yml,yaml},.pnp.*,yarn.config.*}",
			"**/.yarn/{releases,plugins}/**",
			"**/{pip.conf,pip.ini,.pypirc,.condarc,uv.toml,poetry.toml,pdm.toml,.pdm.toml}",
			"**/.cargo/{config,config.toml,credentials,credentials.toml}",
			"**/.bundle/config",
			"**/{nuget.config,.gemrc,.netrc,_netrc}",
			"**/.m2/**"
		]
	},
	{
		what: "Configuration of git",
		globs: ["**/{.gitattributes,.gitmodules,.gitconfig,.lfsconfig,.mailmap}"]
	},
	{
		what: "Wrapper scripts, which download and run what they name, and what a build tool is started with",
		globs: [
			"**/{gradlew,gradlew.bat,mvnw,mvnw.cmd,mvnw.bat}",
			"**/gradle/wrapper/**",
			"**/.gradle/**",
			"**/{gradle.properties,.bazelrc,.bazeliskrc,.jvmopts,.sbtopts}",
			"**/tools/bazel{,.bat,.ps1}",
			"**/{init,init.d/*}.{gradle,gradle.kts}",
			"**/.mvn/**"
		]
	},
	{
		what: "Dot files at the root",
		globs: [".*"]
	},
	{
		what: "Short names that NTFS gives to the names above",
		globs: ["**/{github,gitatt,gitmod,gitcon,gitign,lfscon,mailma,husky,githoo,openco,claude,agents,cursor,codex,gemini,vscode,devcon,npmrc,yarnrc,pnpmfi,cargo,bundle,codeow,renova,lefcon,pnpm-w,yarnco,gradle,bazelr,lintst,captai,netlif,codema,mise*,openha,gdbini,lldbin,lvimrc,nvimrc}~[0-9]*{,/**}"]
	}
];
const PROTECTED_PATHS = PROTECTED_KINDS.flatMap(({ globs }) => globs);

// src/guard/rule-input.ts
/** What the rules look at, read once for the change. */
async function ruleInput(change, options) {
	const { scope, baseFiles, lfsPaths } = options;
	const protectedPaths = options.protectedPaths ?? PROTECTED_PATHS;
	const blobs = new Map(baseFiles.map(({ path, blob }) => [path, blob]));
	const leaves = await linksLeaving(change.files, options);
	return {
		isInScope: scope.length === 0 ? () => true : matchGlobs(scope),
		isProtected: matchGlobsLoosely(protectedPaths),
		isAboveProtected: matchAboveLoosely(protectedPaths),
		modeChangesAsked: options.modeChangesAsked ?? false,
		lfsPaths,
		blobBefore: (path) => blobs.get(path) ?? null,
		whyLeaves: (path) => leaves.get(path) ?? null
	};
}
async function linksLeaving(files, { baseFiles, readBlob }) {
	const links = files.filter(isLink);
	const blobs = /* @__PURE__ */ new Map();
	for (const { path, blob, mode } of links.length === 0 ? [] : [...links, ...baseFiles]) if (mode === "120000") blobs.set(path, [...blobs.get(path) ?? [], blob]);
	const read = async (blob) => new TextDecoder().decode(await readBlob(blob));
	const linksAt = async (path) => await Promise.all((blobs.get(path) ?? []).map(read));
	const leaving = /* @__PURE__ */ new Map();
	for (const { path, blob } of links) {
		const why = await whyLeaves(path, await read(blob), linksAt);
		if (why !== null) leaving.set(path, why);
	}
	return leaving;
}
function isLink(file) {
	return file.status !== "deleted" && file.mode === "120000";
}

// src/guard/rule-table.ts
/**
* Every rule of the guard by its name, in the order in which they speak; docs/guard.md is made of it. The first rule that
* nothing lifts names what is held back, then the first that a person can.
*/
const RULE_TABLE = {
	"unsafe-path": {
		stops: "absolute paths, drive letters, `..`, `.` and empty components, backslashes, control characters, characters that turn the direction of text or that nobody sees, names that are not UTF-8 or too long, and `.git` in any spelling that some file system takes for it",
		remedy: "give the file another name",
		accepted: false
	},
	submodule: {
		stops: "submodules that were moved, added, removed or replaced, and edits inside one",
		remedy: "move it with git, or make the edit in the submodule’s own repository",
		accepted: false
	},
	"nested-repository": {
		stops: "repositories inside the repository",
		remedy: "add its files without their `.git`, or ignore it",
		accepted: false
	},
	"symlink-outside": {
		stops: "links whose target leaves the tree or leads into `.git`, also by way of another link",
		remedy: "link to a path inside the repository",
		accepted: false
	},
	lfs: {
		stops: "files that the base commit’s attributes give to Git LFS",
		remedy: "make the edit with Git LFS",
		accepted: false
	},
	"too-large": {
		stops: "files that GitHub does not take",
		remedy: "keep the file elsewhere or in Git LFS",
		accepted: false
	},
	unreadable: {
		stops: "files that git could not read",
		remedy: "mend their permissions",
		accepted: false
	},
	"symlink-above": {
		stops: "files below a link that is in the final tree",
		remedy: "remove the link first",
		accepted: false
	},
	"path-conflict": {
		stops: "files where the final tree has a folder, and below what is a file there",
		remedy: "remove what is in the way first",
		accepted: false
	},
	"name-collision": {
		stops: "new names that some file system takes for one that the final tree has: by letter case, normalisation, or trailing dots and spaces",
		remedy: "give the file another name",
		accepted: false
	},
	rename: {
		stops: "the deletion half of a move whose other half is held back",
		remedy: "see to the other half",
		accepted: false
	},
	"protected-path": {
		stops: "files that run, grant or instruct something, wherever they stand (below), and links that stand above such a place; or what `protected-paths` lists instead",
		remedy: "accept it, make the edit yourself, or set `protected-paths` to a list without it",
		accepted: true
	},
	"out-of-scope": {
		stops: "paths that `scope` does not name",
		remedy: "accept it, or widen `scope`",
		accepted: true
	},
	"mode-change": {
		stops: "a file that is executable now or no longer, and a file that became a link or the other way round, where the task’s text asks for neither; new files have the mode that they were made with",
		remedy: "accept it, or set the mode with git",
		accepted: true
	},
	"too-many-files": {
		stops: "the whole change, when it has more files than `max-changed-files`",
		remedy: "raise the limit, or split the task",
		accepted: false
	},
	"too-many-bytes": {
		stops: "the whole change, when its files have more than `max-changed-kilobytes`",
		remedy: "raise the limit, or split the task",
		accepted: false
	},
	secret: {
		stops: "files that newly hold a credential, in their text, their name or the target of a link: a value of the run’s own in any usual writing, or a token of a known format",
		remedy: "take it out, and revoke it if it is a real one",
		accepted: false
	},
	"not-searched": {
		stops: "files too large to be searched for credentials",
		remedy: "make the file smaller, or add it yourself",
		accepted: false
	}
};
function isRuleName(name) {
	return Object.hasOwn(RULE_TABLE, name);
}

// src/guard/rules.ts
/** Rules about one file; those that nothing lifts come first. */
const RULES = [
	{
		name: "submodule",
		reason: (file) => file.previousMode === "160000" || file.status !== "deleted" && file.mode === "160000" ? "Submodules are never moved, added or removed here; a person does that with git." : null
	},
	{
		name: "symlink-outside",
		reason({ path }, { whyLeaves }) {
			const why = whyLeaves(path);
			return why === null ? null : `The target of the link ${why}; link to a path inside the repository.`;
		}
	},
	{
		name: "lfs",
		reason: (file, { lfsPaths }) => file.status !== "deleted" && lfsPaths.has(file.path) ? "The file is kept in Git LFS, where this commit could not put it; a person with Git LFS makes this edit." : null
	},
	{
		name: "protected-path",
		reason(file, { isProtected, isAboveProtected }) {
			if (isProtected(file.path)) return "The path is protected: what stands there runs, grants or instructs something.";
			return file.status !== "deleted" && file.mode === "120000" && isAboveProtected(file.path) ? "The link stands above a protected path: what it leads to would be found there." : null;
		}
	},
	{
		name: "out-of-scope",
		reason: ({ path }, { isInScope }) => isInScope(path) ? null : "The path is outside `scope`; widen `scope` if the task needs it."
	},
	{
		name: "mode-change",
		reason(file, { modeChangesAsked }) {
			if (modeChangesAsked || file.status === "deleted" || file.previousMode === null) return null;
			if (file.mode === file.previousMode) return null;
			return `${file.mode === "120000" || file.previousMode === "120000" ? "Its kind" : "Its executable bit"} changed and nobody asked for that; a person sets it with git.`;
		}
	}
];
/** Every rule that speaks against a file, in their order. */
function rulesAgainst(file, input) {
	return RULES.flatMap(({ name, reason }) => {
		const why = reason(file, input);
		return why === null ? [] : [{
			rule: name,
			reason: why
		}];
	});
}

// src/guard/known-formats.ts
/** No token of any format is shorter. */
const SHORTEST = 16;
/** A comment in a file switches rules off; who wrote the file is who is searched. */
const SWITCHES_OFF = /filter-comments$/;
/** The redactor's own formats and secretlint's recommended rules, which are loaded only where there is something to search. */
async function loadFormatSearch() {
	const [{ lintSource }, preset] = await Promise.all([import("./secretlint-core.js"), import("./secretlint-secretlint-rule-preset-recommend.js")]);
	const rules = preset.rules.filter(({ meta }) => !SWITCHES_OFF.test(meta.id)).map((rule) => ({
		id: rule.meta.id,
		rule,
		options: {}
	}));
	return async (path, content) => {
		if (content.length < SHORTEST) return [];
		const source = {
			content,
			filePath: path,
			ext: /\.[^./]*$/.exec(path)?.[0] ?? "",
			contentType: "text"
		};
		const { messages } = await lintSource({
			source,
			options: {
				config: { rules },
				noPhysicFilePath: true
			}
		});
		return [...messages.map(({ range: [start, end] }) => content.slice(start, end)), ...tokensIn(content)].filter((token) => !isExample(token));
	};
}
/** A password of documentation and of databases that only tests reach is no news to anybody. */
function isExample(token) {
	if (/EXAMPLE/.test(token)) return true;
	const password = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^\s/:@]*:([^\s/@]+)(?:@|$)/i.exec(token)?.[1];
	return password !== void 0 && PLACEHOLDER.test(password);
}
const PLACEHOLDER = /^(?:pass(?:word|wd)?|pw|secret|change_?me|example|user(?:name)?|test|postgres|mysql|root|guest|admin|foo|bar|x+|\*+|\.{3}|…|\$.*|<.*|\[.*|%[sv(].*|\{.*|:.*)$/i;

// src/guard/secrets.ts
/** Bytes of a file that are searched; what is larger is held back unsearched. */
const LARGEST_SEARCHED = 8388608;
/**
* Files that newly hold a credential, in their text, their name or the target of a link: one that stood in the same file
* before is no news.
*/
async function findSecrets(files, options) {
	const found = /* @__PURE__ */ new Map();
	if (files.length === 0) return found;
	const search = {
		values: createValueSearch(options.ownSecrets),
		formats: await loadFormatSearch()
	};
	const before = new Map(options.baseFiles.map(({ path, blob }) => [path, blob]));
	for (const file of files) {
		const why = await whyHeld(file, before.get(file.path) ?? before.get(renamedFrom(file) ?? "") ?? null, {
			...options,
			search
		});
		if (why !== null) found.set(file.path, why);
	}
	return found;
}
async function whyHeld(file, blobBefore, looking) {
	if (file.status === "deleted") return null;
	if (file.status === "added" && (await credentials(file.path, file.path, looking)).length > 0) return IN_NAME;
	if (file.mode === "160000") return null;
	if (file.size > LARGEST_SEARCHED) return TOO_LARGE;
	const now = await credentials(file.path, await readText(file.blob, looking), looking);
	if (now.length === 0) return null;
	const old = blobBefore === null ? "" : await readText(blobBefore, looking);
	const known = old === "" ? [] : await credentials(file.path, old, looking);
	return now.some((one) => !known.includes(one) && !old.includes(one)) ? IN_TEXT : null;
}
const IN_TEXT = {
	rule: "secret",
	reason: "The file holds what looks like a credential; take it out, and revoke it if it is a real one."
};
const IN_NAME = {
	rule: "secret",
	reason: "The name holds what looks like a credential; give the file another, and revoke it if it is a real one."
};
const TOO_LARGE = {
	rule: "not-searched",
	reason: `Files of more than ${LARGEST_SEARCHED / 1024 / 1024} MB are not searched for credentials; a person adds this one.`
};
async function credentials(path, text, { search }) {
	return [...search.values(text).map(({ value }) => value), ...await search.formats(path, text)];
}
/** What is no text is read byte for byte without zeros, so that text of two bytes a character is read, too. */
async function readText(blob, { readBlob }) {
	const bytes = Buffer.from(await readBlob(blob));
	return bytes.includes(0) ? bytes.toString("latin1").replaceAll("\0", "") : bytes.toString("utf8");
}
function renamedFrom(file) {
	return file.status === "deleted" ? null : file.renamedFrom;
}

// src/guard/guard.ts
/** What `guardChange` makes alone. */
var Guarded = class Guarded {
	#change;
	/** By path. */
	heldBack;
	/** Those of what may be published that somebody accepted. */
	accepted;
	constructor(change, heldBack, accepted) {
		this.#change = change;
		this.heldBack = heldBack;
		this.accepted = accepted;
	}
	/** Only what may be published; its tree and its lines are still those of the whole. */
	get change() {
		return this.#change;
	}
	/** The same, and named besides what an earlier guard held back. */
	withHeldBack(more) {
		return new Guarded(this.#change, [...this.heldBack, ...more], this.accepted);
	}
};
/**
* The line between what a model can influence and what is published: splits a change into what may pass and what is held
* back, each path with its rule. Nothing of the change is run, and no text of it is believed.
*/
async function guardChange(change, options) {
	const input = await ruleInput(change, options);
	const against = new Map(change.files.map((file) => [file.path, rulesAgainst(file, input)]));
	const held = new Map(change.leftOut.map((left) => [left.path, whyLeftOut(left)]));
	for (const path of repeated(change.files)) held.set(path, REPEATED);
	for (const file of change.files) {
		const why = firstOf(against.get(file.path) ?? [], isAccepted(file, options));
		if (why !== null && !held.has(file.path)) held.set(file.path, why);
	}
	place(change, options, held);
	const tooLarge = whyTooLarge(keptOf(change, held), options);
	for (const { path } of tooLarge === null ? [] : keptOf(change, held)) held.set(path, tooLarge ?? REPEATED);
	const offered = offeredOf(change, held, options);
	for (const [path, why] of await findSecrets([...keptOf(change, held), ...offered], options)) held.set(path, why);
	place(change, options, held);
	const kept = keptOf(change, held);
	const heldBack = [...held].map(([path, why]) => heldBackAs(path, why, {
		offered,
		input
	})).toSorted(byPath);
	const accepted = kept.flatMap((file) => {
		const [why] = against.get(file.path) ?? [];
		return why === void 0 ? [] : [{
			...why,
			path: file.path,
			digest: digestOf(file)
		}];
	});
	return new Guarded({
		...change,
		files: kept
	}, heldBack, accepted);
}
const REPEATED = {
	rule: "name-collision",
	reason: "The change has this path more than once."
};
function repeated(files) {
	const seen = /* @__PURE__ */ new Set();
	return files.flatMap(({ path }) => seen.size === seen.add(path).size ? [path] : []);
}
function isAccepted(file, { accepted }) {
	return accepted?.has(digestOf(file)) ?? false;
}
function firstOf(whys, accepted) {
	return whys.find(({ rule }) => !RULE_TABLE[rule].accepted) ?? (accepted ? null : whys[0] ?? null);
}
function keptOf({ files }, held) {
	return files.filter(({ path }) => !held.has(path));
}
/** What is held back may leave others without a place, and those again others. */
function place(change, options, held) {
	for (;;) {
		const kept = keptOf(change, held);
		const unplaced = [...findMisfits(kept, options.baseFiles).map(({ file, ...why }) => ({
			path: file.path,
			...why
		})), ...halfRenames(kept, change)];
		if (unplaced.length === 0) return;
		for (const { path, rule, reason } of unplaced) held.set(path, {
			rule,
			reason
		});
	}
}
/** To delete a file whose new place is held back would lose it. */
function halfRenames(kept, change) {
	const places = new Set(kept.map(({ path }) => path));
	return change.files.flatMap((file) => {
		if (file.status === "deleted" || file.renamedFrom === null) return [];
		if (places.has(file.path) || !places.has(file.renamedFrom)) return [];
		const reason = `It was moved to ${file.path}, which is held back, so it stays where it is.`;
		return [{
			path: file.renamedFrom,
			rule: "rename",
			reason
		}];
	});
}
/** What a person may accept; where that is more than a change may be, nothing of it. */
function offeredOf({ files }, held, options) {
	const offered = files.filter(({ path }) => {
		const rule = held.get(path)?.rule;
		return rule !== void 0 && RULE_TABLE[rule].accepted;
	});
	return whyTooLarge(offered, options) === null ? offered : [];
}
function heldBackAs(path, why, { offered, input }) {
	const file = RULE_TABLE[why.rule].accepted ? offered.find((one) => one.path === path) : void 0;
	return {
		path,
		...why,
		content: file === void 0 ? null : heldContent(file, input.blobBefore(file.path))
	};
}
function byPath(left, right) {
	return left.path < right.path ? -1 : 1;
}

// src/publish/arrived.ts
/** A path meets another that is the same, or that is above it and would have to be a directory. */
function meet(paths, { files }) {
	return files.some(({ path }) => paths.some((other) => `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`)));
}
function nameCommits({ commits }) {
	const names = commits.slice(0, 5).map(({ sha, author }) => `${sha.slice(0, 7)}${author === null ? "" : ` by ${author}`}`);
	const more = commits.length > names.length ? ` and ${commits.length - names.length} more` : "";
	return `commit${commits.length === 1 ? "" : "s"} ${names.join(", ")}${more}`;
}
/** An earlier try may have built the change upon the commits that arrived, and been cut off after it. */
async function contains(forge, tree, { entries }) {
	const there = await forge.entriesOf(tree);
	return there !== null && entries.every(({ path, mode, sha }) => {
		const entry = there.get(path);
		return sha === null ? entry === void 0 : entry?.sha === sha && entry.mode === mode;
	});
}

// src/publish/commands.ts
/** Sentences with commands that a person can copy. Empty for branch names that a shell would not take as one plain word. */
const commandsFor = {
	get: (branch) => isPlain(branch) ? `Get it with ${codeSpan(`git fetch origin ${branch} && git switch ${branch}`)}.` : "",
	open: (branch, base) => isPlain(branch) && isPlain(base) ? `Or open it with ${codeSpan(`gh pr create --head ${branch} --base ${base}`)}.` : "",
	merge: (branch, into) => isPlain(branch) && isPlain(into) ? `Bring it in with ${codeSpan(`git fetch origin && git switch ${into} && git merge origin/${branch}`)}.` : ""
};
/** Page on which GitHub opens a pull request between two branches. */
function compareUrl(repositoryUrl, base, branch) {
	const encode = (name) => name.split("/").map(encodeURIComponent).join("/");
	return `${repositoryUrl}/compare/${encode(base)}...${encode(branch)}?expand=1`;
}
function isPlain(branch) {
	return /^[A-Za-z0-9_][\w./-]*$/.test(branch);
}

// src/publish/leave-aside.ts
const MOST_NAMES = 5;
/** Puts the change on a branch of its own, on its recorded base, so that the branch it was meant for stays as it is. */
async function leaveAside(options, { tree, asChecked }, reason) {
	const { forge, change, place, message, runId } = options;
	const commit = await forge.createCommit({
		message,
		tree,
		parents: [change.base]
	});
	for (let number = 1; number <= MOST_NAMES; number += 1) {
		const branch = `${place.branch}-run-${runId}${number === 1 ? "" : `-${number}`}`;
		const made = await forge.createBranch(branch, commit) ? commit : await sameWork(options, branch, tree);
		if (made !== null) return {
			branch,
			commit: made,
			asChecked,
			aside: reason,
			notes: [`The work is on a branch of its own. ${commandsFor.merge(branch, place.branch)}`]
		};
	}
	throw new Failure("forge", `${reason} Could not leave the work on a branch of its own: all names from ${place.branch}-run-${runId} are taken.`, { hint: "Delete the branches that are no longer needed, and run again." });
}
/** The head of a branch that an earlier try of this run left. */
async function sameWork({ forge }, branch, tree) {
	const head = await forge.branchHead(branch);
	return head !== null && await forge.treeOf(head) === tree ? head : null;
}

// src/publish/store.ts
const AT_ONCE = 4;
/** Puts the bytes of a change on the forge; the entries that make a tree with it out of one without. */
async function storeFiles({ forge, read, stored }, change) {
	const entries = [];
	const waiting = change.files.values();
	const work = async () => {
		for (const file of waiting) entries.push(await storeFile({
			forge,
			read,
			stored
		}, file));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return entries.toSorted((left, right) => left.path < right.path ? -1 : 1);
}
async function storeFile({ forge, read, stored }, file) {
	if (file.status === "deleted") return {
		path: file.path,
		mode: file.previousMode,
		sha: null
	};
	const { path, mode, blob } = file;
	if (mode === "160000") return {
		path,
		mode,
		sha: blob
	};
	if (stored.has(blob)) return {
		path,
		mode,
		sha: blob
	};
	const there = await forge.createBlob(await read(blob));
	if (there === blob) {
		stored.add(blob);
		return {
			path,
			mode,
			sha: blob
		};
	}
	throw new Failure("forge", `Could not store ${path}: the forge has other bytes (${there}) than were checked (${blob}).`, { hint: "Run again. If it stays, the repository may use another object format than SHA-1, which is not supported." });
}

// src/publish/commit-change.ts
const MOST_TRIES = 3;
/**
* Brings the change onto the place's branch by a fast-forward from the head that was seen, and never otherwise. Commits
* that arrived meanwhile are built upon when they touch other paths, and left alone when not. Repeated after being cut
* off anywhere, it finds what it had done.
*/
async function commitChange(options) {
	const { forge, change, place } = options;
	if (change.files.length === 0) return await withoutCommit(options);
	const built = await build(options);
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const landing = await land(options, built, await forge.branchHead(place.branch));
		if (landing !== "moved-meanwhile") return landing;
	}
	return await leaveAside(options, built, `The branch ${codeSpan(place.branch)} kept moving while the work was published.`);
}
async function withoutCommit({ forge, change, place }) {
	const commit = await forge.branchHead(place.branch);
	return {
		branch: place.branch,
		commit,
		asChecked: commit === change.base,
		aside: null,
		notes: []
	};
}
async function build({ forge, change, read, stored }) {
	const base = await forge.treeOf(change.base);
	if (base === null) throw new Failure("bad-input", `The commit ${change.base} that the work is based on is not on the forge.`, { hint: "Let the checkout be a commit that is pushed." });
	const entries = await storeFiles({
		forge,
		read,
		stored
	}, change);
	const tree = await forge.createTree(base, entries);
	return {
		entries,
		tree,
		asChecked: tree === change.treeOnBase
	};
}
async function land(options, built, head) {
	const { forge, change, place, message } = options;
	if (head === null) {
		if (place.head !== null) return await leaveAside(options, built, `The branch ${codeSpan(place.branch)} was deleted while the work went on.`);
		const commit = await forge.createCommit({
			message,
			tree: built.tree,
			parents: [change.base]
		});
		return await forge.createBranch(place.branch, commit) ? landed(place.branch, commit, built) : "moved-meanwhile";
	}
	if (head === change.base) return await advance(options, built, {
		head,
		tree: built.tree,
		notes: []
	});
	return await join(options, built, head);
}
/** The head is another than the work is based on: it has the change already, or others' commits, or both. */
async function join(options, built, head) {
	const { forge, change, place } = options;
	const headTree = await forge.treeOf(head);
	if (headTree === null) return "moved-meanwhile";
	if (headTree === built.tree) return landed(place.branch, head, built);
	const arrived = await forge.compare(change.base, head);
	const notes = [`The branch got ${nameCommits(arrived)} while the work went on; what is there now was not checked together.`];
	const there = {
		branch: place.branch,
		commit: head,
		asChecked: false,
		aside: null,
		notes
	};
	if (arrived.commits.some(({ tree }) => tree === built.tree)) return there;
	if (!arrived.descends || arrived.paths === null || meet(arrived.paths, change)) {
		if (await contains(forge, headTree, built)) return there;
		const what = arrived.descends ? `${nameCommits(arrived)} that touch the same files` : "another history";
		return await leaveAside(options, built, `The branch ${codeSpan(place.branch)} has ${what}, so it was left as it is.`);
	}
	return await advance(options, built, {
		head,
		tree: await forge.createTree(headTree, built.entries),
		notes
	});
}
async function advance(options, built, { head, tree, notes }) {
	const { forge, place, message } = options;
	const commit = await forge.createCommit({
		message,
		tree,
		parents: [head]
	});
	const move = await forge.moveBranch(place.branch, {
		from: head,
		to: commit
	});
	switch (move.kind) {
		case "moved": return {
			...landed(place.branch, commit, built),
			asChecked: built.asChecked && tree === built.tree,
			notes
		};
		case "stale": return "moved-meanwhile";
		case "refused": return await leaveAside(options, built, `GitHub does not let the branch ${codeSpan(place.branch)} move: ${move.reason}`);
	}
}
function landed(branch, commit, { asChecked }) {
	return {
		branch,
		commit,
		asChecked,
		aside: null,
		notes: []
	};
}

// src/publish/path-acceptances.ts
/** Adds to a description of the bot's who accepted which content. One that somebody made theirs stays as it is. */
async function recordAcceptances(forge, number, acceptances) {
	const pull = await forge.pullRequest(number);
	const { own } = await readDescription(forge, pull);
	if (own === null) return;
	const known = own.paths ?? [];
	const paths = [...known, ...acceptances];
	const { report, theirs } = partsOf(pull.body);
	const text = withoutParagraph(report, listOf(known));
	const body = describe({
		...own,
		paths
	}, {
		report: withAcceptances(text, paths),
		theirs
	}, text);
	if (body !== standingBody(pull.body)) await forge.updatePullRequest(number, { body });
}
/** A description with who accepted what, above the list of runs. */
function withAcceptances(text, paths) {
	if (paths.length === 0) return text;
	const [report, list] = splitBody(text, LIST_START);
	return joinBody(report, listOf(paths), list);
}
/** One paragraph. No model makes a heading, so none can make one that reads like it. */
function listOf(paths) {
	const lines = paths.map(({ path, digest, by, at }) => `- ${codeSpan(path)} (${codeSpan(digest)}), by ${codeSpan(by)} on ${at.slice(0, 10)}`);
	const text = lines.length === 0 ? "" : ["### Held back, and accepted since", ...lines].join("\n");
	return bodyText(text, NO_SECRETS);
}

// src/pipeline/kept/held-files.ts
const mode = _enum([
	"100644",
	"100755",
	"120000",
	"160000"
]);
const content = object({
	digest: string().regex(DIGEST),
	after: object({
		mode,
		blob: ObjectId,
		size: int().nonnegative(),
		sha256: string().regex(/^[0-9a-f]{64}$/)
	}).nullable(),
	before: object({
		mode,
		blob: ObjectId
	}).nullable()
});
const Schema = object({
	version: literal(1),
	branch: string(),
	base: string(),
	commit: ObjectId,
	title: string(),
	at: number(),
	files: array(object({
		path: custom((value) => typeof value === "string" && isRepoPath(value)),
		rule: custom((value) => typeof value === "string" && isRuleName(value)),
		content
	})).max(1e4)
});
const FILE = "state.json";
const MESSAGE = commitText("What Patchwright held back, to be accepted", NO_SECRETS);
/** Keeps what a person may accept on the forge, in place of what an earlier run held back on the branch. */
async function keepHeldFiles(forge, { heldBack, read, ...about }) {
	const name = heldOfBranch(about.branch);
	const files = heldBack.flatMap(({ path, rule, content: held }) => held === null || !isRepoPath(path) ? [] : [{
		path,
		rule,
		content: held
	}]);
	const from = await forge.refTarget(name);
	if (files.length === 0) return from === null ? void 0 : await forge.deleteRef(name);
	const state = {
		version: 1,
		...about,
		files
	};
	const folder = await forge.createFolder([{
		path: FILE,
		text: stateText(state)
	}]);
	const entries = [];
	for (const [at, file] of files.entries()) {
		if (file.content.after === null) continue;
		const { blob } = file.content.after;
		const path = `file-${at}`;
		if (isRepoPath(path)) entries.push({
			path,
			mode: "100644",
			sha: await stored(forge, {
				blob,
				read
			})
		});
	}
	const tree = entries.length === 0 ? folder : await forge.createTree(folder, entries);
	const to = await forge.createCommit({
		message: MESSAGE,
		tree,
		parents: from === null ? [] : [from]
	});
	if (!await forge.moveRef(name, {
		from,
		to
	})) throw new TypeError("another run wrote it meanwhile");
}
async function stored(forge, { blob, read }) {
	const there = await forge.createBlob(await read(blob));
	if (there !== blob) throw new TypeError("the forge stored other bytes than were held back");
	return there;
}
/** Null where nothing is kept, or what is kept cannot be read or is of another branch. */
async function readHeldFiles(forge, branch) {
	const kept = await readState(forge, heldOfBranch(branch));
	if (kept === null) return null;
	try {
		const state = Schema.parse(JSON.parse(kept.text));
		return state.branch === branch ? state : null;
	} catch {
		return null;
	}
}

export { readDescription as C, partsOf as S, DIGEST as _, commitChange as a, describe as b, compareUrl as c, PROTECTED_PATHS as d, matchGlobs as f, parseRepoPath as g, isRepoPath as h, withAcceptances as i, guardChange as l, require_picomatch as m, readHeldFiles as n, storeFiles as o, matchGlobsLoosely as p, recordAcceptances as r, commandsFor as s, keepHeldFiles as t, RULE_TABLE as u, digestOf as v, listRuns as x, NO_WORDS as y };