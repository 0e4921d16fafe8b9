import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import { logLine, type Log } from '../../text/sinks.ts';
import { statusOf } from './attempt.ts';

/** All in milliseconds. */
export type Timing = Readonly<{
  /** For one request from sending to the last byte of its answer; each retry has it anew. */
  timeLimit: number;
  /** The unit of back-off and of `retry-after`; tests make it short. */
  second: number;
  /** Between two requests that write, and between two that send notifications. */
  writeGap: number;
  notificationGap: number;
}>;

export type ClientOptions = Readonly<{
  token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of an Enterprise Server. */
  apiUrl: string;
  fetch: typeof globalThis.fetch;
  log: Log;
  timing: Timing;
}>;

export const TIMING: Timing = { timeLimit: 30_000, second: 1000, writeGap: 100, notificationGap: 1000 };

/** A rate limit that lifts later than this ends the request. In seconds. */
const LONGEST_WAIT = 60;
const MOST_WAITS = 2;
const MOST_RETRIES = 3;

/** The REST client with what GitHub asks of integrators: pauses between writes, rate limits honoured, retries spaced. */
export function createClient({ token, apiUrl, fetch, log, timing }: ClientOptions): Octokit {
  const waitIfShort = (
    retryAfter: number,
    request: Readonly<{ method: string; url: string }>,
    ...more: readonly [unknown, number]
  ): boolean => {
    const worthIt = retryAfter <= LONGEST_WAIT && more[1] < MOST_WAITS;
    log(
      logLine(
        `GitHub limits the rate of requests, ${request.method} ${request.url} ${worthIt ? `waits ${retryAfter} s` : `does not wait ${retryAfter} s`}`,
      ),
    );
    return worthIt;
  };
  // The later plugin is the outer one: retries of server errors go around the waiting for rate limits.
  return new (Octokit.plugin(rateLimits, throttling, retry))({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'patchwright',
    request: { fetch: completely(fetch, timing.timeLimit) },
    log: { debug: () => {}, info: () => {}, warn: (message) => log(logLine(message)), error: () => {} },
    retry: {
      retries: MOST_RETRIES,
      retryAfterBaseValue: timing.second,
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
    },
    throttle: {
      retryAfterBaseValue: timing.second,
      fallbackSecondaryRateRetryAfter: LONGEST_WAIT,
      onRateLimit: waitIfShort,
      onSecondaryRateLimit: waitIfShort,
      // The plugin's own pauses, one second and three, are for long series of requests; a run makes about twenty.
      write: new Bottleneck.Group({ maxConcurrent: 1, minTime: timing.writeGap }),
      notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: timing.notificationGap }),
    },
  });
}

/**
 * The throttling plugin knows a secondary limit by the wording of github.com alone. Enterprise Servers and proxies tell it by
 * status 429 or `retry-after`.
 */
function rateLimits(octokit: Pick<Octokit, 'hook'>): void {
  octokit.hook.error('request', (error) => {
    const headers = 'response' in error ? error.response?.headers : undefined;
    const limited = statusOf(error) === 429 || (statusOf(error) === 403 && headers?.['retry-after'] !== undefined);
    if (limited && headers?.['x-ratelimit-remaining'] !== '0' && !/\bsecondary rate\b/i.test(error.message)) {
      error.message = `${error.message} (secondary rate limit)`;
    }
    throw error;
  });
}

/** An answer counts only whole and in time: a body that hangs or breaks off is an error like a refused connection. */
function completely(fetch: typeof globalThis.fetch, timeLimit: number): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, signal: AbortSignal.timeout(timeLimit) });
    const text = await response.text();
    if (response.ok && response.headers.get('content-type')?.includes('json')) JSON.parse(text);
    const { status, statusText, headers } = response;
    const whole = new Response(text === '' ? null : text, { status, statusText, headers });
    // Paging reads it; a response of one's own making has none.
    return Object.defineProperty(whole, 'url', { value: response.url });
  };
}
