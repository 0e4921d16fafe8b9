import type { TestLanguage } from './language.ts';

export const go: TestLanguage = {
  extensions: /\.go$/,
  files: /_test\.go$/,
  definitions: [/^func\s+(?<name>(?:Test|Benchmark|Fuzz|Example)\w*)\s*\(/, /\bt\.Run\(\s*"(?<name>[^"]*)"/],
  skips: [/\b[tbf]\.Skip(?:f|Now)?\s*\(/, /^\/\/go:build\s+ignore\b/],
};

export const rust: TestLanguage = {
  extensions: /\.rs$/,
  files: /(?:^|\/)tests\/[^/]+\.rs$/,
  anywhere: true,
  definitions: [],
  attribute: /^\s*#\[(?:\w+::)*(?:test|rstest|test_case|proptest|quickcheck)\b/,
  skips: [/^\s*#\[ignore\b/, /^\s*#\[cfg_attr\(.*\bignore\b/],
};

export const jvm: TestLanguage = {
  extensions: /\.(?:java|kt|kts|scala|groovy)$/,
  files: /(?:^|\/)(?:src\/\w*[tT]est\w*\/|test\/)|(?:Tests?|IT|Spec|Suite)\.(?:java|kt|scala|groovy)$/,
  definitions: [/^\s*(?:test|it|should|def)\s*\(?\s*"(?<name>[^"]+)"/, /^\s*"(?<name>[^"]+)"\s+(?:should|in|-\s*\{)/],
  attribute: /^\s*@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property)\b/,
  skips: [
    /@(?:Disabled\w*|Ignore\w*|EnabledIf\w*|PendingFeature)\b/,
    /\benabled\s*=\s*false\b|\b(?:assumeTrue\(\s*false|assumeFalse\(\s*true)\b/,
    /(?:^|[\s;])(?:xtest|xit|xdescribe|xcontext|xshould|ignore)\s*\(\s*"/,
  ],
  only: [/@IgnoreRest\b/, /(?:^|[\s;])(?:fit|fdescribe|fcontext)\s*\(\s*"/],
};

export const dotnet: TestLanguage = {
  extensions: /\.(?:cs|fs|vb)$/,
  files: /Tests?\.(?:cs|fs|vb)$|(?:^|\/)[^/]*Tests?\//,
  definitions: [],
  attribute: /^\s*\[<?\s*(?:\w+\.)*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
  skips: [
    /\bSkip\s*=\s*(?:"|\w)/,
    /^\s*\[<?[^\]]*\b(?:Skip|Ignore|Explicit)\b/,
    /\bAssert\.(?:Ignore|Inconclusive|Skip)\w*\s*\(/,
  ],
};

export const swift: TestLanguage = {
  extensions: /\.swift$/,
  files: /Tests?\.swift$|(?:^|\/)Tests\//,
  definitions: [/\bfunc\s+(?<name>test\w*)\s*\(/],
  attribute: /^\s*@Test\b/,
  skips: [/\bXCTSkip\w*\s*\(/, /@(?:Test|Suite)\(.*\.disabled\b/],
};

export const cpp: TestLanguage = {
  extensions: /\.(?:c|cc|cpp|cxx)$/,
  files: /(?:_test|_tests|Test|Tests)\.(?:c|cc|cpp|cxx)$|(?:^|\/)test_[^/]*\.(?:c|cc|cpp|cxx)$/,
  definitions: [
    /^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST)\s*\(\s*(?<name>\w+\s*,\s*\w+)/,
    /^\s*TEST_CASE\s*\(\s*"(?<name>.*?)"/,
  ],
  skips: [/\bGTEST_SKIP\s*\(/, /\bDISABLED_\w/, /"\[\.(?:\]|\w)/],
};
