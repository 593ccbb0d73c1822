import type { Readable } from 'node:stream';
import { FileProblem } from './problem.ts';

export interface DecodedText {
  readonly chunks: AsyncIterable<string>;
  readonly delimiter: string;
}

/**
 * The file as text without its byte order mark, and what its first line puts between names: comma, semicolon or tab.
 * @throws FileProblem, here or while the chunks are read, when it is not UTF-8
 */
export async function decodeText(file: Readable): Promise<DecodedText> {
  const decoded: AsyncIterator<string, undefined> = decode(file)[Symbol.asyncIterator]();
  let head = '';
  let ended = false;
  while (!/[\r\n]/u.test(head) && !ended) {
    const next = await decoded.next();
    if (next.done === true) ended = true;
    else head += next.value;
  }
  async function* chunks(): AsyncGenerator<string> {
    if (head !== '') yield head;
    for (let next = await decoded.next(); next.done !== true; next = await decoded.next()) yield next.value;
  }
  return { chunks: chunks(), delimiter: delimiterOf(head) };
}

async function* decode(file: Readable): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true });
      yield text;
      line += text.split('\n').length - 1;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
    return undefined;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new FileProblem('The file is not UTF-8. Save it as “CSV UTF-8” and try again.', line);
  }
}

function delimiterOf(head: string): string {
  const [first = ''] = head.split(/[\r\n]/u);
  if (first.includes(',')) return ',';
  return [';', '\t'].find((each) => first.includes(each)) ?? ',';
}
