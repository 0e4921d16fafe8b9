import { execa } from 'execa';
import type { LoopbackGitHub } from './github.ts';
import type { Subject } from './state.ts';

/** A call that should work: what fills the path, and what goes with it. */
export type ValidCall = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};

type Calls = Readonly<Record<string, ValidCall>>;

type Things = Awaited<ReturnType<typeof makeThings>>;

const eyes = { body: { content: 'eyes' } };

/** One working call for each operation, on things that are made for it so that no call spoils another. */
export async function makeCalls(github: LoopbackGitHub): Promise<Calls> {
  const things = await makeThings(github);
  return {
    ...gitCalls(things),
    ...repositoryCalls(things),
    ...issueCalls(things),
    ...reactionCalls(things, github),
    ...pullCalls(things),
  };
}

async function makeThings({ seed, gitDir }: LoopbackGitHub) {
  seed.user('reviewer', 'write');
  const head_sha = await seed.commit({
    branch: 'feature',
    files: { 'feature.ts': 'export {};\n', 'README.md': '# Changed\n' },
  });
  await seed.commit({ branch: 'second', files: { 'second.ts': 'export {};\n' } });
  await seed.commit({ branch: 'third', files: { 'third.ts': 'export {};\n' } });
  await seed.commit({ branch: 'doomed', files: { 'doomed.ts': 'export {};\n' } });
  const next = await seed.commit({ branch: 'target', files: { 'target.ts': 'export {};\n' } });
  const issue_number = seed.issue({ title: 'Bug', labels: ['bug', 'opencode'] }).number;
  const bare = seed.issue({ labels: ['bug'] }).number;
  const pull_number = (await seed.pull({ head: 'feature' })).number;
  const mergeable = (await seed.pull({ head: 'third' })).number;
  const merged = await seed.pull({ head: 'second' });
  merged.pull.mergedAt = merged.createdAt;
  const comment_id = seed.comment({ issue: issue_number, body: 'Hello' }).id;
  const doomed = seed.comment({ issue: issue_number, body: 'Doomed' }).id;
  const review_id = seed.review({ pull: pull_number }).id;
  const { id: review_comment } = await seed.reviewComment({
    pull: pull_number,
    path: 'feature.ts',
    line: 1,
    body: 'Why?',
    review: review_id,
  });
  const check_run_id = seed.checkRun({ headSha: head_sha, name: 'test', conclusion: 'success' }).id;
  const job = { id: 1, name: 'test', status: 'completed', conclusion: 'failure', log: 'One test fails\n' } as const;
  const run_id = seed.workflowRun({ headBranch: 'feature', headSha: head_sha, jobs: [job] }).id;
  seed.label('unused');
  const { stdout } = await execa('git', ['rev-parse', 'main', 'main^{tree}', 'main:README.md'], { cwd: gitDir });
  const [main = '', tree = '', blob = ''] = stdout.split('\n');
  return {
    issue_number,
    bare,
    pull_number,
    mergeable,
    merged: merged.number,
    comment_id,
    doomed,
    review_id,
    review_comment,
    check_run_id,
    run_id,
    head_sha,
    next,
    main,
    tree,
    blob,
  };
}

function gitCalls({ head_sha, next, main, tree, blob }: Things): Calls {
  return {
    'git/create-blob': { body: { content: 'aGk=', encoding: 'base64' } },
    'git/create-commit': { body: { message: 'A commit', tree, parents: [main] } },
    'git/create-ref': { body: { ref: 'refs/heads/created', sha: head_sha } },
    'git/create-tree': {
      body: { base_tree: tree, tree: [{ path: 'a/b', mode: '100755', type: 'blob', content: 'x' }] },
    },
    'git/delete-ref': { params: { ref: 'heads/doomed' } },
    'git/get-blob': { params: { file_sha: blob } },
    'git/get-commit': { params: { commit_sha: head_sha } },
    'git/get-ref': { params: { ref: 'heads/feature' } },
    'git/get-tree': { params: { tree_sha: head_sha }, query: { recursive: '1' } },
    'git/list-matching-refs': { params: { ref: 'heads/fea' } },
    'git/update-ref': { params: { ref: 'heads/second' }, body: { sha: next, force: true } },
  };
}

function repositoryCalls({ run_id, check_run_id, head_sha }: Things): Calls {
  return {
    'actions/cancel-workflow-run': { params: { run_id } },
    'actions/download-job-logs-for-workflow-run': { params: { job_id: 1 } },
    'actions/get-workflow-run': { params: { run_id } },
    'actions/list-jobs-for-workflow-run': { params: { run_id } },
    'actions/list-workflow-runs-for-repo': { query: { branch: 'feature', status: 'in_progress' } },
    'checks/create': { body: { name: 'lint', head_sha, status: 'in_progress' } },
    'checks/get': { params: { check_run_id } },
    'checks/list-for-ref': { params: { ref: 'feature' } },
    'checks/update': {
      params: { check_run_id },
      body: { conclusion: 'failure', output: { title: 'Red', summary: 'One test fails' } },
    },
    'rate-limit/get': {},
    'repos/compare-commits-with-basehead': { params: { basehead: 'main...feature' } },
    'repos/create-commit-status': { params: { sha: head_sha }, body: { state: 'success', context: 'ci' } },
    'repos/get': {},
    'repos/get-branch': { params: { branch: 'feature' } },
    'repos/get-collaborator-permission-level': { params: { username: 'reviewer' } },
    'repos/get-combined-status-for-ref': { params: { ref: 'feature' } },
    'repos/get-commit': { params: { ref: 'feature' } },
    'repos/get-content': { params: { path: 'README.md' }, query: { ref: 'feature' } },
    'repos/list-activities': { query: { ref: 'refs/heads/main' } },
    'repos/list-branches': {},
    'repos/list-commit-statuses-for-ref': { params: { ref: head_sha } },
    'repos/list-commits': { query: { sha: 'feature', per_page: '1' } },
    'repos/list-pull-requests-associated-with-commit': { params: { commit_sha: head_sha } },
    'users/get-authenticated': {},
    'users/get-by-username': { params: { username: 'reviewer' } },
  };
}

