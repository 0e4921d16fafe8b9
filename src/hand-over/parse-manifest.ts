import { parseRepoPath, type RepoPath } from '../workspace/repo-path.ts';
import { LIMITS, MANIFEST_FILE, ManifestSchema, type Manifest } from './manifest.ts';
import { refused } from './refusal.ts';

/** The run that the reader is a job of. */
export type OfRun = Readonly<{ repository: string; run: number }>;

/** A manifest, and the path of each of its files, in the same order. */
export type Named = Readonly<{ manifest: Manifest; paths: readonly RepoPath[] }>;

/** Reads a manifest from bytes; what is not exactly what this version writes for this run is refused by name. */
export function parseManifest(bytes: Uint8Array, of: OfRun): Named {
  const parsed = ManifestSchema.safeParse(parseJson(bytes, MANIFEST_FILE));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused('malformed', `${MANIFEST_FILE}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  const manifest = parsed.data;
  if (manifest.files.length > LIMITS.files) throw refused('too-many-files', `it has ${manifest.files.length} files.`);
  if (manifest.repository !== of.repository || manifest.run !== of.run)
    throw refused('other-run', `it says run ${manifest.run} of ${JSON.stringify(manifest.repository)}.`);
  const paths = manifest.files.map(parsePath);
  demandApart(paths);
  const total = manifest.files.reduce((sum, file) => sum + (file.status === 'deleted' ? 0 : file.size), 0);
  if (total > LIMITS.contents) throw refused('too-large', `its files have ${total} bytes.`);
  return { manifest, paths };
}

export function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refused('malformed', `${name} is not JSON.`, cause);
  }
}

function parsePath(file: Manifest['files'][number]): RepoPath {
  const path = parseRepoPath(file.path);
  if (typeof path !== 'string') throw refused('unsafe-path', `the path ${JSON.stringify(file.path)} ${path.problem}.`);
  if (file.status !== 'deleted' && !isFileMode(file.mode))
    throw refused('submodule', `${JSON.stringify(path)} has the mode ${JSON.stringify(file.mode)}.`);
  return path;
}

export function isFileMode(mode: string): mode is '100644' | '100755' | '120000' {
  return mode === '100644' || mode === '100755' || mode === '120000';
}

/** No path twice, and none below another: what stands at a path is one thing. */
function demandApart(paths: readonly RepoPath[]): void {
  const known = new Set<string>(paths);
  if (known.size < paths.length) throw refused('colliding-paths', 'a path is named twice.');
  for (const path of paths) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      if (known.has(path.slice(0, at)))
        throw refused('colliding-paths', `${JSON.stringify(path)} stands below another path that is named.`);
    }
  }
}
