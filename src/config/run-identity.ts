import { join } from 'node:path';
import { Failure } from '../failure.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the runner tells of the run that this is. */
export type RunIdentity = Readonly<{
  id: number;
  attempt: number;
  eventName: string;
  eventPath: string;
  /** `owner/name`. */
  repository: string;
  apiUrl: string;
  serverUrl: string;
  /** Commit that the workflow runs on, empty where the runner does not tell. */
  commit: string;
  /** Branch that it runs on, null for none. */
  branch: string | null;
  workspace: string;
  temp: string;
  /** Kept between runs on runners that live on. */
  toolCache: string;
  /** Address of the run's log. */
  url: string;
  /** The account that re-ran the run, when it is not the one that set it off. */
  rerunBy: string | null;
}>;

/** Throws `bad-input` for what the runner should have set and did not. */
export function readRunIdentity(environment: Environment): RunIdentity {
  const need = (name: string): string => {
    const value = environment[name] ?? '';
    if (value !== '') return value;
    throw new Failure('bad-input', `The variable ${name} is not set.`, {
      hint: 'Patchwright runs as a step of a GitHub Actions job, whose runner sets it.',
    });
  };
  const [serverUrl, repository, id] = [need('GITHUB_SERVER_URL'), need('GITHUB_REPOSITORY'), need('GITHUB_RUN_ID')];
  const apiUrl = need('GITHUB_API_URL');
  const [actor, rerunner] = [environment['GITHUB_ACTOR'] ?? '', environment['GITHUB_TRIGGERING_ACTOR'] ?? ''];
  const temp = need('RUNNER_TEMP');
  return {
    id: Number(id),
    attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1'),
    eventName: need('GITHUB_EVENT_NAME'),
    eventPath: need('GITHUB_EVENT_PATH'),
    repository,
    apiUrl,
    serverUrl,
    commit: environment['GITHUB_SHA'] ?? '',
    branch: /^refs\/heads\/(.+)$/.exec(environment['GITHUB_REF'] ?? '')?.[1] ?? null,
    workspace: need('GITHUB_WORKSPACE'),
    temp,
    toolCache: environment['RUNNER_TOOL_CACHE'] ?? temp,
    url: `${serverUrl}/${repository}/actions/runs/${id}`,
    rerunBy: rerunner !== '' && rerunner !== actor ? rerunner : null,
  };
}

/** A run as the pipeline knows it, with the directory that it has for itself. */
export function runIn(
  home: string,
  { id, attempt, url, serverUrl, repository, commit, branch, workspace }: RunIdentity,
): Readonly<
  Record<'url' | 'repositoryUrl' | 'commit' | 'workspace' | 'root' | 'record', string> & {
    id: number;
    attempt: number;
    branch: string | null;
  }
> {
  const repositoryUrl = `${serverUrl}/${repository}`;
  return { id, attempt, url, repositoryUrl, commit, branch, workspace, root: home, record: join(home, 'record') };
}
