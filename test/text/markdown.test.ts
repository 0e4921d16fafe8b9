import { Marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { codeSpan, details, escapeMarkdown, fence, link, paragraphs, table } from '../../src/text/markdown.ts';

function html(markdown: string): string {
  return new Marked({ gfm: true }).parse(markdown, { async: false }).trim();
}

/** What a browser would show of it. */
function text(markdown: string): string {
  return html(markdown)
    .replaceAll(/<\/?(?:p|span|code|pre)>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#124;', '|')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200B', '')
    .trim();
}

const HOSTILE = [
  '`',
  '``',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '#',
  '|',
  '~',
  '!',
  '\\',
  '$',
  '-',
  '+',
  '=',
  '1.',
  '@a',
  ' ',
  'x',
  '&#64;',
  '<b>',
  '![',
  '](http:',
] as const;

/** The same texts every time, from a small generator of numbers. */
function* hostileTexts(count: number): Generator<string> {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let index = 0; index < count; index += 1) {
    yield Array.from({ length: 1 + next(8) }, () => HOSTILE[next(HOSTILE.length)]).join('');
  }
}

describe('whatever is in it', () => {
  test('escaped text shows as it was written and makes no markup', () => {
    for (const hostile of hostileTexts(2000)) {
      const shown = html(escapeMarkdown(hostile));
      expect(shown, hostile).not.toMatch(/<(?!\/?(?:p|span)>)/);
      expect(text(escapeMarkdown(hostile)), hostile).toBe(hostile.replaceAll(/\s+/g, ' ').trim());
    }
  });

  test('a code span is one code span', () => {
    for (const hostile of hostileTexts(2000)) {
      const span = codeSpan(hostile);
      if (span === '') continue;
      expect(html(`a ${span} b`).match(/<code>/g), hostile).toHaveLength(1);
      expect(text(`a ${span} b`).replaceAll(/\s+/g, ' '), hostile).toBe(
        `a ${hostile.replaceAll(/\s+/g, ' ').trim()} b`,
      );
    }
  });

  test('a fence is one block', () => {
    for (const hostile of hostileTexts(1000)) {
      const shown = html(`${fence(`${hostile}\n${hostile}`)}\n\nafter`);
      expect(shown.match(/<pre>/g), hostile).toHaveLength(1);
      expect(shown, hostile).toMatch(/<p>after<\/p>$/);
    }
  });

  test('a table has the cells that it was given', () => {
    for (const hostile of hostileTexts(1000)) {
      const cells = [escapeMarkdown(hostile), codeSpan(hostile), 'last'];
      const shown = html(table([{ title: 'a' }, { title: 'b' }, { title: 'c' }], [cells]));
      expect(shown.match(/<td>/g), hostile).toHaveLength(3);
      expect(shown, hostile).toContain('<td>last</td>');
    }
  });
});

test('a link leads to http and https alone', () => {
  expect(link('run', 'https://a.test/x?y=1')).toBe('[run](https://a.test/x?y=1)');
  expect(link('run', 'javascript:alert(1)')).toBe('run');
  expect(link('run', 'data:text/html,x')).toBe('run');
  expect(link('run', 'https://user:word@a.test')).toBe('run');
  expect(link('run', null)).toBe('run');
  expect(link('run', 'not an address')).toBe('run');
  expect(link('run', 'https://a.test/)[x](https://b.test')).toBe('[run](https://a.test/%29%5Bx%5D%28https://b.test)');
});

test('a pipe in code does not end the cell', () => {
  expect(table([{ title: 'a' }], [['`a|b`']])).toBe('| a |\n|---|\n| `a\\|b` |');
  expect(table([{ title: 'a' }], [])).toBe('');
});

test('a summary is text', () => {
  expect(details('<img> & @octocat', 'body')).toBe(
    '<details><summary>&lt;img&gt; &amp; @\u200Boctocat</summary>\n\nbody\n\n</details>',
  );
});

test('empty parts leave no gap', () => {
  expect(paragraphs('a', '', null, 'b')).toBe('a\n\nb');
});
