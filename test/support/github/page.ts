import type { Call, Reply } from './world.ts';

const DEFAULT_PAGE = 30;
const MAX_PAGE = 100;

export type Page<Item> = { readonly items: readonly Item[]; readonly headers: Readonly<Record<string, string>> };

/** The page that `page` and `per_page` ask for, and the `link` header to its neighbours. */
export function paginate<Item>(call: Call, all: readonly Item[]): Page<Item> {
  const perPage = Math.min(Math.max(Number(call.query['per_page'] ?? DEFAULT_PAGE), 1), MAX_PAGE);
  const page = Math.max(Number(call.query['page'] ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / perPage), 1);
  const links = [
    ...(page > 1 ? [link(call.url, 'prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [link(call.url, 'next', page + 1), link(call.url, 'last', last)] : []),
    ...(page > 1 ? [link(call.url, 'first', 1)] : []),
  ];
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** A page of rendered items as a JSON array. */
export async function listReply<Item>(
  call: Call,
  all: readonly Item[],
  render: (item: Item) => unknown,
): Promise<Reply> {
  const { items, headers } = paginate(call, all);
  return { status: 200, body: await Promise.all(items.map(render)), headers };
}

/** A page of rendered items under a name, beside `total_count`. */
export async function countedReply<Item>(
  call: Call,
  name: string,
  all: readonly Item[],
  render: (item: Item) => unknown,
): Promise<Reply> {
  const { body, ...rest } = await listReply(call, all, render);
  return { ...rest, body: { total_count: all.length, [name]: body } };
}

function link(url: URL, rel: string, page: number): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  return `<${target.href}>; rel="${rel}"`;
}
