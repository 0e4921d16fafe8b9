import type { Clock } from './clock.ts';
import type { GitStore } from './git-store.ts';
import type { State } from './state.ts';

export type Level = 'read' | 'write';

/** What a token stands for: an account, and what the token may do in the repository, by area (`contents`, `issues`, …). */
export type Actor = {
  readonly login: string;
  readonly type: 'Bot' | 'User';
  readonly permissions: Readonly<Record<string, Level>>;
};

/** Everything that a route works on. */
export type World = {
  readonly owner: string;
  readonly repo: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly repositoryId: number;
  readonly state: State;
  readonly git: GitStore;
  readonly now: Clock;
};

export type Call<Body = unknown> = {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Body;
  /** The media type that the caller asked for. */
  readonly accept: string;
  /** The request's own address, which pagination links are built on. */
  readonly url: URL;
};

export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A raw answer instead of JSON, for media types like `application/vnd.github.raw`. */
  readonly raw?: { readonly type: string; readonly bytes: Uint8Array };
};

/** Handlers by operation id. A body was validated against the description before a handler sees it. */
// oxlint-disable-next-line typescript/no-explicit-any -- each handler names the body that its operation's schema guarantees
export type Routes = Readonly<Record<string, (call: Call<any>) => Reply | Promise<Reply>>>;

/** A required path parameter, which the router always fills. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}

/** The body as it is shown, in the media type that has it. */
export function shownHtml({ accept }: Call, { bodyHtml }: { readonly bodyHtml?: string }): { body_html?: string } {
  return bodyHtml !== undefined && /\bfull\+json/.test(accept) ? { body_html: bodyHtml } : {};
}
