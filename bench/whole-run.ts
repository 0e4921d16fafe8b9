import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { rejectFixPass } from '../test/scenarios/small.ts';
import { SMALL_REPOSITORY } from '../test/support/action/small-repository.ts';
import { setStage } from '../test/support/action/stage.ts';
import { startGitHub } from '../test/support/github/github.ts';
import type { JournalEntry } from '../test/support/model/journal.ts';
import { startScriptedModel } from '../test/support/model/scripted-model.ts';
import { findOpenCode } from '../test/support/opencode.ts';
import { median, timed, type Row } from './row.ts';

const TIMES = 3;

/** A whole scripted run with its GitHub work, against the same prompts sent through separate `opencode run` processes. */
export async function wholeRun(): Promise<Row> {
  const [ours, others]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    await using stage = await setStage({ script: rejectFixPass });
    ours.push(await timed(() => stage.label()));
    stage.model.assertDone();
    others.push(await timed(() => separately(promptsOf(stage.model.journal))));
  }
  return {
    what: 'a run with one fix round, four turns',
    ours: median(ours),
    other: median(others),
    otherIs: 'four `opencode run` processes alone',
    bound: 'none',
  };
}

type Prompt = { readonly session: string; readonly text: string };

/** The prompts of the run in their order, each once. */
function promptsOf(journal: readonly JournalEntry[]): readonly Prompt[] {
  const seen = new Set<string>();
  return journal.flatMap(({ session, prompt }) => {
    const key = `${session}\n${prompt}`;
    if (session === undefined || prompt === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ session, text: prompt }];
  });
}

/** What a wrapper around the command line does: one process a turn, going on with the session where there is one. */
async function separately(prompts: readonly Prompt[]): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'bench-run-'));
  await using model = await startScriptedModel(rejectFixPass);
  await using github = await startGitHub({ seed: [{ files: SMALL_REPOSITORY }] });
  const clone = join(home, 'clone');
  await execa('git', ['clone', '--quiet', github.gitDir, clone]);
  await mkdir(join(home, 'config'));
  const sessions = new Map<string, string>();
  for (const { session, text } of prompts) {
    const known = sessions.get(session);
    const result = await execa(
      await findOpenCode(),
      [
        'run',
        '--format',
        'json',
        '--title',
        'bench',
        '--model',
        'scripted/coder',
        ...(known === undefined ? [] : ['--session', known]),
      ],
      {
        cwd: clone,
        input: text,
        extendEnv: false,
        env: environmentOf(home, model.baseUrl),
      },
    );
    const started = /"sessionID":"([^"]+)"/.exec(result.stdout)?.[1];
    if (started === undefined) throw new Error(`opencode run said nothing: ${result.stderr}`);
    sessions.set(session, started);
  }
  await rm(home, { recursive: true });
}

function environmentOf(home: string, baseURL: string): Record<string, string> {
  const provider = { npm: '@ai-sdk/openai-compatible', options: { baseURL, apiKey: 'none' }, models: { coder: {} } };
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    OPENCODE_CONFIG_CONTENT: JSON.stringify({ provider: { scripted: provider }, enabled_providers: ['scripted'] }),
    OPENCODE_PERMISSION: JSON.stringify({ '*': 'allow' }),
    OPENCODE_DISABLE_AUTOUPDATE: '1',
    OPENCODE_DISABLE_MODELS_FETCH: '1',
    OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
    OPENCODE_DISABLE_PROJECT_CONFIG: '1',
  };
}
