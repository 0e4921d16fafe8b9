import { z } from 'zod';
import type { Forge, TreeEntry } from '../../forge/forge.ts';
import type { HeldBack } from '../../guard/guard.ts';
import { DIGEST, type HeldContent } from '../../guard/held-content.ts';
import { isRuleName, type RuleName } from '../../guard/rule-table.ts';
import { heldOfBranch, readState } from '../../publish/state-store.ts';
import { commitText, NO_SECRETS } from '../../text/sinks.ts';
import { stateText } from '../../text/state-text.ts';
import { isRepoPath, type RepoPath } from '../../workspace/repo-path.ts';
import { ObjectId } from '../killed/saved-invocation.ts';

/** One file that is held back and that a person may accept. */
export type HeldFile = Readonly<{ path: RepoPath; rule: RuleName; content: HeldContent }>;

/** What the last run on a branch held back. Whoever may push may have written it: it is matched by digest. */
export type HeldFiles = Readonly<{
  version: 1;
  branch: string;
  /** Branch that a pull request is to be merged into. */
  base: string;
  /** Commit that the work is based on. */
  commit: string;
  /** Title for a pull request, where there is none yet. */
  title: string;
  /** When it was held back, in milliseconds. */
  at: number;
  files: readonly HeldFile[];
}>;

const mode = z.enum(['100644', '100755', '120000', '160000']);
const content: z.ZodType<HeldContent> = z.object({
  digest: z.string().regex(DIGEST),
  after: z
    .object({ mode, blob: ObjectId, size: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable(),
  before: z.object({ mode, blob: ObjectId }).nullable(),
});
const Schema: z.ZodType<HeldFiles> = z.object({
  version: z.literal(1),
  branch: z.string(),
  base: z.string(),
  commit: ObjectId,
  title: z.string(),
  at: z.number(),
  files: z
    .array(
      z.object({
        path: z.custom<RepoPath>((value) => typeof value === 'string' && isRepoPath(value)),
        rule: z.custom<RuleName>((value) => typeof value === 'string' && isRuleName(value)),
        content,
      }),
    )
    .max(10_000),
});

const FILE = 'state.json';
const MESSAGE = commitText('What Patchwright held back, to be accepted', NO_SECRETS);

type Keeping = Omit<HeldFiles, 'version' | 'files'> &
  Readonly<{ heldBack: readonly HeldBack[]; read: (blob: string) => Promise<Uint8Array> }>;

/** Keeps what a person may accept on the forge, in place of what an earlier run held back on the branch. */
export async function keepHeldFiles(forge: Forge, { heldBack, read, ...about }: Keeping): Promise<void> {
  const name = heldOfBranch(about.branch);
  const files = heldBack.flatMap(({ path, rule, content: held }) =>
    held === null || !isRepoPath(path) ? [] : [{ path, rule, content: held }],
  );
  const from = await forge.refTarget(name);
  if (files.length === 0) return from === null ? undefined : await forge.deleteRef(name);
  const state: HeldFiles = { version: 1, ...about, files };
  const folder = await forge.createFolder([{ path: FILE, text: stateText(state) }]);
  const entries: TreeEntry[] = [];
  for (const [at, file] of files.entries()) {
    if (file.content.after === null) continue;
    const { blob } = file.content.after;
    // Under a name of its own: what stands below `.github/workflows` not every token may write.
    const path = `file-${at}`;
    if (isRepoPath(path)) entries.push({ path, mode: '100644', sha: await stored(forge, { blob, read }) });
  }
  const tree = entries.length === 0 ? folder : await forge.createTree(folder, entries);
  const to = await forge.createCommit({ message: MESSAGE, tree, parents: from === null ? [] : [from] });
  if (!(await forge.moveRef(name, { from, to }))) throw new TypeError('another run wrote it meanwhile');
}

async function stored(
  forge: Forge,
  { blob, read }: Readonly<{ blob: string } & Pick<Keeping, 'read'>>,
): Promise<string> {
  const there = await forge.createBlob(await read(blob));
  if (there !== blob) throw new TypeError('the forge stored other bytes than were held back');
  return there;
}

/** Null where nothing is kept, or what is kept cannot be read or is of another branch. */
export async function readHeldFiles(forge: Forge, branch: string): Promise<HeldFiles | null> {
  const kept = await readState(forge, heldOfBranch(branch));
  if (kept === null) return null;
  try {
    const state = Schema.parse(JSON.parse(kept.text));
    return state.branch === branch ? state : null;
  } catch {
    return null;
  }
}
