import { Failure } from '../../failure.ts';

/** What a request is for: `create the branch x`, and the permission of the job that it takes. */
export type Purpose = Readonly<{ to: string; needs: string }>;

/** Values for refusals that are an expected ending, by status; each gets GitHub's own words. */
type Endings<Ending> = Readonly<
  Partial<Record<403 | 404 | 409 | 410 | 422, (words: string) => Ending | Promise<Ending>>>
>;

/** Makes a request; whatever goes wrong and is not an expected ending becomes a Failure, here and nowhere else. */
export async function attempt<Result, Ending = never>(
  purpose: Purpose,
  request: () => Promise<Result>,
  endings: Endings<Ending> = {},
): Promise<Result | Ending> {
  try {
    return await request();
  } catch (error) {
    const ending = endingFor(statusOf(error), endings);
    if (ending !== undefined && !isRateLimit(error)) return await ending(wordsOf(error));
    throw error instanceof Failure ? error : failureOf(error, purpose);
  }
}

export function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

function endingFor<Ending>(status: number | null, endings: Endings<Ending>) {
  switch (status) {
    case null:
      return undefined;
    case 403:
    case 404:
    case 409:
    case 410:
    case 422:
      return endings[status];
    default:
      return undefined;
  }
}

function failureOf(error: unknown, { to, needs }: Purpose): Failure {
  const status = statusOf(error);
  const because = (why: string): string => `Could not ${to}: ${why}`;
  const words = wordsOf(error);
  if (status === null)
    return new Failure('forge', because(words), { hint: 'Run again; the log has the details.', cause: error });
  if (status === 401) {
    const hint =
      'Check `github-token`: it is wrong, has expired, or belongs to another server than GITHUB_API_URL names.';
    return new Failure('auth', because(`GitHub does not accept the token (401 ${words})`), { hint, cause: error });
  }
  if (isRateLimit(error)) {
    const hint = 'Run again when the limit has lifted; a `github-token` of its own has its own limit.';
    return new Failure('forge', because(`GitHub's rate limit does not lift soon (${status} ${words})`), {
      hint,
      cause: error,
    });
  }
  if (status >= 500) {
    const hint = 'Run again; https://www.githubstatus.com tells whether GitHub has trouble.';
    const why = headersOf(error) === null ? `GitHub did not answer (${words})` : `GitHub failed (${status} ${words})`;
    return new Failure('forge', because(why), { hint, cause: error });
  }
  const hint =
    status === 422
      ? "GitHub's words above name the field or the rule."
      : `Give the job \`permissions: ${needs}\`, or \`github-token\` a token that has it.`;
  return new Failure('forge', because(`GitHub answered ${status} ${words}`), { hint, cause: error });
}

function isRateLimit(error: unknown): boolean {
  if (statusOf(error) === 429) return true;
  const headers = headersOf(error);
  return (
    statusOf(error) === 403 &&
    headers !== null &&
    (headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0')
  );
}

/** Null when no answer came. */
function headersOf(error: unknown): Readonly<Record<string, unknown>> | null {
  if (!(error instanceof Error) || !('response' in error)) return null;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null;
  const { headers } = response;
  return typeof headers === 'object' && headers !== null ? { ...headers } : null;
}

/** GitHub's own, on one line and without the link to the documentation. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error && error.cause.name === 'TimeoutError') return 'no answer in time';
  return error.message
    .replace(/ - https:\/\/\S+$/, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);
}
