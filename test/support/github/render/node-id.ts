/** A node id in the style of GitHub's: a prefix for the kind, then an opaque text. */
export function nodeId(kind: string, key: number | string): string {
  return `${kind}_${Buffer.from(`kw:${key}`).toString('base64url')}`;
}

/** The key that `nodeId` was made from; undefined for another kind. */
export function nodeKey(kind: string, id: string): string | undefined {
  const text = id.startsWith(`${kind}_`) ? Buffer.from(id.slice(kind.length + 1), 'base64url').toString() : '';
  return text.startsWith('kw:') ? text.slice(3) : undefined;
}
