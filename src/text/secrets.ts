import { createRedactor, lateRedactor, type Redactor } from './redact.ts';

/** What must not be seen. Keys become known in the course of a run, and the redactor knows each from then on. */
export type Secrets = Readonly<{
  add: (more: readonly string[]) => void;
  redact: Redactor;
  /** All that were added, for who looks for them in other ways. */
  known: () => readonly string[];
}>;

/** `mask` tells the runner, which keeps a secret out of its log; everywhere else it is redacted by us. */
export function createSecrets(mask: (secret: string) => void): Secrets {
  let known: readonly string[] = [];
  let redact = createRedactor(known);
  return {
    add(more) {
      const fresh = more.filter((secret) => secret !== '');
      for (const secret of fresh) mask(secret);
      known = [...known, ...fresh];
      redact = createRedactor(known);
    },
    redact: lateRedactor(() => redact),
    known: () => known,
  };
}
