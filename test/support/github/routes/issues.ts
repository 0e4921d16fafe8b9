import { Refusal, notFound } from '../failure.ts';
import { listReply } from '../page.ts';
import { renderIssue } from '../render/issue.ts';
import { ensureLabel, nextNumber, type Issue, type State } from '../state.ts';
import { param, shownHtml, type Call, type Routes, type World } from '../world.ts';

type NamedLabel = string | { readonly name: string };

type NewIssue = { title: string | number; body?: string; labels?: NamedLabel[]; assignees?: string[] };
type IssueUpdate = Partial<Omit<NewIssue, 'body'>> & {
  body?: string | null;
  state?: Issue['state'];
  state_reason?: Issue['stateReason'];
};

export const issueRoutes: Routes = {
  'issues/list-for-repo': (call) => {
    requireIssues(call.world);
    return listReply(call, filterIssues(call), (issue) => renderIssue(call.world, issue));
  },

  'issues/create': ({ world, actor, body }: Call<NewIssue>) => {
    requireIssues(world);
    const labels = labelNames(world.state, body.labels ?? []);
    const issue = addIssue(world, {
      title: String(body.title),
      body: body.body ?? null,
      author: actor.login,
      labels,
      assignees: body.assignees ?? [],
    });
    return { status: 201, body: renderIssue(world, issue) };
  },

  'issues/get': (call) => {
    const issue = findIssue(call);
    return { status: 200, body: { ...renderIssue(call.world, issue), ...shownHtml(call, issue) } };
  },

  'issues/update': (call: Call<IssueUpdate>) => {
    const { world, actor, body } = call;
    const issue = findIssue(call);
    const now = world.now();
    noteEdit(issue, body, { by: actor.login, at: now });
    if (body.title !== undefined) issue.title = String(body.title);
    if (body.body !== undefined) issue.body = body.body;
    if (body.labels) issue.labels = labelNames(world.state, body.labels);
    if (body.assignees) issue.assignees = body.assignees;
    if (body.state)
      setIssueState(world, issue, { state: body.state, reason: body.state_reason ?? null, by: actor.login });
    issue.updatedAt = now;
    return { status: 200, body: renderIssue(world, issue) };
  },

  'issues/add-assignees': (call: Call<{ assignees?: string[] }>) => {
    const issue = findIssue(call);
    issue.assignees = [...new Set([...issue.assignees, ...(call.body.assignees ?? [])])];
    return { status: 201, body: renderIssue(call.world, issue) };
  },
};

/** The issue, or pull request, that the route names; GitHub answers 410 for issues in a repository without them. */
export function findIssue(call: Call): Issue {
  const issue = call.world.state.issues.get(Number(param(call, 'issue_number')));
  if (!issue?.pull) requireIssues(call.world);
  if (!issue) throw notFound();
  return issue;
}

export type IssueText = Pick<Issue, 'title' | 'body' | 'author'> &
  Partial<Pick<Issue, 'labels' | 'assignees' | 'number' | 'createdAt'>>;

export function addIssue({ state, now }: World, text: IssueText): Issue {
  const createdAt = text.createdAt ?? now();
  const issue: Issue = {
    id: state.nextId(),
    number: nextNumber(state),
    labels: [],
    assignees: [],
    state: 'open',
    stateReason: null,
    closedBy: null,
    locked: false,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    edited: null,
    ...text,
  };
  for (const label of issue.labels) ensureLabel(state, label);
  state.issues.set(issue.number, issue);
  return issue;
}

/** GitHub keeps who changed a body apart from who changed a title. */
export function noteEdit(
  issue: Issue,
  { title, body }: { readonly title?: string | number | null; readonly body?: unknown },
  when: { readonly by: string; readonly at: string },
): void {
  if (body !== undefined) issue.edited = when;
  if (title !== undefined)
    issue.renames = [...(issue.renames ?? []), { ...when, from: issue.title, to: String(title) }];
}

export function setIssueState(
  world: World,
  issue: Issue,
  to: { readonly state: Issue['state']; readonly reason?: Issue['stateReason']; readonly by: string },
): void {
  if (issue.state === to.state) return;
  const closed = to.state === 'closed';
  issue.state = to.state;
  issue.stateReason = issue.pull ? null : (to.reason ?? (closed ? 'completed' : 'reopened'));
  issue.closedAt = closed ? world.now() : null;
  issue.closedBy = closed ? to.by : null;
  issue.updatedAt = world.now();
}

/** The names of labels in the spelling that the repository has for them; unknown ones are made, as at GitHub. */
export function labelNames(state: State, labels: readonly NamedLabel[]): string[] {
  return [...new Set(labels.map((label) => ensureLabel(state, typeof label === 'string' ? label : label.name).name))];
}

function requireIssues({ state }: World): void {
  if (!state.settings.hasIssues) throw new Refusal(410, 'Issues has been disabled in this repository.');
}

function filterIssues({ world, query }: Call): Issue[] {
  const wanted = query['state'] ?? 'open';
  const labels = (query['labels'] ?? '')
    .split(',')
    .filter(Boolean)
    .map((name) => name.toLowerCase());
  const { assignee, creator, since } = query;
  return sortBy(
    [...world.state.issues.values()].filter(
      (issue) =>
        (wanted === 'all' || issue.state === wanted) &&
        labels.every((name) => issue.labels.some((label) => label.toLowerCase() === name)) &&
        (!assignee || assignee === '*' || issue.assignees.includes(assignee)) &&
        (!creator || issue.author === creator) &&
        (!since || issue.updatedAt >= since),
    ),
    query,
  );
}

/** Newest first unless the query says otherwise, as GitHub lists issues and pull requests. */
export function sortBy<Item extends Pick<Issue, 'number' | 'createdAt' | 'updatedAt'>>(
  items: readonly Item[],
  query: Readonly<Record<string, string>>,
): Item[] {
  const key = (item: Item): string => (query['sort'] === 'updated' ? item.updatedAt : item.createdAt);
  const sorted = items.toSorted((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  return query['direction'] === 'asc' ? sorted : sorted.toReversed();
}
