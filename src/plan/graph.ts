/** What an order needs to know of a step. */
export type Node = Readonly<{ id: string; depends: readonly string[] }>;

/** Steps none of which stands before one that it depends on, otherwise as they were given. Steps in a circle are left out. */
export function inOrder<N extends Node>(nodes: readonly N[]): readonly N[] {
  const ordered: N[] = [];
  const placed = new Set<string>();
  const isFree = ({ id, depends }: N): boolean => !placed.has(id) && depends.every((other) => placed.has(other));
  for (let next = nodes.find(isFree); next !== undefined; next = nodes.find(isFree)) {
    ordered.push(next);
    placed.add(next.id);
  }
  return ordered;
}

/** The ids of one circle of dependencies, its first one at the end again; null when there is none. */
export function findCycle(nodes: readonly Node[]): readonly string[] | null {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const done = new Set<string>();
  for (const { id } of nodes) {
    const trail: string[] = [];
    // One way down at a time: from a node, the first of its dependencies that is not done.
    for (let at: string | undefined = id; at !== undefined;) {
      if (trail.includes(at)) return [...trail.slice(trail.indexOf(at)), at];
      const next: string | undefined = known.get(at)?.depends.find((other) => known.has(other) && !done.has(other));
      if (next === undefined) done.add(at);
      else trail.push(at);
      at = next ?? trail.pop();
    }
  }
  return null;
}

/** Ids of everything that a step depends on, by however many steps between. */
export function ancestors(nodes: readonly Node[], id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const depends = nodes.find((node) => node.id === at)?.depends ?? [];
    const fresh = depends.filter((other) => !found.has(other));
    for (const other of fresh) found.add(other);
    waiting.push(...fresh);
  }
  return found;
}
