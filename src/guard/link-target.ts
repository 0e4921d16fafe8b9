import { namesGitDirectory } from '../workspace/names.ts';

/** What a path holds where it is a link, before the change or after it: which of both stays is not known yet. */
export type LinksAt = (path: string) => Promise<readonly string[]>;

/** As many links on the way as Linux follows. */
const MOST_LINKS = 40;

/**
 * Why the target of a link must not be followed, null when it stays inside the tree whatever links stand on its way. `..`
 * counts at the front alone: behind a name, which may be a link itself, it leads where the text does not show.
 */
export async function whyLeaves(link: string, target: string, linksAt: LinksAt): Promise<string | null> {
  const why = whyOneLeaves(link, target);
  return why ?? (await whyNextLeaves(resolved(link, target), linksAt, 1));
}

async function whyNextLeaves(path: string, linksAt: LinksAt, followed: number): Promise<string | null> {
  if (followed > MOST_LINKS) return 'leads from one link to the next without an end';
  const link = await firstLink(path, linksAt);
  if (link === null) return null;
  for (const target of link.targets) {
    const whole = `${target}${path.slice(link.path.length)}`;
    const why = whyOneLeaves(link.path, whole);
    if (why !== null) return `leads through the link ${link.path}, whose target ${why}`;
    const further = await whyNextLeaves(resolved(link.path, whole), linksAt, followed + 1);
    if (further !== null) return further;
  }
  return null;
}

function whyOneLeaves(link: string, target: string): string | null {
  if (target === '' || target.startsWith('/') || /^[A-Za-z]:/.test(target)) return 'is absolute';
  if (/[\\\p{Cc}\u{FFFD}]/u.test(target)) return 'has a backslash or a control character';
  const names = namesOf(target);
  const ups = upsOf(names);
  if (names.slice(ups).includes('..')) return 'goes up behind a name';
  if (ups > link.split('/').length - 1) return 'leads out of the repository';
  return namesGitDirectory(target) ? 'leads into git’s own directory' : null;
}

function namesOf(target: string): readonly string[] {
  return target.split('/').filter((name) => name !== '' && name !== '.');
}

function upsOf(names: readonly string[]): number {
  const firstName = names.findIndex((name) => name !== '..');
  return firstName === -1 ? names.length : firstName;
}

/** The path that a target means from where its link stands. */
function resolved(link: string, target: string): string {
  const names = namesOf(target);
  const ups = upsOf(names);
  return [...link.split('/').slice(0, -1 - ups), ...names.slice(ups)].join('/');
}

type Link = Readonly<{ path: string; targets: readonly string[] }>;

async function firstLink(path: string, linksAt: LinksAt): Promise<Link | null> {
  const names = path.split('/');
  for (let count = 1; count <= names.length; count += 1) {
    const top = names.slice(0, count).join('/');
    const targets = await linksAt(top);
    if (targets.length > 0) return { path: top, targets };
  }
  return null;
}
