import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

export interface RequestInfo {
  readonly requestId: string;
  /** The caller's network address; for IPv6 the network of 64 bits, which is one customer of a provider. */
  readonly address: string;
  readonly path: string;
}

const acceptableId = /^[\w.-]{8,64}$/u;
const known = new WeakMap<IncomingMessage, RequestInfo>();

/** What is told about a request in logs, limits and answers. Settled once, when it arrives. */
export function identifyRequest(request: IncomingMessage, trustedProxies: number): RequestInfo {
  const given = request.headers['x-request-id'];
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const info = {
    requestId: typeof given === 'string' && acceptableId.test(given) ? given : randomUUID(),
    address: callerAddress(request, trustedProxies),
    path,
  };
  known.set(request, info);
  return info;
}

export function requestInfoOf(request: IncomingMessage): RequestInfo {
  const info = known.get(request);
  if (info === undefined) throw new Error('the request was not identified when it arrived');
  return info;
}

/** What says who is asking: a session's cookie or an API token. */
export function credentialsOf({ headers: { cookie, authorization } }: IncomingMessage): Headers {
  const headers = new Headers();
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (authorization !== undefined) headers.set('authorization', authorization);
  return headers;
}

/**
 * The address seen by the outermost proxy that is ours. Entries further left were written by the caller and mean
 * nothing.
 */
export function callerAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const chain = [
    ...forwarded.map((entry) => entry.trim()).filter(Boolean),
    request.socket.remoteAddress ?? '',
  ];
  const address = chain.at(-1 - Math.min(trustedProxies, chain.length - 1)) ?? '';
  return toCaller(address);
}

function toCaller(address: string): string {
  const mapped = /^::ffff:(?<v4>[\d.]+)$/iu.exec(address)?.groups?.v4;
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address.slice(0, 64) || 'unknown';
  const [head = '', tail = ''] = address.split('::', 2);
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = address.includes('::')
    ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
    : groups;
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
