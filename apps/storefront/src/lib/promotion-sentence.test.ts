import { expect, test } from 'vitest';
import { promotionSentence, type PromotionReason } from './promotion-sentence.ts';

test.each<[PromotionReason, string]>([
  [{ kind: 'exhausted' }, 'It has been used up.'],
  [{ kind: 'below_minimum', missingMinor: 1250, missingQuantity: null }, 'Add $12.50 more to use it.'],
  [{ kind: 'below_minimum', missingMinor: null, missingQuantity: 1 }, 'Add 1 more item to use it.'],
  [
    { kind: 'below_minimum', missingMinor: 500, missingQuantity: 2 },
    'Add $5.00 more and 2 more items to use it.',
  ],
  [
    { kind: 'does_not_combine', with: ['SAVE15', 'Winter weekend'] },
    'It does not combine with SAVE15 and Winter weekend, which saves you more.',
  ],
  [
    { kind: 'decided_at_checkout', unknown: ['country', 'email'] },
    'Decided at checkout, once we know where it goes and your email address.',
  ],
])('%o reads "%s"', (reason, sentence) => {
  expect(promotionSentence(reason, 'USD')).toBe(sentence);
});
