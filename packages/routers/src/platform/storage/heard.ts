import { Readable } from 'node:stream';

/**
 * The body as a stream whose failure somebody hears from now on. One that fails before its reader has got to it would
 * otherwise end the process; the reader still meets the failure.
 */
export function heard(body: Readable | Buffer): Readable {
  const stream = Buffer.isBuffer(body) ? Readable.from([body]) : body;
  return stream.on('error', () => undefined);
}
