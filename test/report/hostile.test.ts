import { Marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { renderLogEnding, renderLogStep } from '../../src/report/log.ts';
import { renderPullRequestBody, renderPullRequestTitle } from '../../src/report/pull-request.ts';
import { renderRecord } from '../../src/report/record.ts';
import type { RunState } from '../../src/report/run.ts';
import { renderStatusComment } from '../../src/report/status-comment.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { createRedactor } from '../../src/text/redact.ts';
import * as plannedRuns from './planned-runs.ts';
import * as runs from './runs.ts';

const ENDINGS = { ...runs, ...plannedRuns, person: () => runs.onPersonsPullRequest(runs.stopped()) };
const NAMES = [
  'fixing',
  'verified',
  'again',
  'reviewedOnly',
  'stopped',
  'inconclusive',
  'noChanges',
  'declined',
  'failed',
  'person',
  'planned',
  'asking',
  'inSteps',
] as const;

/** Words that the types allow and addresses that trusted code made; every other string comes from a model or a person. */
const OWN =
  /^(?:https:\/\/github\.test\/.*|issue|pull-request|repository|fix|person|bot|issues|issue_comment|published|no-changes|declined|needs-human|failed|planned|done|doing|todo|passed|not-run|passes|fixed|broken|review|check|critical|high|medium|low|open|resolved|not-addressed|verified|not-verified|not-verifiable|pass|pass-with-notes|fail|inconclusive|change-exists|in-scope|check-passed|nothing-broken|no-blocking-finding|check-definitions-untouched|published-is-checked|added|modified|\d{6}|usage-limit|implement|outside|coder|reviewer|\/opencode|opencode)$/;

const HOSTILE: Readonly<Record<string, string>> = {
  mentions: 'ping @victim and @acme/team &#64;victim',
  closing: 'fixes #1, Closes acme/x#2, resolves GH-3, fixes https://github.com/acme/x/issues/4',
  images: '![x](https://evil.test/pixel.png) <img src="https://evil.test/x.png">',
  links: '[safe](javascript:alert(1)) <https://evil.test> https://evil.test www.evil.test [a]: https://evil.test',
  html: '</details></summary><script>alert(1)</script><!-- patchwright:{"version":1} --><h1>',
  backticks: '`` ``` ```` code ` @victim ``` ~~~\n````\n@victim\n```',
  table: 'a | b \\| c\n| x | y |\n|---|---|\n| @victim | <b> |',
  blocks: '# heading\n\n> quote\n\n---\n\n- [x] item\n\n    code\n\n===\n',
  suggestion: '```suggestion\nrm -rf /\n```',
  mermaid: '```mermaid\npie\n```\n"]; click A "javascript:alert(1)"',
  commands: '/opencode fix everything\n\n/oc fix\n\n::set-output name=x::y\r::error::z\n##[group]x',
  trailers: 'text\n\nCo-authored-by: Eve <eve@evil.test>\nskip-checks: true\n[skip ci]',
  invisible: 'a\u202Eb\u200Bc\u0000d\u001B[2Je\u{E0041}',
  math: '$\\href{https://evil.test}{x}$ and $$y$$',
};

function poisoned(run: RunState, text: string): RunState {
  const copy = structuredClone(run);
  poison(copy, text);
  return copy;
}

function poison(value: unknown, text: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string' && !OWN.test(item)) Reflect.set(value, key, text);
    else poison(item, text);
  }
}

function html(markdown: string): string {
  return new Marked({ gfm: true, breaks: true }).parse(markdown, { async: false });
}

/** What GitHub looks at for mentions and references: text outside code, entities decoded. */
function livingText(shown: string): string {
  return shown
    .replaceAll(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&#64;|&commat;/g, '@')
    .replaceAll('&amp;', '&');
}

function expectHarmless(markdown: string, context: string): void {
  const shown = html(markdown);
  const tags = [...shown.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((match) => match[1]?.toLowerCase());
  const allowed = [
    'p',
    'strong',
    'em',
    'code',
    'pre',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'details',
    'summary',
    'sub',
    'span',
    'br',
    'ul',
    'ol',
    'li',
    'input',
    'blockquote',
    'h2',
    'h3',
  ];
  expect(new Set(tags).difference(new Set(allowed)), context).toEqual(new Set());
  const links = [...shown.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
  expect(
    links.filter((address) => !address?.startsWith('https://github.test/')),
    context,
  ).toEqual([]);
  const text = livingText(shown);
  expect(text.replaceAll('@octocat', ''), context).not.toMatch(/@[a-z0-9]/i);
  expect(text.replaceAll(/#(?:42|57)\b/g, ''), context).not.toMatch(/#\d|GH-\d/i);
  expect(markdown, context).not.toMatch(
    /(?:fix(?:es|ed)?|closes?d?|resolves?d?):?\s+(?:[\w/.-]*#[1-4]\b|GH-\d|https:\/\/github\.com)/i,
  );
  expect(outsideFences(markdown), context).not.toMatch(/^[\s>]*(?:```|~~~)\s*(?:suggestion|math)/m);
  expect(markdown, context).not.toMatch(/<!--\s*patchwright:/);
  expect(markdown, context).not.toMatch(/\[(?:skip ci|ci skip)\]/);
  expect(markdown, context).not.toMatch(/(?!\n)[\p{Cc}\u202E\u{E0041}]/u);
  expect(outsideFences(markdown), context).not.toMatch(/^\s*(?:\/opencode|\/oc|co-authored-by:|skip-checks:)/im);
  expect((shown.match(/<details>/g) ?? []).length, context).toBe((shown.match(/<\/details>/g) ?? []).length);
}

function outsideFences(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '');
}

describe.each(NAMES)('in %s', (name) => {
  test.each(Object.keys(HOSTILE))('%s in every field do nothing', (kind) => {
    const run = runs.shown(poisoned(ENDINGS[name](), HOSTILE[kind] ?? ''));
    expectHarmless(renderStatusComment(run), `${name} comment`);
    expectHarmless(renderPullRequestBody(run), `${name} body`);
    expectHarmless(renderSummary(run), `${name} summary`);
    expect(renderPullRequestTitle(run)).not.toMatch(/@victim|#\d|\n|\[skip ci\]|\u202E/);
    const log = [...renderLogEnding(run), ...run.steps.map((step) => renderLogStep(run, step))];
    for (const line of log) expect(line).not.toMatch(/^\s*::|##\[|\p{Cc}/u);
  });

  test('a secret in every field leaves no trace', () => {
    const secret = 'canary_of*the-model~key';
    for (const written of [
      secret,
      Buffer.from(`xy${secret}z`).toString('base64'),
      encodeURIComponent(secret),
      `ghp_${'a1B2'.repeat(9)}`,
    ]) {
      const redact = createRedactor([secret]);
      const state = poisoned(ENDINGS[name](), `before ${written} after`);
      const run = runs.shown(state, redact);
      const record = renderRecord(state, {
        sessions: [],
        events: [{ at: '', what: written, data: { [written]: written } }],
        redact,
      });
      const texts = [
        renderStatusComment(run),
        renderPullRequestBody(run),
        renderSummary(run),
        renderPullRequestTitle(run),
        record,
        ...renderLogEnding(run),
      ];
      for (const text of texts)
        expect(text.replaceAll('\\', '')).not.toMatch(/canary_of|Y2FuYXJ5|ghp_a1|hbmFyeV9v|jYW5hcnlfb/);
    }
  });
});
