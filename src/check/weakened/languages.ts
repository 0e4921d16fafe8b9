import { cpp, dotnet, go, jvm, rust, swift } from './compiled.ts';
import type { TestLanguage } from './language.ts';
import { dart, elixir, javascript, php, python, ruby } from './scripted.ts';

const LANGUAGES: readonly TestLanguage[] = [
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
  cpp,
];

/** The language of a file that may hold tests, null for any other file. */
export function testLanguageOf(path: string): TestLanguage | null {
  const language = LANGUAGES.find(({ extensions }) => extensions.test(path));
  if (language === undefined) return null;
  return language.anywhere === true || language.files.test(path) ? language : null;
}

/** Whether a runner of the language takes the file for a test by its name alone. */
export function isTestFile(path: string): boolean {
  return testLanguageOf(path)?.files.test(path) === true;
}
