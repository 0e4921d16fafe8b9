import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Proxies } from '../../config/environment.ts';

/** The proxy through which TLS goes to that host; null where it goes there directly. */
export function proxyFor({ https, no }: Proxies, host: string, port: number): URL | null {
  if (https === null || !URL.canParse(https) || isExempt(no, host, port)) return null;
  return new URL(https);
}

/** As `NO_PROXY` is commonly read: names, `.suffixes`, `*.suffixes`, each with a port or without, or a star. */
function isExempt(no: string, host: string, port: number): boolean {
  const entries = no
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  return entries.some((entry) => {
    const [, name = '', written] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (written !== undefined && Number(written) !== port) return false;
    const suffix = name.replace(/^\*?\.?/, '');
    return name === '*' || host === suffix || (suffix !== '' && host.endsWith(`.${suffix}`));
  });
}

/** Asks a proxy for a tunnel. Rejects with why there is none. */
export function tunnel(proxy: URL, target: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
    const { username, password } = proxy;
    const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    const asking = request({
      host: proxy.hostname.replaceAll(/^\[|\]$/g, ''),
      port: proxy.port === '' ? undefined : Number(proxy.port),
      method: 'CONNECT',
      path: target,
      headers: {
        host: target,
        ...(username === '' ? {} : { 'proxy-authorization': `Basic ${credentials.toString('base64')}` }),
      },
      agent: false,
      signal,
    });
    asking.once('connect', ({ statusCode = 0 }, socket, head) => {
      if (statusCode !== 200) {
        socket.destroy();
        return reject(new Error(`the runner’s proxy answered ${statusCode}`));
      }
      if (head.length > 0) socket.unshift(head);
      return resolve(socket);
    });
    asking.once('response', ({ statusCode = 0 }) => {
      asking.destroy();
      reject(new Error(`the runner’s proxy answered ${statusCode}`));
    });
    asking.on('error', () => reject(new Error('the runner’s proxy could not be reached')));
    asking.end();
  });
}
