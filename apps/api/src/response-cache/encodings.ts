import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressors = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
};

export type Encoding = keyof typeof compressors;

/** The best encoding that the caller reads; null when it reads none of ours. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  if (accepted === undefined) return null;
  if (accepts(accepted, 'br')) return 'br';
  return accepts(accepted, 'gzip') ? 'gzip' : null;
}

function accepts(accepted: string, encoding: Encoding): boolean {
  return accepted.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/u.test(parameter));
  });
}

const smallestWorthwhile = 1400;
const leastSaving = 0.8;

/** The compressed body, off the main thread; null when that would not pay. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer | null> {
  if (body.length < smallestWorthwhile) return null;
  const compressed = await compressors[encoding](body);
  return compressed.length < body.length * leastSaving ? compressed : null;
}
