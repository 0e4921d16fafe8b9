import { asFailure, Failure } from '../failure.ts';
import type { Forge } from '../forge/forge.ts';
import type { GuardedChange } from '../guard/guard.ts';
import type { Redactor } from '../text/redact.ts';
import { bodyText, commitText, titleText } from '../text/sinks.ts';
import type { Authority } from '../trigger/authority.ts';
import type { Target } from '../trigger/trigger.ts';
import { commitChange } from './commit-change.ts';
import { mark } from './marker.ts';
import { recordAcceptances, type PathAcceptance } from './path-acceptances.ts';
import type { Place } from './place.ts';
import { signatureOf } from './signature.ts';
import type { Read } from './store.ts';

/** What somebody accepted, as it stands on the forge now. */
export type AcceptedWork = Readonly<{
  branch: string;
  commit: string;
  /** Number of the pull request that tells of it, null where there is none. */
  pull: number | null;
  /** Why it stands on a branch of its own, null when it does not. */
  aside: string | null;
}>;

type Options = Readonly<{
  forge: Forge;
  place: Place;
  guarded: GuardedChange;
  /** Paths, and whose word lets the content there through. */
  acceptances: readonly Readonly<{ path: string; authority: Authority }>[];
  /** When that is written down. */
  at: Date;
  target: Target;
  /** For a pull request, where there is none. */
  title: string;
  read: Read;
  runId: number;
  redact: Redactor;
}>;

/** Commits contents that a person accepted, and tells in the pull request who accepted which; opens one where none is. */
export async function publishAccepted(options: Options): Promise<AcceptedWork> {
  const { forge, place, guarded, acceptances, read, runId } = options;
  const { change } = guarded;
  const message = messageOf(options);
  const landing = await commitChange({ forge, change, place, message, read, stored: new Set(), runId }).catch(
    (error: unknown) => {
      throw withWorkflowHint(error, acceptances);
    },
  );
  const commit = landing.commit ?? change.base;
  const done = { branch: landing.branch, commit, aside: landing.aside };
  if (landing.aside !== null) return { ...done, pull: null };
  if (place.pullRequest === null) return { ...done, pull: await open(options) };
  await recordAcceptances(forge, place.pullRequest.number, signed(options));
  return { ...done, pull: place.pullRequest.number };
}

function signed({ acceptances, at }: Pick<Options, 'acceptances' | 'at'>): readonly PathAcceptance[] {
  return acceptances.map(({ path, authority }) => ({
    path,
    digest: authority.content,
    ...signatureOf(authority, at),
  }));
}

/** GitHub does not say that it is the kind of file. */
function withWorkflowHint(error: unknown, acceptances: Options['acceptances']): unknown {
  const { code, message } = asFailure(error);
  if (code !== 'forge' || !acceptances.some(({ path }) => path.startsWith('.github/workflows/'))) return error;
  const hint =
    'The job’s own token may not write workflows: give `github-token` a token of an app or a person with the `workflows` permission, or make this change by hand.';
  return new Failure(code, message, { hint, cause: error });
}

/** On the branch it stays said who took what, whatever becomes of the description. */
function messageOf(options: Options) {
  const { acceptances, target, redact } = options;
  const [first] = acceptances;
  const subject = acceptances.length === 1 ? `Accept ${first?.path ?? ''}` : `Accept ${acceptances.length} paths`;
  const lines = signed(options).map(({ path, digest, by, id }) => `${path} ${digest}\n  as accepted by ${by} (${id})`);
  const refs = target.kind === 'repository' ? [] : [`Refs #${target.number}`];
  return commitText([subject, ...lines, ...refs].join('\n\n'), { redact });
}

async function open(options: Options): Promise<number | null> {
  const { forge, place, target, title, redact } = options;
  const about = target.kind === 'repository' ? '' : ` for #${target.number}`;
  const text = `What was held back of the work${about}, and accepted since. Nothing else of it passed. It was neither checked nor reviewed as it stands here.`;
  const body = mark({ v: 1, kind: 'pull-request', branch: place.branch }, bodyText(text, { redact }));
  const draft = { title: titleText(title, { redact }), body, head: place.branch, base: place.base, draft: true };
  const creation = await forge.createPullRequest(draft);
  const pull = creation.kind === 'created' ? creation.pullRequest : await findOpen(forge, place.branch);
  if (pull === null) return null;
  await recordAcceptances(forge, pull.number, signed(options));
  return pull.number;
}

async function findOpen(forge: Forge, branch: string) {
  return (await forge.pullRequestsFrom(branch)).find(({ state }) => state === 'open') ?? null;
}
