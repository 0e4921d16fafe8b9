import { expect, test } from 'vitest';
import { renderPage } from '../../demo/render-page.ts';

test('the page shows the pull request with its comments and needs nothing else', () => {
  const page = renderPage(
    '> [!WARNING]\n> **Stopped.**\n\n- [x] done\n\n```mermaid\npie showData title Tokens\n  "coder" : 3\n```',
    'Read days',
    {
      number: 57,
      draft: true,
      from: 'opencode/issue-42',
      into: 'main',
      comments: [{ author: 'octocat', body: '<script>alert(1)</script> <b>x</b> <sub>small</sub> `a`' }],
    },
  );
  expect(page).toContain(
    '<div class="alert warning"><p class="alert-title">Warning</p><p><strong>Stopped.</strong></p>',
  );
  expect(page).toContain('coder: 3 (100 %)');
  expect(page).toContain('Draft');
  expect(page).not.toMatch(/<script|<b>x|https?:\/\//);
  expect(page).toContain('<sub>small</sub>');
});
