import { createHmac, timingSafeEqual } from 'node:crypto';
import { Transform } from 'node:stream';
import { isStorageKey, type UploadRequest, type UploadTarget } from './storage.ts';

/** The Next apps pass `/api` on; the API answers below `/uploads`. */
const publicPath = '/api/uploads/';

export interface UploadSigning {
  readonly secret: string;
  readonly now: () => Date;
}

/** What an address that was signed here allows. */
export interface GrantedUpload {
  readonly key: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** An address at which exactly this file may be put until it expires. Whoever holds it needs no session. */
export function signUpload(signing: UploadSigning, request: UploadRequest): UploadTarget {
  const { key, contentType, bytes, expiresInSeconds } = request;
  const expires = Math.floor(signing.now().getTime() / 1000) + expiresInSeconds;
  const signature = sign(signing.secret, { key, contentType, bytes, expires }).toString('base64url');
  const query = new URLSearchParams({
    type: contentType,
    bytes: String(bytes),
    expires: String(expires),
    signature,
  });
  return {
    method: 'PUT',
    url: `${publicPath}${key}?${query.toString()}`,
    headers: { 'content-type': contentType },
  };
}

/** What the address allows, or null when it was not signed here, was changed, or has expired. */
export function findGrantedUpload(
  signing: UploadSigning,
  key: string,
  query: URLSearchParams,
): GrantedUpload | null {
  const contentType = query.get('type') ?? '';
  const bytes = Number(query.get('bytes'));
  const expires = Number(query.get('expires'));
  const given = Buffer.from(query.get('signature') ?? '', 'base64url');
  const right = sign(signing.secret, { key, contentType, bytes, expires });
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  if (expires * 1000 <= signing.now().getTime() || !isStorageKey(key)) return null;
  return { key, contentType, bytes };
}

function sign(secret: string, grant: GrantedUpload & { readonly expires: number }): Buffer {
  const text = JSON.stringify([grant.key, grant.contentType, grant.bytes, grant.expires]);
  return createHmac('sha256', `uploads:${secret}`).update(text).digest();
}

/** A body that is not as long as it was said to be. */
export class UploadSizeError extends Error {
  readonly isTooLarge: boolean;

  constructor(isTooLarge: boolean) {
    super(isTooLarge ? 'the body is longer than announced' : 'the body is shorter than announced');
    this.name = 'UploadSizeError';
    this.isTooLarge = isTooLarge;
  }
}

/** Lets exactly so many bytes through: fails at the first one too many, and at the end when some are missing. */
export function createExactSize(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(new UploadSizeError(true));
      else done(null, chunk);
    },
    flush(done) {
      done(seen < bytes ? new UploadSizeError(false) : null);
    },
  });
}
