import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';

/** Tags that reports are written with; everything else is somebody's. */
const OWN_TAGS = new Set(
  'p strong em code pre a table thead tbody tr th td details summary sub span br ul ol li input blockquote h1 h2 h3 h4 h5 h6 del hr b i'.split(
    ' ',
  ),
);
const CLOSING =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b[\s:*_]+(?:(?:[\w.-]+\/[\w.-]+)?#|GH-|https?:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+\/issues\/)\d/i;
const TRAILER = /^[\s>]*(?:co-authored-by|signed-off-by|on-behalf-of|skip-checks)\s*:/im;
const SKIPPED = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]|\*\*\*NO_CI\*\*\*/i;
/** Everything that is not seen, but the space of no width that the sinks put between two characters. */
const UNSEEN = /(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2060-\u2069\u{E0000}-\u{E01EF}\uFEFF\u00AD\u200C]/u;

/** What would act or hide in a body on GitHub, as a renderer of its own sees it. Empty for a harmless one. */
export function activeIn(markdown: string): readonly string[] {
  const html = new Marked({ gfm: true }).parse(markdown, { async: false });
  const text = livingText(html);
  return [
    ...strangeTags(html),
    ...[...html.matchAll(/<[a-z][^<>]*\b(?:href|src)="([^"]*)"/gi)]
      .map(([, address = '']) => address)
      .filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))
      .map((address) => `a link to ${address}`),
    ...(/<img\b/i.test(html) ? ['an image'] : []),
    ...(/<[!](?!-- runs -->)/.test(html) ? ['a comment'] : []),
    ...(/(?<![a-z0-9/])@[a-z0-9]/i.test(text) ? [`a mention in ${text}`] : []),
    ...languagesIn(markdown)
      .filter((language) => /^(?:suggestion|geojson|topojson|stl|math)\b/i.test(language))
      .map((language) => `an active block: ${language}`),
    ...(/^[\s>]*\/(?:opencode|oc)\b/m.test(text) ? ['a command'] : []),
    ...activeInMessage(markdown),
  ];
}

/** The same for a commit message or a title. */
export function activeInMessage(text: string): readonly string[] {
  return [
    ...(CLOSING.test(text) ? ['a closing keyword'] : []),
    ...(TRAILER.test(text) ? ['a trailer'] : []),
    ...(SKIPPED.test(text) ? ['skipped checks'] : []),
    ...(/<[!]--\s*patchwright:/i.test(text) ? ['a marker'] : []),
    ...(UNSEEN.test(text) ? ['something unseen'] : []),
  ];
}

/** The same for a line of the log. */
export function activeInLog(line: string): readonly string[] {
  return [
    ...(/^\s*::|::(?:add-mask|error|save-state|set-output|stop-commands)\b/i.test(line) ? ['a command'] : []),
    ...(/##\[/.test(line) ? ['an old command'] : []),
    ...(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line.replaceAll('\t', '')) ? ['a control character'] : []),
  ];
}

/** The languages of its blocks as GitHub reads them: entities and escapes decoded before blanks are taken off. */
function languagesIn(markdown: string): readonly string[] {
  const reader = new MarkdownIt('commonmark', { maxNesting: 1000 });
  return reader
    .parse(markdown, {})
    .filter(({ type }) => type === 'fence')
    .map(({ info }) => reader.utils.unescapeAll(info).trim());
}

function strangeTags(html: string): readonly string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9-]*)([^>]*)>/gi)]
    .filter(([, name = '', attributes = '']) => {
      const isPlain =
        attributes.trim() === '' ||
        /^(?: (?:href|class|start|align|type|disabled|checked)="[^"]*")* ?\/?$/.test(attributes);
      return !OWN_TAGS.has(name.toLowerCase()) || !isPlain;
    })
    .map(([tag]) => `the tag ${tag}`);
}

/** What GitHub looks at for mentions: text outside of code, entities decoded. */
function livingText(html: string): string {
  return html
    .replaceAll(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/&#0*64;|&#x0*40;|&commat;/gi, '@')
    .replaceAll('&amp;', '&');
}
