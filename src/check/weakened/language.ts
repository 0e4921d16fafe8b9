/** How the tests of a language are written. */
export type TestLanguage = Readonly<{
  extensions: RegExp;
  /** Names and folders by which the runners of the language find tests. */
  files: RegExp;
  /** Tests may stand in any file. */
  anywhere?: boolean;
  /** First line of a test's definition, `name` in a group of that name. */
  definitions: readonly RegExp[];
  /** A line that makes the function below it a test; its name is the last word before a parenthesis. */
  attribute?: RegExp;
  /** What leaves a test out. */
  skips: readonly RegExp[];
  /** What leaves out every other test. */
  only?: readonly RegExp[];
}>;
