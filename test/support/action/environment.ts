import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '../../..');

const ActionFile = z.object({ inputs: z.record(z.string(), z.object({ default: z.string().optional() })) });

export type RunnerOptions = {
  readonly event: string;
  /** Directory with the runner's files: event, outputs, summary. */
  readonly files: string;
  readonly workspace: string;
  /** Commit and branch that the workflow runs on. */
  readonly sha?: string;
  readonly ref?: string;
  readonly temp: string;
  readonly repository: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly token: string;
  readonly actor: string;
  readonly runId: number;
  readonly inputs: Readonly<Record<string, string>>;
  /** The step's own `env`. */
  readonly env: Readonly<Record<string, string>>;
};

/** Tokens of the runner that no agent may ever see. */
export const CANARIES = {
  ACTIONS_RUNTIME_TOKEN: 'canary-runtime-token-58d1',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-oidc-token-77a0',
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/canary-results-1c2e',
} as const;

/** The environment that a runner gives the step of a JavaScript action, and nothing of the machine's beyond it. */
export function runnerEnvironment(options: RunnerOptions): Record<string, string> {
  const { files } = options;
  return {
    ...fromMachine(),
    ...CANARIES,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: options.actor,
    GITHUB_TRIGGERING_ACTOR: options.actor,
    GITHUB_API_URL: options.apiUrl,
    GITHUB_SERVER_URL: options.serverUrl,
    GITHUB_GRAPHQL_URL: options.graphqlUrl,
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: join(files, 'event.json'),
    GITHUB_OUTPUT: join(files, 'output'),
    GITHUB_ENV: join(files, 'env'),
    GITHUB_PATH: join(files, 'path'),
    GITHUB_STATE: join(files, 'state'),
    GITHUB_STEP_SUMMARY: join(files, 'summary.md'),
    GITHUB_REPOSITORY: options.repository,
    GITHUB_RUN_ID: String(options.runId),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_SHA: options.sha ?? '',
    GITHUB_REF: options.ref ?? '',
    RUNNER_TEMP: options.temp,
    RUNNER_TOOL_CACHE: join(ROOT, '.cache'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    ...inputVariables(options),
    ...options.env,
  };
}

/** Where programs and certificates are; a runner has these too. */
function fromMachine(): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'HTTPS_PROXY',
    'HTTP_PROXY',
    'NO_PROXY',
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Every input of `action.yml`, given or by default, as the runner names it. */
function inputVariables({ inputs, token }: RunnerOptions): Record<string, string> {
  const action = ActionFile.parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')));
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, definition]) => {
      const value = inputs[name] ?? (definition.default ?? '').replace('${{ github.token }}', token);
      return [`INPUT_${name.toUpperCase()}`, value];
    }),
  );
}
