import { REDACTED, type Redactor } from '../text/redact.ts';
import type { ChangedFile } from '../workspace/change.ts';

type Options = Readonly<{
  redact: Redactor;
  readBlob: (blob: string) => Promise<Uint8Array>;
  baseFiles: readonly Readonly<{ path: string; blob: string }>[];
}>;

/** Files whose new content has more secrets than the old one: the run's own values and known formats of tokens. */
export async function findSecrets(files: readonly ChangedFile[], options: Options): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const before = new Map(options.baseFiles.map(({ path, blob }) => [path, blob]));
  for (const file of files) {
    if (file.status === 'deleted' || file.mode === '160000') continue;
    const now = await countSecrets(file.blob, options);
    if (now === 0) continue;
    const old = before.get(file.path);
    if (now > (old === undefined ? 0 : await countSecrets(old, options))) found.add(file.path);
  }
  return found;
}

async function countSecrets(blob: string, { redact, readBlob }: Options): Promise<number> {
  const text = new TextDecoder('latin1').decode(await readBlob(blob));
  return marksIn(redact(text)) - marksIn(text);
}

function marksIn(text: string): number {
  return text.split(REDACTED).length - 1;
}
