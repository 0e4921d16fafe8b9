import type { Attachment } from '../discussion.ts';
import type { Forge } from '../forge.ts';
import { piecesOf, type Downloads } from './download.ts';

export type AttachmentPlaces = Readonly<{
  /** Origin of the server's pages, the only place that sees the token. */
  server: string;
  /** Origins of the server's storage, where texts may point directly. */
  images: readonly string[];
  /** Origins that the server may redirect to besides. */
  redirects: readonly string[];
}>;

const MOST_REDIRECTS = 3;

const LEADS_AWAY = 'it leads away from GitHub’s attachments';
const answered = (status: number): string => `GitHub answered ${status}`;
/** To who has no session of a browser, private attachments are not there, or at the login. */
const HIDDEN = [answered(401), answered(403), answered(404), LEADS_AWAY];

/** Attachments of issues and comments as they stand in texts: the newer form, and the one before. */
const ON_SERVER = /^\/user-attachments\/assets\/[\w-]+$|^\/[\w.-]+\/[\w.-]+\/assets\/\d+\/[\w-]+$/;
/** The form of older Enterprise Servers. */
const IN_STORAGE = /^\/storage\/user\/\d+\/files\/[\w-]+$/;

const GITHUB_IMAGES = [
  'https://user-images.githubusercontent.com',
  'https://private-user-images.githubusercontent.com',
];
/** The bucket that github.com hands uploads out from; a bucket's name belongs to one owner. */
const GITHUB_BUCKET = 'https://github-production-user-asset-6210df.s3.amazonaws.com';

/** Where the server behind an API keeps what people attach. */
export function placesOf(apiUrl: string): AttachmentPlaces {
  const { protocol, hostname, host, origin } = new URL(apiUrl);
  if (hostname === 'api.github.com')
    return { server: 'https://github.com', images: GITHUB_IMAGES, redirects: [GITHUB_BUCKET] };
  // An enterprise at ghe.com has its API at `api.NAME.ghe.com`, an Enterprise Server below its own address.
  const server = hostname.endsWith('.ghe.com') ? origin.replace('://api.', '://') : origin;
  return { server, images: [`${protocol}//media.${host}`], redirects: [] };
}

export function attachmentCalls(
  places: AttachmentPlaces,
  { token, fetch, timeLimit }: Downloads & Readonly<{ token: string }>,
): Pick<Forge, 'attachment'> {
  /** Null for an address that is no attachment; a redirect may lead to a few places more. */
  const addressed = (address: string, redirected: boolean): URL | null => {
    const url = URL.parse(address);
    if (url === null || url.username !== '' || url.password !== '') return null;
    if (url.origin === places.server) return ON_SERVER.test(url.pathname) || IN_STORAGE.test(url.pathname) ? url : null;
    return places.images.includes(url.origin) || (redirected && places.redirects.includes(url.origin)) ? url : null;
  };

  const follow = async (from: URL, signal: AbortSignal): Promise<Response | string> => {
    let url = from;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const headers = url.origin === places.server ? { authorization: `Bearer ${token}` } : {};
      const response = await fetch(url.href, { headers, signal, redirect: 'manual' });
      if (response.ok) return response;
      await response.body?.cancel();
      if (response.status < 300 || response.status > 399) return answered(response.status);
      const location = response.headers.get('location') ?? '';
      const next = URL.canParse(location, url.href) ? addressed(new URL(location, url).href, true) : null;
      if (next === null) return LEADS_AWAY;
      url = next;
    }
    return 'it leads from one address to the next';
  };

  return {
    async attachment(address, limit) {
      const url = addressed(address, false);
      if (url === null) return { kind: 'foreign' };
      const refused = (why: string): Attachment => ({ kind: 'refused', why, hidden: HIDDEN.includes(why) });
      try {
        const response = await follow(url, AbortSignal.timeout(timeLimit));
        if (typeof response === 'string') return refused(response);
        const bytes = await readWithin(response, limit);
        if (bytes === null) return refused(`it is larger than ${megabytes(limit)}`);
        const mime = mimeOf(bytes);
        return mime === null ? refused('it is not a PNG, JPEG, GIF or WebP image') : { kind: 'image', mime, bytes };
      } catch (error) {
        return refused(wordsOf(error));
      }
    },
  };
}

/** Null as soon as there is more than the limit, whatever the server said before. */
async function readWithin(response: Response, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of piecesOf(response)) {
    size += piece.byteLength;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

type Mime = Extract<Attachment, { kind: 'image' }>['mime'];

/** By how the file begins; what a server or a name says of it does not count. */
function mimeOf(bytes: Uint8Array): Mime | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\u0089PNG\r\n\u001A\n')) return 'image/png';
  if (start.startsWith('\u00FF\u00D8\u00FF')) return 'image/jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif';
  return start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP' ? 'image/webp' : null;
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

function wordsOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it did not come in time';
  return `it could not be downloaded (${error instanceof Error ? error.message : String(error)})`;
}
