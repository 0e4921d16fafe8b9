import type { FailureCategory } from '../failure.ts';

/** What a provider's status means for a run, whoever saw it; null for one that means nothing by itself. */
export function categoryOfStatus(status: number): FailureCategory | null {
  if (status === 401 || status === 403) return 'auth';
  if (status === 404) return 'model-not-found';
  if (status === 402 || status === 429 || status === 503 || status === 529) return 'usage-limit';
  return status >= 500 ? 'stream-lost' : null;
}
