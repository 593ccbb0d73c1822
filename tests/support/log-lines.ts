import { Writable } from 'node:stream';

export type LogLine = Readonly<Record<string, unknown>>;

/** Takes what a program logs, line by line. */
export function captureLog() {
  const raw: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      raw.push(...chunk.toString().split('\n').filter(Boolean));
      done();
    },
  });
  return {
    destination,
    raw: raw as readonly string[],
    find: (message: string): LogLine[] =>
      raw.map((line) => JSON.parse(line) as LogLine).filter((line) => line['message'] === message),
    clear: () => {
      raw.length = 0;
    },
  };
}
