import type { Invocation } from '../../../src/trigger/trigger.ts';

export const ASKED_AT = '2026-01-02T00:00:00Z';

/** An invocation on a pull request, as `/opencode fix` by mona makes it. */
export function askedOnPull(
  given: Partial<Invocation> & { number?: number; head?: string; body?: string; author?: string } = {},
): Invocation {
  const { number = 1, head = 'a'.repeat(40), body = 'The description.', author = 'octo-org', ...rest } = given;
  const from = { author, at: '2026-01-01T00:00:00Z' };
  return {
    command: 'fix',
    instruction: null,
    options: {},
    target: {
      kind: 'pull-request',
      number,
      title: { text: 'A title', from: { ...from, what: 'pull request title' } },
      body: { text: body, from: { ...from, what: 'pull request body' } },
      url: '',
      snapshot: { head: { branch: 'topic', sha: head }, base: { branch: 'main', sha: head }, here: true },
    },
    actor: { login: 'mona', id: 1, kind: 'person' },
    rerunBy: null,
    commentId: 1,
    inline: false,
    thread: [],
    event: { name: 'issue_comment', action: 'created', at: ASKED_AT },
    ...rest,
  };
}
