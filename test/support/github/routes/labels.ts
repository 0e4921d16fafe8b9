import { notFound, unprocessable } from '../failure.ts';
import { listReply } from '../page.ts';
import { renderLabel } from '../render/issue.ts';
import { ensureLabel, findLabel, type Issue } from '../state.ts';
import { param, type Call, type Reply, type Routes } from '../world.ts';
import { findIssue, labelNames } from './issues.ts';

type Labels = { labels?: (string | { name: string })[] };

export const labelRoutes: Routes = {
  'issues/list-labels-for-repo': (call) =>
    listReply(call, [...call.world.state.labels.values()], (label) => renderLabel(call.world, label)),

  'issues/get-label': (call) => {
    const label = findLabel(call.world.state, param(call, 'name'));
    if (!label) throw notFound();
    return { status: 200, body: renderLabel(call.world, label) };
  },

  'issues/create-label': ({ world, body }: Call<{ name: string; color?: string; description?: string }>) => {
    if (findLabel(world.state, body.name))
      throw unprocessable('Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }]);
    if (body.color !== undefined && !/^[0-9a-f]{6}$/i.test(body.color))
      throw unprocessable('Validation Failed', [{ resource: 'Label', code: 'invalid', field: 'color' }]);
    const { name, color = 'ededed', description = null } = body;
    return { status: 201, body: renderLabel(world, ensureLabel(world.state, name, { color, description })) };
  },

  'issues/list-labels-on-issue': (call) => labelsReply(call, findIssue(call)),

  'issues/add-labels': (call: Call<Labels>) =>
    change(call, (issue) => [...issue.labels, ...labelNames(call.world.state, call.body.labels ?? [])]),

  'issues/set-labels': (call: Call<Labels>) => change(call, () => labelNames(call.world.state, call.body.labels ?? [])),

  'issues/remove-label': (call) => {
    const name = param(call, 'name').toLowerCase();
    if (!findIssue(call).labels.some((label) => label.toLowerCase() === name)) throw notFound('Label does not exist');
    return change(call, (issue) => issue.labels.filter((label) => label.toLowerCase() !== name));
  },

  'issues/remove-all-labels': (call) => {
    findIssue(call).labels = [];
    return { status: 204 };
  },
};

function change(call: Call, labels: (issue: Issue) => readonly string[]): Reply | Promise<Reply> {
  const issue = findIssue(call);
  issue.labels = [...new Set(labels(issue))];
  issue.updatedAt = call.world.now();
  return {
    status: 200,
    body: issue.labels.map((name) => renderLabel(call.world, ensureLabel(call.world.state, name))),
  };
}

function labelsReply(call: Call, issue: Issue): Promise<Reply> {
  return listReply(call, issue.labels, (name) => renderLabel(call.world, ensureLabel(call.world.state, name)));
}
