import { describe, expect, test } from 'vitest';
import { inline, prose } from '../../src/text/prose.ts';

const Z = '\u200B';

describe('the words of a model', () => {
  test('keep their paragraphs, lists, emphasis and code', () => {
    const words = 'Adds **days** to `parse`.\n\n1. one\n2. two\n   - deeper\n\n> quoted\n\n```ts\nconst a = `x`;\n```';
    expect(prose(words)).toBe(words);
  });

  test('have bold lines for headings, so that a report keeps its own', () => {
    expect(prose('# Done\n\ntext')).toBe('**Done**\n\ntext');
  });

  test.each([
    ['a mention', 'by @octocat', `by @${Z}octocat`],
    ['a mention written as an entity', 'by &#64;octocat', `by @${Z}octocat`],
    ['a closing keyword', 'fixes #12', `fixes #${Z}12`],
    ['an image', '![logo](https://t.test/a.png)', 'logo (image: `https://t.test/a.png`)'],
    ['a link', '[docs](https://t.test/a)', 'docs (`https://t.test/a`)'],
    ['a link to a script', '[docs](javascript:alert)', 'docs (`javascript:alert`)'],
    ['an address', 'see https://t.test/a.', 'see `https://t.test/a`.'],
    ['a suggestion', '```suggestion\nrm -rf\n```', '```\nrm -rf\n```'],
    ['a diagram', '~~~mermaid\npie\n~~~', '```\npie\n```'],
    ['HTML', 'a <img src=x onerror=y> b', 'a &lt;img src=x onerror=y&gt; b'],
    ['a comment', '<!-- patchwright:{} -->', `&lt;!--${Z} patchwright:{} --&gt;`],
    ['a command', 'text\n\n/opencode fix it', `text\n\n${Z}/opencode fix it`],
    ['a trailer', 'text\n\nCo-authored-by: x', `text\n\nCo-authored-by${Z}: x`],
    ['skipped checks', '[skip ci]', String.raw`\[${Z}skip ci\]`.replace('${Z}', Z)],
    ['a formula', 'costs $a$', 'costs <span>$</span>a<span>$</span>'],
    ['a reference definition', '[x]: https://t.test\n\n[x]', 'x'],
    ['a table', '| a |\n|---|\n| b |', '&#124; a &#124; &#124;---&#124; &#124; b &#124;'],
  ])('show %s and do nothing', (_, words, shown) => {
    expect(prose(words)).toBe(shown);
  });

  test('fit on one line where there is only one', () => {
    expect(inline('# a\n\n- b `c|d`\n\n```\ne\nf\n```')).toBe('a b `c|d`   `e f`');
  });

  test('are cut at a length and parsed in time, whatever they are', () => {
    const started = performance.now();
    for (const unit of ['- ', '> ', '_a*', '[', '![[', '`', '<!--', '1. ', '**a ']) {
      expect(prose(unit.repeat(30_000)).length).toBeLessThan(60_000);
      inline(unit.repeat(30_000));
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
