import { hash } from 'node:crypto';
import { compress, type Encoding } from './encodings.ts';
import type { Read } from './freshness.ts';

/** One set of bytes with the headers that are theirs, as a flat list of names and values. */
export interface Variant {
  readonly etag: string;
  readonly body: Buffer;
  readonly headers: readonly string[];
}

/** An answer of status 200: its bytes as they are, and compressed once enough callers have asked for that. */
export interface Answer extends Read {
  readonly digest: string;
  readonly plain: Variant;
  readonly compressed: Map<Encoding, Variant | null>;
  asked: number;
}

/** A shared cache may keep it for a second and answer from it for one more while it asks again; a browser asks each time. */
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1';
const asksThatPay = 3;

export const sharedHeaders = ['cache-control', cacheControl, 'vary', 'accept-encoding, trpc-accept'] as const;

/** The bytes of an answer; the former one is kept where they are the same. */
export function makeAnswer(text: string, read: Read, former: Answer | undefined): Answer {
  const body = Buffer.from(text);
  const digest = hash('sha1', body, 'base64url');
  if (former?.digest === digest) return { ...former, ...read };
  const plain = variantOf(body, `"${digest}"`, []);
  return { ...read, digest, plain, compressed: new Map(), asked: 0 };
}

function variantOf(body: Buffer, etag: string, extra: readonly string[]): Variant {
  const length = String(body.length);
  return {
    etag,
    body,
    headers: [
      'content-type',
      'application/json',
      'content-length',
      length,
      'etag',
      etag,
      ...sharedHeaders,
      ...extra,
    ],
  };
}

/** What to send to a caller that reads `encoding`. `onCompressed` is told when the answer has grown by a variant. */
export function chooseVariant(answer: Answer, encoding: Encoding | null, onCompressed: () => void): Variant {
  if (encoding === null) return answer.plain;
  const known = answer.compressed.get(encoding);
  if (known !== undefined) return known ?? answer.plain;
  answer.asked += 1;
  if (answer.asked === asksThatPay) {
    addVariant(answer, encoding)
      .then(onCompressed)
      .catch(() => answer.compressed.set(encoding, null));
  }
  return answer.plain;
}

async function addVariant(answer: Answer, encoding: Encoding): Promise<void> {
  const body = await compress(answer.plain.body, encoding);
  const etag = `"${answer.digest}.${encoding}"`;
  const variant = body && variantOf(body, etag, ['content-encoding', encoding]);
  answer.compressed.set(encoding, variant);
  answer.asked = 0;
}

export function sizeOf({ plain, compressed }: Answer): number {
  let size = plain.body.length;
  for (const variant of compressed.values()) size += variant?.body.length ?? 0;
  return size;
}

/** Whether the caller holds the answer already, in whichever encoding: the etag it holds, or null. */
export function heldEtag(answer: Answer, ifNoneMatch: string | undefined): string | null {
  if (ifNoneMatch === undefined) return null;
  for (const held of ifNoneMatch.split(',')) {
    const etag = held.trim().replace(/^W\//u, '');
    if (etag === '*') return answer.plain.etag;
    if (etag.slice(1, -1).split('.', 1)[0] === answer.digest) return etag;
  }
  return null;
}
