import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger, type LoggerOptions } from './winston-logger.ts';

function record(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString().trimEnd());
      done();
    },
  });
  const logger = createLogger({ service: 'api', level: 'info', format: 'json', destination, ...options });
  return { logger, lines, first: () => JSON.parse(lines[0] ?? '{}') as Record<string, unknown> };
}

describe('createLogger', () => {
  it('writes one JSON object a line with time, level, service and the fields', () => {
    const { logger, lines, first } = record();
    logger.info('request', { requestId: 'r-1', status: 200, durationMs: 1.5 });
    expect(lines).toHaveLength(1);
    expect(first()).toMatchObject({
      level: 'info',
      service: 'api',
      message: 'request',
      requestId: 'r-1',
      status: 200,
    });
    expect(Date.parse(String(first().time))).not.toBeNaN();
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = record({ level: 'warn' });
    logger.info('quiet');
    logger.warn('loud');
    expect(lines).toHaveLength(1);
  });

  it('says nothing at all when silent', () => {
    const { logger, lines } = record({ level: 'silent' });
    logger.error('nothing');
    expect(lines).toEqual([]);
  });

  it.each([
    ['password', 'turing-commerce-owner'],
    ['authorization', 'Bearer abc'],
    ['cookie', 'shop.session_token=abc'],
    ['accessToken', 'abc'],
    ['clientSecret', 'abc'],
    ['cvc', '123'],
    ['phone', '+1 503 555 0100'],
    ['line1', '1912 SW Morrison Street'],
    ['postalCode', '97205'],
  ])('takes the value of %s out', (key, value) => {
    const { logger, lines } = record();
    logger.info('event', { outer: { inner: [{ [key]: value }] } });
    expect(lines[0]).not.toContain(value);
    expect(lines[0]).toContain('[redacted]');
  });

  it.each([
    'a key sk_test_51abcdefghij',
    'a secret whsec_abcdefghijkl',
    'a client secret cs_123_secret_abcdefghij',
    'a card 4242 4242 4242 4242',
    'a token eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl',
    'postgresql://turing:hunter2secret@db/shop',
  ])('takes a secret out of text: %s', (text) => {
    const { logger, lines } = record();
    logger.warn(text, { note: text, cause: new Error(text) });
    expect(lines[0]).not.toMatch(/51abcdefghij|whsec_a|_secret_a|4242|eyJzdWIi|hunter2secret/u);
  });

  it('takes the secret of a link out of a path, and nothing else', () => {
    const { logger, lines } = record();
    logger.info('request', { path: '/auth/customer/reset-password/Zk3vQ0yYh2mX8sT1bN5cR7wL' });
    logger.info('request', { path: '/auth/customer/request-password-reset' });
    logger.info('request', { path: '/media/01920428-1411-7829-9111-521234592123/640.avif' });
    expect(lines[0]).toContain('"path":"/auth/customer/reset-password/[redacted]"');
    expect(lines[1]).toContain('"path":"/auth/customer/request-password-reset"');
    expect(lines[2]).toContain('/01920428-1411-7829-9111-521234592123/640.avif');
  });

  it('keeps only the first letter and the host of a mail address, in keys and in text', () => {
    const { logger, lines, first } = record();
    logger.info('sent to ada@example.com', { email: 'ada@example.com' });
    expect(lines[0]).not.toContain('ada@');
    expect(first()).toMatchObject({ message: 'sent to a***@example.com', email: 'a***@example.com' });
  });

  it('keeps identifiers that merely look long', () => {
    const { logger, first } = record();
    const fields = {
      orderId: '01920428-1411-7829-9111-521234592123',
      at: '1795366191113',
      procedure: 'orders.staff.list_all',
    };
    logger.info('event', fields);
    expect(first()).toMatchObject(fields);
  });

  it('writes an error with its code and causes', () => {
    const { logger, first } = record();
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    logger.error('failed', { cause: new Error('lookup failed', { cause }) });
    expect(first().cause).toMatchObject({ message: 'lookup failed', cause: { code: 'ECONNREFUSED' } });
  });

  it('survives records that cannot be serialised', () => {
    const { logger, first } = record();
    const circle: Record<string, unknown> = { count: 1n };
    circle.self = circle;
    logger.info('round', { circle });
    expect(first()).toMatchObject({ message: 'round', circle: { count: '1' } });
  });

  it('is readable in text form', () => {
    const { logger, lines } = record({ format: 'text' });
    logger.info('listening', { url: 'http://localhost:4000' });
    expect(lines[0]).toMatch(/^[\d:.]{12} info {2}api listening url=http:\/\/localhost:4000$/u);
  });
});
