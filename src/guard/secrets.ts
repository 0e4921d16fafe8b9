import type { Redactor } from '../text/redact.ts';
import type { ChangedFile } from '../workspace/change.ts';

type Options = Readonly<{
  redact: Redactor;
  readBlob: (blob: string) => Promise<Uint8Array>;
  baseFiles: readonly Readonly<{ path: string; blob: string }>[];
}>;

/** Files with a line that holds a secret and was not there before: the run's own values and known formats of tokens. */
export async function findSecrets(files: readonly ChangedFile[], options: Options): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const before = new Map(options.baseFiles.map(({ path, blob }) => [path, blob]));
  for (const file of files) {
    if (file.status === 'deleted' || file.mode === '160000') continue;
    const text = await readText(file.blob, options);
    if (options.redact(text) === text) continue;
    const old = before.get(file.path);
    const known = new Set(old === undefined ? [] : (await readText(old, options)).split('\n'));
    const fresh = text
      .split('\n')
      .filter((line) => !known.has(line))
      .join('\n');
    if (options.redact(fresh) !== fresh) found.add(file.path);
  }
  return found;
}

async function readText(blob: string, { readBlob }: Options): Promise<string> {
  return new TextDecoder('latin1').decode(await readBlob(blob));
}
