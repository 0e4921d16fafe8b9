import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from './world.ts';

export type Incoming = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type Outgoing = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

/** A request that found its place: what it is called, and how to answer it. */
export type Exchange = {
  /** The method and the route's template, as in GitHub's documentation. */
  readonly route: string;
  readonly operationId: string;
  readonly mutates: boolean;
  readonly body: unknown;
  readonly token: string | undefined;
  readonly actor: Actor | undefined;
  readonly answer: () => Promise<Answer>;
};

/** An answer, and in what the request or the answer departs from GitHub's description. */
export type Answer = { readonly outgoing: Outgoing; readonly violation?: string | undefined };

export type JournalEntry = {
  readonly at: Date;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly path: string;
  readonly route: string;
  readonly operationId: string;
  readonly body: unknown;
  readonly token: string | undefined;
  readonly login: string | undefined;
  /** Undefined while the call runs, and for one that a fault left unanswered. */
  status: number | undefined;
  /** True where a rule of `fault` decided the answer. */
  faulted: boolean;
  violation: string | undefined;
};

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Outgoing {
  if (body === undefined) return { status, headers, body: '' };
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** The token of an `authorization` header in any of the forms that GitHub takes. */
export function tokenOf(headers: IncomingHttpHeaders): string | undefined {
  const [scheme = '', credentials = ''] = (headers.authorization ?? '').split(' ', 2);
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return credentials;
    case 'basic':
      return Buffer.from(credentials, 'base64').toString().split(':').slice(1).join(':');
    default:
      return undefined;
  }
}
