import { expect, test } from 'vitest';
import { addRun, NO_RUNS, type SpentRun } from '../../src/ledger/spending.ts';
import { acceptPullRequest } from '../../src/publish/accept.ts';
import { readMarker } from '../../src/publish/marker.ts';
import { recordAcceptances, type PathAcceptance } from '../../src/publish/path-acceptances.ts';
import { listRuns, type MakeList } from '../../src/publish/told-spending.ts';
import { forgeOf } from '../forge/forge.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import { bodyOf } from '../support/text.ts';
import { workOn } from './change.ts';
import { issueTarget, publish, pulls, RUN, startWorld } from './world.ts';

const LATER: SpentRun = { ...RUN, run: 78, at: RUN.at + 1000, ended: 'no-changes', tokens: 20 };
const END = '<!-- end of the report -->';
const NOTE = 'Note by @mona: closes #9, but not before Friday.';
const NPMRC: PathAcceptance = {
  path: '.npmrc',
  digest: 'a'.repeat(64),
  by: 'mona',
  id: 1,
  at: '2026-01-01T00:00:00.000Z',
};

const listing =
  (text: string): MakeList =>
  (told) => ({
    known: addRun(told === null || told === 'lost' ? NO_RUNS : told, LATER),
    text: bodyOf(`<!-- runs -->\n${text}`),
  });

async function published(github: LoopbackGitHub) {
  const target = issueTarget(github);
  const { commit } = await publish(github, { target, work: await workOn(github, { 'src/one.txt': 'ONE\n' }) });
  const [pull] = pulls(github);
  if (pull === undefined) throw new Error('nothing was published');
  const again = async (body?: string) =>
    await publish(github, {
      target,
      work: await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: commit ?? '' }),
      ...(body === undefined ? {} : { body: () => bodyOf(body) }),
    });
  return { pull, again };
}

/** What `mona` accepts. */
const accepting = (content: string) => ({
  authority: {
    actor: { login: 'mona', id: 1, kind: 'person' },
    event: { name: 'issue_comment', action: 'created', at: null },
    content,
  } as const,
  at: new Date('2026-01-01T00:00:00Z'),
});

const lines = (body: string | null): readonly string[] => (body ?? '').split('\n').slice(1);
const times = (body: string | null, part: string): number => (body ?? '').split(part).length - 1;

test('what people wrote below the end stays through a list of runs, acceptances and another run', async () => {
  await using github = await startWorld();
  const { pull, again } = await published(github);
  const forge = forgeOf(github);
  expect(lines(pull.body).at(-1)).toBe(END);
  pull.body += `\n\n${NOTE}`;
  await listRuns(forge, pull.number, listing('The list.'));
  expect(lines(pull.body).slice(1)).toEqual(['', '<!-- runs -->', 'The list.', '', END, '', NOTE]);
  await recordAcceptances(forge, pull.number, [NPMRC]);
  expect(lines(pull.body).slice(-3)).toEqual([END, '', NOTE]);
  await acceptPullRequest(forge, await forge.pullRequest(pull.number), accepting('b'.repeat(40)));
  expect(lines(pull.body).slice(0, 2)).toEqual([
    '### Accepted by `mona`',
    'On 2026-01-01 at `bbbbbbbbbb`, with what is open below.',
  ]);
  expect(lines(pull.body).slice(-3)).toEqual([END, '', NOTE]);
  await again();
  expect(lines(pull.body)).toEqual([
    `The body of #${pull.number}.`,
    '',
    '### Held back, and accepted since',
    `- \`.npmrc\` (\`${'a'.repeat(64)}\`), by \`mona\` on 2026-01-01`,
    '',
    END,
    '',
    NOTE,
  ]);
  expect(github.violations).toEqual([]);
});

test('where all of it is too long, the report is cut, and people’s words are not', async () => {
  await using github = await startWorld();
  const { pull, again } = await published(github);
  const note = `Theirs: ${'long '.repeat(6000)}over.`;
  pull.body += `\n\n${note}`;
  await again('report '.repeat(8000));
  expect(pull.body?.length).toBeLessThanOrEqual(65_536);
  expect(pull.body).toContain('(cut here: GitHub takes no more)');
  expect(pull.body?.endsWith(`${END}\n\n${note}`)).toBe(true);
  await listRuns(forgeOf(github), pull.number, listing('x'.repeat(60_000)));
  expect(pull.body?.length).toBeLessThanOrEqual(65_536);
  expect(pull.body?.endsWith(`${END}\n\n${note}`)).toBe(true);
  expect(readMarker(pull.body ?? '')).toMatchObject({ spending: { runs: [LATER, RUN] } });
});

test('what is written while somebody accepts stays', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  const forge = forgeOf(github);
  const seen = await forge.pullRequest(pull.number);
  pull.body += `\n\n${NOTE}`;
  expect(await acceptPullRequest(forge, seen, accepting('b'.repeat(40)))).toMatchObject({ kind: 'accepted' });
  expect(pull.body).toContain('### Accepted by `mona`');
  expect(pull.body?.endsWith(NOTE)).toBe(true);
});

test('a description that somebody makes theirs while somebody accepts stays theirs', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  const forge = forgeOf(github);
  const seen = await forge.pullRequest(pull.number);
  pull.body = 'Mine.';
  await acceptPullRequest(forge, seen, accepting('b'.repeat(40)));
  expect(pull.body).toBe('Mine.');
});

test('what a browser saved is found again, and edited once', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  const forge = forgeOf(github);
  await recordAcceptances(forge, pull.number, [NPMRC]);
  await acceptPullRequest(forge, await forge.pullRequest(pull.number), accepting('b'.repeat(40)));
  pull.body = (pull.body ?? '').replaceAll('\n', '\r\n');
  await recordAcceptances(forge, pull.number, [{ ...NPMRC, path: '.yarnrc' }]);
  await acceptPullRequest(forge, await forge.pullRequest(pull.number), accepting('c'.repeat(40)));
  expect(pull.body).not.toContain('\r');
  expect(times(pull.body, '### Held back, and accepted since')).toBe(1);
  expect(times(pull.body, '### Accepted by')).toBe(1);
  const before = pull.body;
  await recordAcceptances(forge, pull.number, []);
  expect(pull.body).toBe(before);
});

test('a person who quotes an acceptance keeps the quote', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  const forge = forgeOf(github);
  await acceptPullRequest(forge, await forge.pullRequest(pull.number), accepting('b'.repeat(40)));
  const quoted = lines(pull.body).slice(0, 2).join('\n');
  pull.body = (pull.body ?? '').replace(END, `${quoted} I said so.\n\n${END}\n\n${quoted}`);
  await acceptPullRequest(forge, await forge.pullRequest(pull.number), accepting('c'.repeat(40)));
  expect(lines(pull.body)).toEqual([
    '### Accepted by `mona`',
    'On 2026-01-01 at `cccccccccc`, with what is open below.',
    '',
    `The body of #${pull.number}.`,
    '',
    ...`${quoted} I said so.`.split('\n'),
    '',
    END,
    '',
    ...quoted.split('\n'),
  ]);
});
