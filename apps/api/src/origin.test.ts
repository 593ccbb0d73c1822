import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isForeignWrite, originsOf } from './origin.ts';

const trusted = originsOf(['http://localhost:3000/', 'https://console.turing.example/path']);

function request(method: string, headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method, headers });
}

describe('isForeignWrite', () => {
  it.each([
    ['POST', { cookie: 'a=b', origin: 'https://evil.example' }, true],
    ['POST', { cookie: 'a=b', origin: 'http://localhost:3000.evil.example' }, true],
    ['POST', { cookie: 'a=b', origin: 'null' }, true],
    ['DELETE', { cookie: 'a=b', origin: 'https://evil.example' }, true],
    ['POST', { cookie: 'a=b', origin: 'http://localhost:3000' }, false],
    ['POST', { cookie: 'a=b', origin: 'https://console.turing.example' }, false],
    ['POST', { origin: 'https://evil.example' }, false],
    ['POST', { cookie: 'a=b' }, false],
    ['POST', { cookie: 'a=b; shop.session_token=t' }, true],
    ['POST', { cookie: 'staff.session_token=t' }, true],
    ['POST', { cookie: '__Secure-shop.session_token=t' }, true],
    ['GET', { cookie: 'staff.session_token=t' }, false],
    ['POST', { authorization: 'Bearer t' }, false],
    ['GET', { cookie: 'a=b', origin: 'https://evil.example' }, false],
  ])('%s with %j: %s', (method, headers, expected) => {
    expect(isForeignWrite(request(method, headers), trusted)).toBe(expected);
  });
});
