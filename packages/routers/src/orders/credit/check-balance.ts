import type { Balance, CheckBalanceInput } from './credit-schemas.ts';
import type { CodeContext } from './context.ts';
import { findGiftCard } from './find-gift-card.ts';

/** What is left on a gift card, for who has its code. @throws GIFT_CARD_NOT_FOUND, alike for all that cannot be used */
export async function checkBalance(ctx: CodeContext, { code }: CheckBalanceInput): Promise<Balance> {
  const card = await findGiftCard(ctx.db.reader, { secret: ctx.giftCardSecret, code, now: ctx.now() });
  const { lastFour, currency, balanceMinor, expiresAt } = card;
  return { lastFour: lastFour ?? '', currency, balanceMinor, expiresAt };
}
