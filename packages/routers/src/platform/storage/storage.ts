import type { Readable } from 'node:stream';

/**
 * Where files of the shop are kept, by key: `uploads/…`, `sources/…`, `renditions/…`, `imports/…`. A key is words of
 * lower-case letters, digits and hyphens, joined by `/`, with at most one ending. All throw STORAGE_UNAVAILABLE when the
 * store does not answer.
 */
export interface FileStore {
  /** Puts the whole file in place, replacing what was there; a reader sees all of it or none. Fails when `body` fails. */
  readonly put: (key: string, body: Readable | Buffer, file: { contentType: string }) => Promise<void>;
  /** The file as a stream that the caller reads to its end or destroys. */
  readonly find: (key: string) => Promise<Readable | null>;
  readonly stat: (key: string) => Promise<{ readonly bytes: number } | null>;
  /** Succeeds also when there is no such file. */
  readonly delete: (key: string) => Promise<void>;
  /** Removes what broken-off writes of before that moment left behind; answers how many. */
  readonly removeUnfinished: (before: Date) => Promise<number>;
}

/** One file that a browser may put, of exactly this type and size. */
export interface UploadRequest {
  readonly key: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly expiresInSeconds: number;
}

/** How a browser puts the file; an address without an origin is one of the page's own. */
export interface UploadTarget {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Storage extends FileStore {
  readonly createUpload: (request: UploadRequest) => Promise<UploadTarget>;
}

const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){1,6}(?:\.[a-z0-9]{1,8})?$/u;
const longestKey = 250;

/** Whether a text may be a key: never a way out of the store. */
export function isStorageKey(key: string): boolean {
  return key.length <= longestKey && keyPattern.test(key);
}

export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new Error('not a key of the storage');
}
