import { formatGiftCardCode, ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { IssuedGiftCard, IssueGiftCardInput } from './account-schemas.ts';
import { insertGiftCard } from './account-store.ts';
import { codeOfSeed, newGiftCardCode } from './gift-card-code.ts';
import { getGiftCard } from './gift-card-list-store.ts';
import { getCodeSeed, queueGiftCardLetter } from './gift-card-write-store.ts';
import { bookEntries } from './ledger-store.ts';

export type CardStaffContext = StaffContext & Pick<Context, 'giftCardSecret'>;

/** The end of the last day on which a card can be spent. @throws INPUT_INVALID for a day that is over */
export function endOfDay(expiresOn: string | null, now: Date): Date | null {
  if (expiresOn === null) return null;
  const end = new Date(Date.parse(`${expiresOn}T00:00:00Z`) + 86_400_000);
  if (end <= now) throw new ShopError('INPUT_INVALID', { expiresOn });
  return end;
}

/**
 * Makes a gift card by hand. Its code is in the answer, and in a letter where there is an address; a repeat with the same key
 * is answered with the same code.
 * @throws INPUT_INVALID for a day that is over, IDEMPOTENCY_KEY_REUSED
 */
export async function issueGiftCard(
  ctx: CardStaffContext,
  input: IssueGiftCardInput,
): Promise<IssuedGiftCard> {
  const { amountMinor, currency } = input;
  const expiresAt = endOfDay(input.expiresOn, ctx.now());
  const id = await writeAsStaff(ctx, { operation: 'giftCards.issue', input }, async (tx) => {
    const code = newGiftCardCode(ctx.giftCardSecret);
    const { recipientName, recipientEmail, message } = input;
    const terms = { currency, code, expiresAt, deliverAt: null, senderName: null, bought: null };
    const accountId = await insertGiftCard(tx, { ...terms, recipientName, recipientEmail, message });
    if (accountId === null) throw new Error('a new gift card was not written');
    const entry = {
      accountId,
      key: `issue:${accountId}`,
      kind: 'issued',
      amountMinor,
      reason: 'staff',
    } as const;
    await bookEntries(tx, [{ ...entry, staffId: ctx.staff.id, note: input.note }]);
    if (recipientEmail !== null) await queueGiftCardLetter(tx, { accountId, sending: 'first' });
    const after = { amountMinor, currency, lastFour: code.lastFour };
    return {
      audit: { entityType: 'gift_card', entityId: accountId, before: null, after },
      receipt: accountId,
    };
  });
  const [card, seed] = await Promise.all([
    getGiftCard(ctx.db.reader, id, ctx.now()),
    getCodeSeed(ctx.db.reader, id),
  ]);
  return { card, code: formatGiftCardCode(codeOfSeed(ctx.giftCardSecret, seed)) };
}
