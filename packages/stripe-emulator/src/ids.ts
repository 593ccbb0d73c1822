import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function newId(prefix: string, length = 24): string {
  return `${prefix}_${randomText(length)}`;
}

export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** Stored objects hold links as ids; the SDK's types also allow the expanded object. */
export function idOf(link: string | { id: string } | null | undefined): string | null {
  return typeof link === 'object' ? (link?.id ?? null) : (link ?? null);
}
