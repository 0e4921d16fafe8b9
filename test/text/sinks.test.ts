import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../src/text/redact.ts';
import {
  annotationText,
  bodyBeside,
  bodyText,
  commentText,
  commitText,
  joinBody,
  labelText,
  logLine,
  NO_SECRETS,
  partBody,
  reviewText,
  splitBody,
  standing,
  standingBody,
  summaryText,
  titleText,
  withMarker,
  withoutMarker,
  withoutParagraph,
} from '../../src/text/sinks.ts';
import { activeIn, activeInLog, activeInMessage } from './active.ts';
import { CORPUS, type SinkKind } from './hostile-corpus.ts';

const Z = '\u200B';
const BODIES = { commentText, bodyText, reviewText, summaryText } as const;

const sinks: Readonly<Record<SinkKind, (text: string) => readonly string[]>> = {
  markdown: (text) => Object.values(BODIES).flatMap((make) => activeIn(make(text, NO_SECRETS))),
  message: (text) => mentionsIn(commitText(text, NO_SECRETS)),
  title: (text) => mentionsIn(titleText(text, NO_SECRETS)),
  log: (text) => [logLine(text), ...annotationText(text, NO_SECRETS).split('\n')].flatMap(activeInLog),
};

function mentionsIn(text: string): readonly string[] {
  return [...activeInMessage(text), ...(/(?<![a-z0-9])@[a-z0-9]/i.test(text) ? ['a mention'] : [])];
}

test.each(CORPUS)('$name does nothing wherever it leaves to', ({ text }) => {
  for (const [kind, active] of Object.entries(sinks)) {
    for (const around of [text, `Before.\n\n${text}\n\nAfter.`, `> ${text}`, `\`x\` ${text} \`y\``]) {
      expect(active(around), `${kind}: ${JSON.stringify(around)}`).toEqual([]);
    }
  }
});

test('without the sinks each of the texts would do something, so the checks see it', () => {
  const seen: Readonly<Record<SinkKind, (text: string) => readonly string[]>> = {
    markdown: activeIn,
    message: mentionsIn,
    title: mentionsIn,
    log: (text) => text.split(/\r\n?|\n/).flatMap(activeInLog),
  };
  const unseen = CORPUS.filter(({ text, does }) => does.every((kind) => seen[kind](text).length === 0));
  expect(unseen.map(({ name }) => name)).toEqual(BEYOND);
});

/** Tricks for other readers than the renderer at hand, or that only hide something. */
const BEYOND: readonly string[] = [
  'zero-width characters',
  'other hidden HTML (1)',
  ...[1, 2, 3, 4].map((at) => `reference comments (${at})`),
  'nested fences (7)',
  'nested fences (8)',
  'closing keywords (15)',
  'addresses that run (19)',
  'addresses that run (21)',
  'HTML that breaks out (3)',
];

describe('what Patchwright means', () => {
  test('is the mention of a person, and of nobody else', () => {
    const meant = { mentions: ['octocat'] };
    const text = commentText('for @octocat, not @octocat-evil, @octocat/team or @mona', { ...NO_SECRETS, meant });
    expect(text).toBe(`for @octocat, not @${Z}octocat-evil, @${Z}octocat/team or @${Z}mona`);
  });

  test('is the issue that a merge closes, and no other', () => {
    const text = bodyText('Closes #12\n\nCloses #123 and fixes #12', { ...NO_SECRETS, meant: { closes: [12] } });
    expect(text).toBe(`Closes #12\n\nCloses #${Z}123 and fixes #12`);
  });

  test('is its own markup: folded parts, boxes, tables, links and diagrams', () => {
    const report = [
      '> [!NOTE]',
      '> **Reviewed.** See [the run](https://github.test/runs/1).',
      '',
      '<details><summary>Output of <code>test</code></summary>',
      '',
      '```text',
      'npm i @types/node <img> &copy; ![x](y)',
      '```',
      '',
      '</details>',
      '',
      '| a | b |',
      '|---|--:|',
      '| `@types/node` | 1 &lt; 2 &#124; 3<br>x |',
      '',
      '```mermaid',
      'pie',
      '```',
      '',
      '<sub>requested by octocat</sub>',
      '',
      '<!-- runs -->',
      '<!-- end of the report -->',
    ].join('\n');
    expect(bodyText(report, { ...NO_SECRETS, meant: { diagrams: true } })).toBe(report);
    expect(bodyText(report, NO_SECRETS)).toBe(report.replace('mermaid', `${Z}mermaid`));
  });
});

