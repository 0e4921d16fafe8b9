export type Downloads = Readonly<{
  fetch: typeof globalThis.fetch;
  /** Milliseconds for one download. */
  timeLimit: number;
}>;

/** The bytes of an answer as they come; who stops listening ends the download. */
export async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  for await (const piece of body) {
    const bytes: unknown = piece;
    if (bytes instanceof Uint8Array) yield bytes;
  }
}
