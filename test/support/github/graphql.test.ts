import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { DEFAULT_TOKEN, startGitHub } from './github.ts';

type Found = { readonly repository: { readonly pullRequest: { readonly id: string; readonly isDraft: boolean } } };

const TO_DRAFT =
  'mutation($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { id isDraft } } }';
const TO_READY =
  'mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }';
const QUERY = `query($number: Int!) {
  repository(owner: "octo-org", name: "hello-world") { pullRequest(number: $number) { id isDraft headRefOid author { login } } }
}`;

test('a pull request goes to draft and back', async () => {
  await using github = await startGitHub();
  const { graphql } = connect(github);
  const headRefOid = await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const { number, pull } = await github.seed.pull({ head: 'fix' });
  const found = await graphql<Found>(QUERY, { number });
  expect(found).toMatchObject({
    repository: { pullRequest: { isDraft: false, headRefOid, author: { login: 'octo-org' } } },
  });
  const { id } = found.repository.pullRequest;
  expect(await graphql(TO_DRAFT, { id })).toEqual({
    convertPullRequestToDraft: { pullRequest: { id, isDraft: true } },
  });
  expect(pull.draft).toBe(true);
  await graphql(TO_READY, { id });
  expect(pull.draft).toBe(false);
  expect(github.violations).toEqual([]);
});

test('who edited an issue is known', async () => {
  await using github = await startGitHub();
  const issue = github.seed.issue({});
  const query =
    '{ repository(owner: "octo-org", name: "hello-world") { issue(number: 1) { lastEditedAt editor { login } } } }';
  const { graphql } = connect(github);
  expect(await graphql(query)).toEqual({ repository: { issue: { lastEditedAt: null, editor: null } } });
  issue.edited = { by: 'mona', at: '2024-05-01T10:00:00Z' };
  expect(await graphql(query)).toEqual({
    repository: { issue: { lastEditedAt: '2024-05-01T10:00:00Z', editor: { login: 'mona' } } },
  });
});

test.for([
  ['an unknown field', '{ viewer { nonsense } }', /Cannot query field "nonsense"/],
  ['a missing argument', 'mutation { convertPullRequestToDraft { clientMutationId } }', /argument "input"/],
  ['no document', '{', /Syntax Error/],
  ['a field that the double does not have', '{ viewer { resourcePath } }', /resourcePath is not modelled/],
] as const)('%s is caught', async ([, query, expected]) => {
  await using github = await startGitHub();
  await expect(connect(github).graphql(query)).rejects.toThrow(expected);
  expect(github.violations).toEqual([expect.stringMatching(expected)]);
});

test('a variable of the wrong type is caught', async () => {
  await using github = await startGitHub();
  await expect(connect(github).graphql(QUERY, { number: 'one' })).rejects.toThrow(/\$number/);
  expect(github.violations).toEqual([expect.stringContaining('$number')]);
});

test('a refusal is an error beside the data, and no violation', async () => {
  const actor = { login: 'github-actions[bot]', type: 'Bot', permissions: { contents: 'read' } } as const;
  await using github = await startGitHub({ tokens: { [DEFAULT_TOKEN]: actor } });
  const { graphql } = connect(github);
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const { number } = await github.seed.pull({ head: 'fix' });
  const { id } = (await graphql<Found>(QUERY, { number })).repository.pullRequest;
  await expect(graphql(TO_DRAFT, { id })).rejects.toMatchObject({
    errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
  });
  await expect(graphql(TO_DRAFT, { id: 'PR_x' })).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
  expect(github.violations).toEqual([]);
});