function issueCalls({ issue_number, bare, comment_id, doomed }: Things): Calls {
  const onIssue = { params: { issue_number } };
  const onComment = { params: { comment_id } };
  return {
    'issues/add-assignees': { ...onIssue, body: { assignees: ['reviewer'] } },
    'issues/add-labels': { ...onIssue, body: { labels: ['new'] } },
    'issues/create': { body: { title: 'Dashboard', labels: ['bug'] } },
    'issues/create-comment': { ...onIssue, body: { body: 'Working on it' } },
    'issues/create-label': { body: { name: 'made', color: '00ff00' } },
    'issues/delete-comment': { params: { comment_id: doomed } },
    'issues/get': onIssue,
    'issues/get-comment': onComment,
    'issues/get-label': { params: { name: 'unused' } },
    'issues/list-comments': onIssue,
    'issues/list-comments-for-repo': { query: { sort: 'updated', direction: 'desc' } },
    'issues/list-for-repo': { query: { state: 'all', labels: 'bug' } },
    'issues/list-labels-for-repo': {},
    'issues/list-labels-on-issue': onIssue,
    'issues/remove-all-labels': { params: { issue_number: bare } },
    'issues/remove-label': { params: { issue_number, name: 'opencode' } },
    'issues/set-labels': { params: { issue_number: bare }, body: { labels: ['bug', 'new'] } },
    'issues/update': { ...onIssue, body: { title: 'Bug!', state: 'closed', state_reason: 'completed' } },
    'issues/update-comment': { ...onComment, body: { body: 'Done' } },
  };
}

function reactionCalls({ issue_number, comment_id, review_comment }: Things, { state }: LoopbackGitHub): Calls {
  const onIssue = { params: { issue_number } };
  const onComment = { params: { comment_id } };
  const onReviewComment = { params: { comment_id: review_comment } };
  const reaction = (kind: Subject['kind'], id: number): number => {
    const reaction_id = state.nextId();
    const createdAt = '2024-01-01T00:00:00Z';
    state.reactions.set(reaction_id, {
      id: reaction_id,
      subject: { kind, id },
      author: 'octo-org',
      content: 'eyes',
      createdAt,
    });
    return reaction_id;
  };
  return {
    'reactions/create-for-issue': { ...onIssue, ...eyes },
    'reactions/create-for-issue-comment': { ...onComment, ...eyes },
    'reactions/create-for-pull-request-review-comment': { ...onReviewComment, ...eyes },
    'reactions/delete-for-issue': { params: { issue_number, reaction_id: reaction('issue', issue_number) } },
    'reactions/delete-for-issue-comment': {
      params: { comment_id, reaction_id: reaction('comment', comment_id) },
    },
    'reactions/delete-for-pull-request-comment': {
      params: { comment_id: review_comment, reaction_id: reaction('review-comment', review_comment) },
    },
    'reactions/list-for-issue': { ...onIssue, query: { content: 'eyes' } },
    'reactions/list-for-issue-comment': onComment,
    'reactions/list-for-pull-request-review-comment': onReviewComment,
  };
}

function pullCalls({ pull_number, merged, mergeable, review_id, review_comment, head_sha }: Things): Calls {
  const onPull = { params: { pull_number } };
  return {
    'pulls/check-if-merged': { params: { pull_number: merged } },
    'pulls/create': { body: { head: 'target', base: 'main', title: 'Change', draft: true } },
    'pulls/create-reply-for-review-comment': {
      params: { pull_number, comment_id: review_comment },
      body: { body: 'Because' },
    },
    'pulls/create-review': {
      ...onPull,
      body: { event: 'APPROVE', comments: [{ path: 'feature.ts', line: 1, body: 'Nice' }] },
    },
    'pulls/create-review-comment': {
      ...onPull,
      body: { body: 'Hm', commit_id: head_sha, path: 'feature.ts', line: 1, side: 'RIGHT' },
    },
    'pulls/get': onPull,
    'pulls/get-review': { params: { pull_number, review_id } },
    'pulls/get-review-comment': { params: { comment_id: review_comment } },
    'pulls/list': { query: { state: 'all', head: 'octo-org:feature', base: 'main' } },
    'pulls/list-comments-for-review': { params: { pull_number, review_id } },
    'pulls/list-commits': onPull,
    'pulls/list-files': onPull,
    'pulls/list-requested-reviewers': onPull,
    'pulls/list-review-comments': onPull,
    'pulls/list-reviews': onPull,
    'pulls/merge': { params: { pull_number: mergeable }, body: { merge_method: 'squash' } },
    'pulls/remove-requested-reviewers': { ...onPull, body: { reviewers: ['reviewer'] } },
    'pulls/request-reviewers': { ...onPull, body: { reviewers: ['reviewer'] } },
    'pulls/update': { ...onPull, body: { title: 'Better', body: 'Text', state: 'open' } },
  };
}
