import { describe, expect, it } from 'vitest';
import { requestHeaders, responseHeaders } from './forward-headers.ts';

describe('headers passed on', () => {
  it('keeps what speaks of the message', () => {
    const headers = requestHeaders(
      new Headers({
        host: 'shop.example',
        cookie: 'shop.session=1',
        origin: 'https://shop.example',
        connection: 'keep-alive, X-Private',
        'x-private': '1',
        'transfer-encoding': 'chunked',
        'accept-encoding': 'br',
      }),
    );
    expect(Object.fromEntries(headers)).toEqual({
      cookie: 'shop.session=1',
      origin: 'https://shop.example',
      'x-forwarded-host': 'shop.example',
      'accept-encoding': 'identity',
    });
  });

  it('hands every cookie back', () => {
    const answer = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['keep-alive', 'timeout=5'],
      ['content-length', '12'],
    ]);
    const headers = responseHeaders(answer);
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('content-length')).toBe('12');
    expect(headers.has('keep-alive')).toBe(false);
  });

  it('forgets the length of a body that was decoded on the way', () => {
    const headers = responseHeaders(new Headers({ 'content-encoding': 'gzip', 'content-length': '12' }));
    expect([...headers.keys()]).toEqual([]);
  });
});
