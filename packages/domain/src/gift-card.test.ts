import { describe, expect, test } from 'vitest';
import { formatGiftCardCode, giftCardAlphabet, readGiftCardCode } from './gift-card.ts';

describe('the code of a gift card', () => {
  test('is read however it is typed', () => {
    expect(readGiftCardCode(' abcd-efgh 2345-6789 ')).toBe('ABCDEFGH23456789');
    expect(readGiftCardCode(formatGiftCardCode('ABCDEFGH23456789'))).toBe('ABCDEFGH23456789');
  });

  test('is shown in groups', () => {
    expect(formatGiftCardCode('ABCDEFGH23456789')).toBe('ABCD-EFGH-2345-6789');
  });

  test.each(['', 'ABCD', 'ABCD-EFGH-2345-678O', 'ABCD-EFGH-2345-67891', 'ÄBCD-EFGH-2345-6789'])(
    'is not “%s”',
    (typed) => {
      expect(readGiftCardCode(typed)).toBeNull();
    },
  );

  test('has 32 characters to choose from, none of which looks like another', () => {
    expect(new Set(giftCardAlphabet).size).toBe(32);
    expect(giftCardAlphabet).not.toMatch(/[01IO]/u);
  });
});
