/** Digits and capitals without those that look alike: 32 of them, five bits each. */
export const giftCardAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const wellFormed = new RegExp(`^[${giftCardAlphabet}]{16}$`, 'u');

/** Characters of a code without its hyphens: 80 bits. */
export const giftCardLength = 16;

/** A code as people read it: four groups of four. */
export function formatGiftCardCode(code: string): string {
  return (code.match(/.{1,4}/gu) ?? []).join('-');
}

/** What somebody typed as a code, without what does not matter; null when it cannot be one. */
export function readGiftCardCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/gu, '');
  return wellFormed.test(code) ? code : null;
}
