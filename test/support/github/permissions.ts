import type { Operation } from './description.ts';
import { Refusal } from './failure.ts';
import { isPull } from './state.ts';
import type { Call, Level } from './world.ts';

type Area = 'contents' | 'issues' | 'pull_requests' | 'checks' | 'statuses' | 'actions';

/** Areas by operation, first match; an empty list needs no permission but `metadata`, which every token has. */
const AREAS: readonly (readonly [RegExp, readonly Area[]])[] = [
  [/^(rate-limit|users)\/|^repos\/(get|get-collaborator-permission-level)$/, []],
  [/^pulls\/merge$|^git\//, ['contents']],
  [/^repos\/.*status/, ['statuses']],
  [/^repos\/list-pull-requests-associated/, ['pull_requests']],
  [/^repos\//, ['contents']],
  [/^checks\//, ['checks']],
  [/^actions\//, ['actions']],
  [/^pulls\/|^reactions\/.*pull-request/, ['pull_requests']],
  [/^issues\/(list-comments-for-repo|.*label.*-repo|create-label|get-label)$/, ['issues', 'pull_requests']],
];

/** Refuses a call that the token's permissions do not cover, in GitHub's words. */
export function checkPermission(operation: Operation, call: Call): void {
  const level: Level = operation.method === 'GET' ? 'read' : 'write';
  const areas = AREAS.find(([pattern]) => pattern.test(operation.operationId))?.[1] ?? issueAreas(call);
  if (areas.length > 0 && !areas.some((area) => allows(call.actor.permissions, area, level)))
    throw notAccessible(call.actor.type);
  if (level === 'write' && call.world.state.settings.archived)
    throw new Refusal(403, 'Repository was archived so is read-only.');
}

export function allows(permissions: Readonly<Record<string, Level>>, area: string, level: Level): boolean {
  const granted = permissions[area];
  return granted === 'write' || granted === level;
}

export function notAccessible(type: 'Bot' | 'User'): Refusal {
  return new Refusal(403, `Resource not accessible by ${type === 'Bot' ? 'integration' : 'personal access token'}`);
}

/** A pull request's comments, labels and reactions are in the issues API, and either permission opens them. */
function issueAreas({ params, world: { state } }: Call): readonly Area[] {
  const number = params['issue_number'] ?? state.comments.get(Number(params['comment_id']))?.issue;
  const issue = number === undefined ? undefined : state.issues.get(Number(number));
  return issue && isPull(issue) ? ['issues', 'pull_requests'] : ['issues'];
}
