import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { callerAddress, identifyRequest, requestInfoOf } from './request-info.ts';

function request(headers: Record<string, string>, remoteAddress = '127.0.0.1'): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  return Object.assign(new IncomingMessage(socket), { headers, url: '/trpc/a.b?input=secret' });
}

describe('callerAddress', () => {
  const spoofed = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' };

  it.each([
    [0, '127.0.0.1'],
    [1, '10.0.0.2'],
    [2, '203.0.113.7'],
    [9, '6.6.6.6'],
  ])('believes %i proxies', (trusted, expected) => {
    expect(callerAddress(request(spoofed), trusted)).toBe(expected);
  });

  it('falls back to the connection when no proxy spoke', () => {
    expect(callerAddress(request({}, '198.51.100.4'), 2)).toBe('198.51.100.4');
  });

  it.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('reads %s as %s', (address, expected) => {
    expect(callerAddress(request({}, address), 0)).toBe(expected);
  });
});

describe('identifyRequest', () => {
  it('keeps the id it is given and leaves the query out of the path', () => {
    const incoming = request({ 'x-request-id': 'page-0123456789' });
    identifyRequest(incoming, 0);
    expect(requestInfoOf(incoming)).toEqual({
      requestId: 'page-0123456789',
      address: '127.0.0.1',
      path: '/trpc/a.b',
    });
  });

  it.each(['short', 'new\nline-0123456', 'x'.repeat(65)])('makes its own id instead of %j', (id) => {
    expect(identifyRequest(request({ 'x-request-id': id }), 0).requestId).toMatch(/^[\da-f-]{36}$/u);
  });
});
