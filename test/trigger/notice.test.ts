import { expect, test } from 'vitest';
import { notice } from '../../src/trigger/notice.ts';
import { saying } from '../support/saying.ts';

const OPTIONS = { label: 'opencode', phrases: ['/opencode', '/oc'], allowedBots: ['helper[bot]'] };

const person = { login: 'octocat', type: 'User' };
const comment = (body: string, user: object = person) => ({ action: 'created', comment: { body, user } });
const review = (body: string | null, user: object = person) => ({ action: 'submitted', review: { body, user } });

test.each([
  ['the label on an issue', 'issues', { action: 'labeled', label: { name: 'opencode' } }],
  ['the label in other letters', 'issues', { action: 'labeled', label: { name: 'OpenCode' } }],
  ['the label on a pull request', 'pull_request', { action: 'labeled', label: { name: 'opencode' } }],
  ['a command', 'issue_comment', comment('/opencode fix')],
  ['a command of a bot that may', 'issue_comment', comment('/oc fix', { login: 'Helper[bot]', type: 'Bot' })],
  ['a command in a thread on a line', 'pull_request_review_comment', comment('/oc fix')],
  ['a command as the text of a review', 'pull_request_review', review('/oc fix')],
  ['an issue that is closed', 'issues', { action: 'closed' }],
  ['a pull request that is closed', 'pull_request', { action: 'closed' }],
  ['a schedule', 'schedule', {}],
  ['a dispatch', 'workflow_dispatch', {}],
  ['a dispatch by API', 'repository_dispatch', {}],
  ['a payload that is no object, which is refused by name later', 'issues', null],
])('%s is for Patchwright', (_, name, payload) => {
  expect(notice(name, payload, OPTIONS)).toEqual({ forUs: true });
});

test.each([
  ['another label', 'issues', { action: 'labeled', label: { name: 'bug' } }, '"bug"'],
  ['the label taken off', 'issues', { action: 'unlabeled', label: { name: 'opencode' } }, 'unlabeled'],
  ['an issue opened', 'issues', { action: 'opened' }, 'opened'],
  ['a push to a pull request', 'pull_request', { action: 'synchronize' }, 'synchronize'],
  ['another comment', 'issue_comment', comment('I like /octokit'), 'first word'],
  ['an edited comment', 'issue_comment', { ...comment('/opencode fix'), action: 'edited' }, 'edited'],
  ['a bot', 'issue_comment', comment('/opencode fix', { login: 'other[bot]', type: 'Bot' }), 'other[bot]'],
  ['the bot itself', 'issue_comment', comment('/opencode fix <!-- patchwright:{"v":1} -->'), 'itself'],
  ['another comment on a line', 'pull_request_review_comment', comment('nice'), 'first word'],
  [
    'a comment of the bot on a line',
    'pull_request_review_comment',
    comment('/oc <!-- patchwright:{"v":1} -->'),
    'itself',
  ],
  ['a review without a text', 'pull_request_review', review(null), 'first word'],
  ['a review that is edited', 'pull_request_review', { ...review('/oc fix'), action: 'edited' }, 'edited'],
  ['a review of a bot', 'pull_request_review', review('/oc fix', { login: 'other[bot]', type: 'Bot' }), 'other[bot]'],
  ['a pull request that is reopened', 'pull_request', { action: 'reopened' }, 'reopened'],
  ['another event', 'push', {}, 'push'],
])('%s is not, and the reason says so', (_, name, payload, reason) => {
  expect(notice(name, payload, OPTIONS)).toEqual({ forUs: false, reason: saying(reason) });
});
