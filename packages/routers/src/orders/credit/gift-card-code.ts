import { createHmac, randomBytes } from 'node:crypto';
import { giftCardAlphabet, giftCardLength } from '@turing/domain';

/** What is kept of a gift card's code. Without the shop's secret none of it leads to the code. */
export interface GiftCardCode {
  readonly seed: string;
  readonly hash: string;
  readonly lastFour: string;
}

/** The code that follows from a seed: the letter can be written again without the code being kept anywhere. */
export function codeOfSeed(secret: string, seed: string): string {
  const bytes = createHmac('sha256', `gift-card-code:${secret}`).update(seed).digest();
  return Array.from(
    bytes.subarray(0, giftCardLength),
    (byte) => giftCardAlphabet[byte % giftCardAlphabet.length],
  ).join('');
}

/** By what a code is found. */
export function hashCode(secret: string, code: string): string {
  return createHmac('sha256', `gift-card-hash:${secret}`).update(code).digest('base64url');
}

export function newGiftCardCode(secret: string): GiftCardCode {
  const seed = randomBytes(16).toString('base64url');
  const code = codeOfSeed(secret, seed);
  return { seed, hash: hashCode(secret, code), lastFour: code.slice(-4) };
}
