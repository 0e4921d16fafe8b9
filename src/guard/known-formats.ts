import { tokensIn } from '../text/redact.ts';

/** Tokens of known formats in a text, as they stand there. */
export type FormatSearch = (path: string, text: string) => Promise<readonly string[]>;

/** No token of any format is shorter. */
const SHORTEST = 16;

/** A comment in a file switches rules off; who wrote the file is who is searched. */
const SWITCHES_OFF = /filter-comments$/;

/** The redactor's own formats and secretlint's recommended rules, which are loaded only where there is something to search. */
export async function loadFormatSearch(): Promise<FormatSearch> {
  const [{ lintSource }, preset] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const rules = preset.rules
    .filter(({ meta }) => !SWITCHES_OFF.test(meta.id))
    .map((rule) => ({ id: rule.meta.id, rule, options: {} }));
  return async (path, content) => {
    if (content.length < SHORTEST) return [];
    const source = { content, filePath: path, ext: /\.[^./]*$/.exec(path)?.[0] ?? '', contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config: { rules }, noPhysicFilePath: true } });
    const found = messages.map(({ range: [start, end] }) => content.slice(start, end));
    return [...found, ...tokensIn(content)].filter((token) => !isExample(token));
  };
}

/** A password of documentation and of databases that only tests reach is no news to anybody. */
function isExample(token: string): boolean {
  if (/EXAMPLE/.test(token)) return true;
  const password = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^\s/:@]*:([^\s/@]+)(?:@|$)/i.exec(token)?.[1];
  return password !== undefined && PLACEHOLDER.test(password);
}

const PLACEHOLDER =
  /^(?:pass(?:word|wd)?|pw|secret|change_?me|example|user(?:name)?|test|postgres|mysql|root|guest|admin|foo|bar|x+|\*+|\.{3}|…|\$.*|<.*|\[.*|%[sv(].*|\{.*|:.*)$/i;
