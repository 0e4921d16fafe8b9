import type { TestLanguage } from './language.ts';

const JS_WORDS = 'describe|context|suite|it|test|specify|bench|scenario|feature';

export const javascript: TestLanguage = {
  extensions: /\.[cm]?[jt]sx?$/,
  files: /\.(?:test|spec|cy|e2e)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?|specs?|e2e)\//,
  definitions: [
    new RegExp(
      String.raw`^\s*(?:await\s+)?(?:Deno\.|t\.)?(?:[xf](?=[dics]))?(?:${JS_WORDS})\b(?:\.\w+)*(?:\(.*\)|\x60.*\x60)?\(\s*(?:["'](?<name>.*?)["']|\x60(?<name>.*?)\x60|$)`,
    ),
  ],
  skips: [
    new RegExp(String.raw`\b(?:${JS_WORDS})(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fails|failing|fixme)\b`),
    new RegExp(String.raw`(?:^|[\s;])x(?:describe|context|it|test|specify)(?:\.each)?\s*\(`),
    /\b(?:t|ctx|context|this|test)\.(?:skip|todo)\s*\(/,
    new RegExp(String.raw`\b(?:${JS_WORDS})\b.*\{[^}]*\b(?:skip|todo)\s*:(?!\s*(?:false\b|\d))`),
  ],
  only: [
    new RegExp(String.raw`\b(?:${JS_WORDS})(?:\.\w+)*\.only\b`),
    new RegExp(String.raw`(?:^|[\s;])f(?:describe|context|it|test)\s*\(`),
    new RegExp(String.raw`\b(?:${JS_WORDS})\b.*\{[^}]*\bonly\s*:\s*true\b`),
  ],
};

export const python: TestLanguage = {
  extensions: /\.py$/,
  files: /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/,
  definitions: [/^\s*(?:async\s+)?def\s+(?<name>test\w*)/, /^\s*class\s+(?<name>Test\w*|\w+Tests?)\b/],
  skips: [
    /\bmark\.(?:skip|skipif|xfail)\b/,
    /\bpytest\.(?:skip|xfail|importorskip)\s*\(/,
    /@(?:unittest\.)?(?:skip|skipIf|skipUnless|expectedFailure)\b/,
    /\.skipTest\s*\(|\braise\s+(?:unittest\.)?SkipTest\b|^\s*__test__\s*=\s*False\b/,
  ],
};

export const php: TestLanguage = {
  extensions: /\.(?:php|phpt)$/,
  files: /Test\.php$|\.phpt$|(?:^|\/)tests?\//i,
  definitions: [/\bfunction\s+(?<name>test\w*)\s*\(/, /^\s*(?:it|test|describe)\s*\(\s*["'](?<name>.*?)["']\s*,/],
  attribute: /^\s*(?:#\[(?:\w+\\)*Test\b|\*\s*@test\b)/,
  skips: [/\bmarkTest(?:Skipped|Incomplete)\s*\(/, /(?:->|\)\s*->)(?:skip|todo|skipOn\w+)\s*\(/],
  only: [/->only\s*\(/],
};

export const ruby: TestLanguage = {
  extensions: /\.rb$/,
  files: /(?:_spec|_test)\.rb$|(?:^|\/)test_[^/]*\.rb$/,
  definitions: [
    /^\s*(?:RSpec\.)?[xf]?(?:it|specify|scenario|example|describe|context|feature|test|should)\s*\(?\s*["'](?<name>.*?)["']/,
    /^\s*def\s+(?<name>test_\w+)/,
  ],
  skips: [
    /^\s*x(?:it|specify|scenario|example|describe|context|feature)\b/,
    /^\s*(?:skip|pending)\b(?!\s*=)/,
    /,\s*(?::(?:skip|pending)\b|(?:skip|pending):(?!\s*(?:false|nil)\b))/,
  ],
  only: [/^\s*f(?:it|specify|scenario|example|describe|context|feature)\b/, /,\s*(?::focus\b|focus:\s*true)/],
};

export const elixir: TestLanguage = {
  extensions: /\.exs$/,
  files: /_test\.exs$/,
  definitions: [/^\s*(?:test|describe|property)\s+"(?<name>.*?)"/],
  skips: [/^\s*@(?:tag|moduletag|describetag)\s+(?::skip\b|skip:(?!\s*(?:false|nil)\b))/, /^\s*test\s+"[^"]*"\s*$/],
};

export const dart: TestLanguage = {
  extensions: /\.dart$/,
  files: /_test\.dart$/,
  definitions: [/^\s*(?:test|testWidgets|group)\s*\(\s*["'](?<name>.*?)["']/],
  skips: [/\bskip\s*:(?!\s*false\b)/, /@Skip\b/],
  only: [/\bsolo\s*:\s*true\b/],
};
