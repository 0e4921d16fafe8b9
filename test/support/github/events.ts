import { renderWorkflowRun } from './render/check.ts';
import { renderComment, renderIssue, renderLabel } from './render/issue.ts';
import { nodeId } from './render/node-id.ts';
import { renderPull, renderReview, renderReviewComment, renderSimplePull } from './render/pull.ts';
import { renderRepository, repositoryApi, repositoryPage } from './render/repository.ts';
import { renderUser } from './render/user.ts';
import { ensureLabel, isPull, type Issue, type PullIssue } from './state.ts';
import type { World } from './world.ts';

const WORKFLOW = '.github/workflows/patchwright.yml';

/** What each builder needs to know; the sender is the owner, or the author of the comment or review, when left out. */
export type EventOptions = {
  readonly issues: {
    readonly issue: number;
    readonly action?: 'labeled' | 'unlabeled' | 'opened' | 'edited' | 'closed';
    readonly label?: string;
    readonly sender?: string;
  };
  readonly issue_comment: {
    readonly comment: number;
    readonly action?: 'created' | 'edited' | 'deleted';
    readonly sender?: string;
  };
  readonly pull_request: {
    readonly pull: number;
    readonly action?: 'labeled' | 'unlabeled' | 'opened' | 'synchronize' | 'closed';
    readonly label?: string;
    readonly sender?: string;
  };
  readonly pull_request_review_comment: { readonly comment: number; readonly sender?: string };
  readonly pull_request_review: { readonly review: number; readonly sender?: string };
  readonly schedule: { readonly schedule: string };
  readonly workflow_dispatch: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly ref?: string;
    readonly sender?: string;
  };
  readonly repository_dispatch: {
    readonly eventType: string;
    readonly payload?: Readonly<Record<string, unknown>>;
    readonly sender?: string;
  };
  readonly workflow_run: {
    readonly run: number;
    readonly action?: 'completed' | 'requested';
    readonly sender?: string;
  };
};

export type EventName = keyof EventOptions;
export type Payload = Readonly<Record<string, unknown>>;

type Builders = {
  readonly [Name in EventName]: (world: World, options: EventOptions[Name]) => Payload | Promise<Payload>;
};

/** The payload that a runner finds at `GITHUB_EVENT_PATH`, made from the state as it is now. */
export async function buildEvent<Name extends EventName>(
  world: World,
  name: Name,
  options: EventOptions[Name],
): Promise<Payload> {
  return structuredClone(await builders[name](world, options));
}

const builders: Builders = {
  issues: (world, { issue: number, action = 'labeled', label, sender }) => {
    const issue = required(world.state.issues.get(number), `issue ${number}`);
    const labelled = label === undefined ? {} : { label: applyLabel(world, issue, action, label) };
    return { action, issue: renderIssue(world, issue), ...labelled, ...surroundings(world, sender) };
  },

  issue_comment: (world, { comment: id, action = 'created', sender }) => {
    const comment = required(world.state.comments.get(id), `comment ${id}`);
    const issue = required(world.state.issues.get(comment.issue), `issue ${comment.issue}`);
    return {
      action,
      issue: renderIssue(world, issue),
      comment: renderComment(world, comment),
      ...surroundings(world, sender ?? comment.author),
    };
  },

  pull_request: async (world, { pull: number, action = 'labeled', label, sender }) => {
    const issue = requiredPull(world, number);
    const labelled = label === undefined ? {} : { label: applyLabel(world, issue, action, label) };
    return {
      action,
      number,
      pull_request: await renderPull(world, issue),
      ...labelled,
      ...surroundings(world, sender),
    };
  },

  pull_request_review_comment: (world, { comment: id, sender }) => {
    const comment = required(world.state.reviewComments.get(id), `review comment ${id}`);
    const pull = renderSimplePull(world, requiredPull(world, comment.pull));
    return {
      action: 'created',
      comment: renderReviewComment(world, comment),
      pull_request: pull,
      ...surroundings(world, sender ?? comment.author),
    };
  },

  pull_request_review: (world, { review: id, sender }) => {
    const review = required(world.state.reviews.get(id), `review ${id}`);
    const rendered = renderReview(world, review);
    // Webhooks write the state in small letters, and an empty body as null.
    const body = { ...rendered, state: rendered.state.toLowerCase(), body: review.body === '' ? null : review.body };
    return {
      action: 'submitted',
      review: body,
      pull_request: renderSimplePull(world, requiredPull(world, review.pull)),
      ...surroundings(world, sender ?? review.author),
    };
  },

  schedule: (world, { schedule }) => ({ schedule, workflow: WORKFLOW, repository: renderRepository(world) }),

  workflow_dispatch: (world, { inputs = {}, ref, sender }) => ({
    inputs,
    ref: ref ?? `refs/heads/${world.state.settings.defaultBranch}`,
    workflow: WORKFLOW,
    ...surroundings(world, sender),
  }),

  repository_dispatch: (world, { eventType, payload = {}, sender }) => ({
    action: eventType,
    branch: world.state.settings.defaultBranch,
    client_payload: payload,
    ...surroundings(world, sender),
  }),

  workflow_run: async (world, { run: id, action = 'completed', sender }) => {
    const run = required(world.state.workflowRuns.get(id), `workflow run ${id}`);
    const rendered = await renderWorkflowRun(world, run);
    const workflow = {
      id: rendered.workflow_id,
      node_id: nodeId('W', rendered.workflow_id),
      name: run.name,
      path: run.path,
      state: 'active',
      created_at: run.createdAt,
      updated_at: run.createdAt,
      url: rendered.workflow_url,
      html_url: `${repositoryPage(world)}/blob/${world.state.settings.defaultBranch}/${run.path}`,
      badge_url: `${repositoryApi(world)}/workflows/${run.name}/badge.svg`,
    };
    return { action, workflow_run: rendered, workflow, ...surroundings(world, sender ?? run.actor) };
  },
};

function surroundings(world: World, sender: string = world.owner) {
  return { repository: renderRepository(world), sender: renderUser(world, sender) };
}

/** GitHub tells of a label when it is on already, or gone. */
function applyLabel(world: World, issue: Issue, action: string, name: string) {
  const label = ensureLabel(world.state, name);
  const others = issue.labels.filter((existing) => existing !== label.name);
  issue.labels = action === 'unlabeled' ? others : [...others, label.name];
  return renderLabel(world, label);
}

function requiredPull(world: World, number: number): PullIssue {
  const issue = required(world.state.issues.get(number), `pull request ${number}`);
  if (!isPull(issue)) throw new Error(`${number} is no pull request`);
  return issue;
}

function required<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`there is no ${name}`);
  return value;
}
