import { startGitHub, type GitHubOptions, type LoopbackGitHub } from '../github/github.ts';
import type { SeedFiles } from '../github/seed.ts';
import type { Issue } from '../github/state.ts';
import type { Script } from '../model/script.ts';
import { startScriptedModel, type ScriptedModel } from '../model/scripted-model.ts';
import { runAction, type ActionOptions, type ActionResult } from './run-action.ts';
import { SMALL_ISSUE, SMALL_REPOSITORY } from './small-repository.ts';

export type StageOptions = {
  readonly script: Script;
  readonly files?: SeedFiles;
  readonly issue?: { readonly title: string; readonly body: string };
  readonly github?: GitHubOptions;
};

type Run = Partial<Omit<ActionOptions, 'github'>>;

export type Stage = AsyncDisposable & {
  readonly github: LoopbackGitHub;
  readonly model: ScriptedModel;
  readonly issue: Issue;
  /** A maintainer, or the one named, puts the trigger label on the issue. */
  readonly label: (options?: Run & { readonly sender?: string }) => Promise<ActionResult>;
  /** Somebody comments on the issue, or on the pull request with that number. */
  readonly comment: (
    body: string,
    options?: Run & { readonly sender?: string; readonly on?: number },
  ) => Promise<ActionResult>;
  readonly run: (options: Run & Pick<ActionOptions, 'event' | 'payload'>) => Promise<ActionResult>;
};

/** A GitHub with one repository and one issue, a scripted model, and the built Action between them. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const github = await startGitHub({
    seed: [{ files: options.files ?? SMALL_REPOSITORY, message: 'Initial commit' }],
    permissions: { maintainer: 'write', stranger: 'read' },
    ...options.github,
  });
  const model = await startScriptedModel(options.script);
  const issue = github.seed.issue({ ...(options.issue ?? SMALL_ISSUE), author: 'stranger' });
  const run: Stage['run'] = (given) =>
    runAction({
      ...given,
      github,
      inputs: { model: 'scripted/coder', 'review-model': 'scripted/judge', 'base-url': model.baseUrl, ...given.inputs },
    });
  return {
    github,
    model,
    issue,
    run,
    label: async ({ sender = 'maintainer', ...rest } = {}) => {
      const payload = await github.event('issues', { issue: issue.number, label: 'opencode', sender });
      return run({ event: 'issues', payload, ...rest });
    },
    comment: async (body, { sender = 'maintainer', on = issue.number, ...rest } = {}) => {
      const { id } = github.seed.comment({ issue: on, body, author: sender });
      const payload = await github.event('issue_comment', { comment: id, sender });
      return run({ event: 'issue_comment', payload, ...rest });
    },
    [Symbol.asyncDispose]: async () => {
      await model[Symbol.asyncDispose]();
      await github[Symbol.asyncDispose]();
    },
  };
}