describe('sizes', () => {
  test.each(Object.entries(BODIES))('%s fits, says that it was cut, and what the cut opens does nothing', (_, make) => {
    for (const unit of ['word ', '`@mona` ', '```\n@mona\n```\n', '👍', '@mona ']) {
      const text = make(unit.repeat(1_200_000 / unit.length), NO_SECRETS);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
      expect(text).toContain('(cut here: GitHub takes no more)');
      expect(text.isWellFormed()).toBe(true);
      if (text.length <= 65_536) expect(activeIn(text)).toEqual([]);
    }
  });

  test('a body with a marker fits as well, with the marker whole', () => {
    const text = withMarker({ v: 1, note: '-->'.repeat(100) }, commentText('word '.repeat(20_000), NO_SECRETS));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.indexOf('-->')).toBe(text.indexOf(' -->\n') + 1);
  });

  test('a subject has 72 characters, a line of the log 2,000', () => {
    expect(commitText('x '.repeat(100), NO_SECRETS).split('\n')[0]?.length).toBeLessThanOrEqual(72);
    expect(logLine('x'.repeat(9000)).length).toBe(2000);
    expect(logLine('a\nb\r\nc')).toBe('a b c');
  });
});

describe('a description that stands', () => {
  const note = bodyText('> **Accepted**', NO_SECRETS);
  const list = bodyText('<!-- runs -->\none', NO_SECRETS);

  test('goes back as people wrote it, without its marker', () => {
    const written = standing('<!-- patchwright:{"v":1} -->\r\nHello @octocat, closes #1 <b>');
    expect(withoutMarker(written)).toBe('Hello @octocat, closes #1 <b>');
    expect(standingBody(written)).toBe(written);
    expect(standingBody(standing('x'.repeat(70_000))).length).toBeLessThanOrEqual(65_536);
  });

  test('is parted at what is Patchwright’s own, and nothing of it is lost', () => {
    const whole = joinBody(note, standingBody(standing('Theirs.\n\n<!-- runs -->\n\nMore.')), list);
    const [report, end] = splitBody(whole, '<!-- runs -->');
    expect(end).toBe(list);
    expect(withoutParagraph(report, note)).toBe('Theirs.\n\n<!-- runs -->\n\nMore.');
    expect(splitBody(note, '<!-- runs -->')).toEqual([note, '']);
    expect(withoutParagraph(report, list)).toBe(report);
    expect(withoutParagraph(report, bodyText('', NO_SECRETS))).toBe(report);
  });

  test('has one kind of line end, whatever saved it', () => {
    expect(standing('a\r\n\r\nb\n')).toBe('a\n\nb\n');
  });

  test('loses a paragraph only where it is a whole one, and the first of those', () => {
    const body = (text: string) => standingBody(standing(text));
    const quoted = '> > **Accepted**\n\n> **Accepted** by me\n\nSo: > **Accepted**';
    expect(withoutParagraph(body(quoted), note)).toBe(quoted);
    expect(withoutParagraph(body(`${quoted}\n\n${note}\n\nb\n\n${note}`), note)).toBe(`${quoted}\n\nb\n\n${note}`);
    expect(withoutParagraph(body(`${note}\n\n    code`), note)).toBe('    code');
    expect(withoutParagraph(body(`a\n\n${note}\n`), note)).toBe('a');
  });

  test('ends with what is people’s, below the last end', () => {
    const end = '<!-- end of the report -->';
    const text = (words: string) => partBody(standingBody(standing(words)), end);
    expect(text(`a\n\n${end}\n\n    b\n\nc\n`)).toEqual(['a', '    b\n\nc']);
    expect(text(`a ${end} b\n${end}`)).toEqual([`a ${end} b`, '']);
    expect(text('a')).toEqual(['a', '']);
  });

  test('leaves room for what else stands there, and what a cut sets free does nothing', () => {
    expect(bodyBeside(note, 65_536 - note.length)).toBe(note);
    expect(bodyBeside(note, 65_536)).toBe('');
    const long = bodyText(`\`${'@mona '.repeat(9000)}\``, NO_SECRETS);
    const short = bodyBeside(long, 60_000);
    expect(short.length).toBeLessThanOrEqual(5536);
    expect([activeIn(long), activeIn(short)]).toEqual([[], []]);
  });

  test('is said to stand by the forge and by what was kept of it, and by nothing else', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const callers = sources.filter((name) =>
      /\bstanding\b[^'\n]*from '[./]*\/text\/sinks\.ts'/.test(readFileSync(`src/${name}`, 'utf8')),
    );
    expect(callers.toSorted()).toEqual(['forge/github/pull-requests.ts', 'pipeline/kept/saved-parts.ts']);
  });
});

