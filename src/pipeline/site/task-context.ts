import type { Image } from '../../agent/image.ts';
import { gatherContext } from '../../task/context/gather-context.ts';
import { collectImages } from '../../task/context/images.ts';
import type { GivenDocument } from '../../task/task-options.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { Invocation, Target } from '../../trigger/trigger.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { SavedState } from '../kept/saved-state.ts';
import type { Running } from '../running.ts';
import { withoutOwnWords } from './own-words.ts';
import { pathOfPlan } from './plan-file.ts';

/** Tokens that what people and checks said around a pull request may take. */
const CONTEXT_TOKENS = 24_000;

export type TaskContext =
  | Readonly<{
      kind: 'context';
      /** The invocation with the words that the task is made of. */
      invocation: Invocation;
      document: GivenDocument | null;
      context: readonly Untrusted[];
      /** What is not in it, a sentence each. */
      leftOut: readonly string[];
      images: readonly Image[];
    }>
  | Readonly<{ kind: 'question'; reply: string }>;

type Read = Pick<Workspace, 'baseline' | 'diff' | 'mergeBase' | 'readFile'>;

/** Everything that belongs to a task besides its own words, named where it is left out. */
export async function gatherTask(
  asked: Invocation,
  { workspace, state }: Readonly<{ workspace: Read; state: SavedState | null }>,
  { deps: { forge } }: Readonly<{ deps: Pick<Running['deps'], 'forge'> }>,
): Promise<TaskContext> {
  const invocation = await withoutOwnWords(asked, state, forge);
  const { target, instruction, commentId, inline } = invocation;
  const document = await readDocument(invocation, workspace);
  if (document === 'missing') {
    const file = invocation.options.plan?.file ?? '';
    return {
      kind: 'question',
      reply: `There is no file ${codeSpan(file)} in the repository; \`--plan\` names one from its root.`,
    };
  }
  const gathered = await gatherContext(invocation, forge, {
    tokens: CONTEXT_TOKENS,
    diff: await diffOf(target, workspace),
  });
  const texts = [
    ...(target.kind === 'repository' ? [] : [target.body]),
    ...(instruction === null ? [] : [instruction]),
  ];
  const places = [
    ...(target.kind === 'repository' ? [] : [{ issue: target.number }]),
    ...(commentId === null || inline ? [] : [{ comment: commentId }]),
  ];
  const { images, notes } = await collectImages(texts, forge, places);
  // The words of the task are there already.
  const context = gathered.parts.filter(({ kind }) => kind !== 'instruction' && kind !== 'description');
  return { kind: 'context', invocation, document, context, leftOut: [...gathered.leftOut, ...notes], images };
}

async function readDocument({ options }: Invocation, workspace: Read): Promise<GivenDocument | 'missing' | null> {
  const { plan } = options;
  if (plan === undefined) return null;
  const path = pathOfPlan(plan);
  const bytes = await workspace.readFile(workspace.baseline, path);
  return bytes === null ? 'missing' : { path, text: bytes.toString('utf8'), feature: plan.feature };
}

/** All of it: what of it does not fit is left out, counted and named in one place, where the rest of the context is. */
async function diffOf(target: Target, workspace: Read): Promise<Untrusted | null> {
  if (target.kind !== 'pull-request' || target.snapshot === null) return null;
  const { head, base } = target.snapshot;
  const fork = await workspace.mergeBase(base.sha, head.sha);
  if (fork === null) return null;
  const text = await workspace.diff(fork, head.sha);
  return { text, form: 'plain', from: { what: `diff of pull request #${target.number}`, author: null, at: null } };
}