test('a label keeps its name, on one line and without a secret', () => {
  const options = { redact: createRedactor(['canary_of*the-model~key']) };
  expect(labelText('help::wanted @team :sparkles:', options)).toBe('help::wanted @team :sparkles:');
  expect(labelText(' a\nb canary_of*the-model~key', options)).toBe('a b ‹redacted›');
  expect(labelText('x'.repeat(80), options).length).toBe(50);
});

test('a secret of the run leaves by no text, whole or in pieces, in any usual writing', () => {
  const secret = 'canary_of*the-model~key';
  const options = { redact: createRedactor([secret]) };
  const written = [
    secret,
    Buffer.from(`xy${secret}z`).toString('base64'),
    Buffer.from(secret).toString('base64url'),
    Buffer.from(secret).toString('hex'),
    encodeURIComponent(secret),
    `ghp_${'a1B2'.repeat(9)}`,
  ];
  const makers = [...Object.values(BODIES), titleText, commitText, annotationText];
  for (const text of written) {
    for (const make of makers) {
      expect(make(`a ${text} b`, options)).toMatch(/^a (?:..)?‹redacted›(?:..)? b$/);
      expect(make(`a\n\`\`\`\n${text}\n\`\`\``, options)).not.toContain(text);
    }
  }
  const hex = Buffer.from(secret).toString('hex');
  const [head, tail] = [secret.slice(0, 10), secret.slice(10)];
  const pieces = [
    `${head}\n${tail}`,
    `> ${head}\n> ${tail}`,
    secret.split('').join(Z),
    `${head}\u{E0041}${tail}`,
    secret.split('').join(' '),
    secret.toUpperCase(),
    `\`${head}\` + \`${tail}\``,
    `a = "${head}"; b = "${tail}"`,
    [...Buffer.from(secret)].join(', '),
    Array.from(secret, (one) => `&#${one.codePointAt(0)};`).join(''),
    Array.from(secret, (one) => `\\${one.charCodeAt(0).toString(8)}`).join(''),
    Array.from(secret, (one) => one.charCodeAt(0).toString(2).padStart(8, '0')).join(' '),
    hex.toUpperCase().replaceAll(/../g, '$& - '),
    Buffer.from(secret).toString('base64').replaceAll(/.{5}/g, '$&, '),
  ];
  for (const text of pieces) {
    for (const make of makers) {
      const made = make(`so ${text} so`, options);
      expect(made, text).toContain('‹redacted›');
      expect(made.replaceAll(/‹redacted›|so/g, '').length, made).toBeLessThanOrEqual(8);
    }
  }
});

test('a backtick in a bare address that follows an underscore opens no code', () => {
  for (const text of ['_www.a.test/` @mona `', '1http://a.test/` @mona `']) {
    expect(activeIn(commentText(text, NO_SECRETS))).toEqual([]);
    expect(commentText(text, NO_SECRETS)).toContain(`@${Z}mona`);
  }
});
