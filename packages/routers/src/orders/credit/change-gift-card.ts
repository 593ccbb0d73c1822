import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type {
  AdjustGiftCardInput,
  GiftCardView,
  ResendGiftCardInput,
  SetGiftCardDisabledInput,
  SetGiftCardExpiryInput,
} from './account-schemas.ts';
import { getGiftCard } from './gift-card-list-store.ts';
import { lockGiftCard, queueGiftCardLetter, updateAccount } from './gift-card-write-store.ts';
import { endOfDay } from './issue-gift-card.ts';
import { bookEntries, type CreditAccount } from './ledger-store.ts';

interface CardEdit {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

type Change = (
  tx: Transaction,
  card: CreditAccount,
) => Promise<{ readonly before: Record<string, unknown>; readonly after: Record<string, unknown> }>;

/** Lock order: idempotency record, the account. */
async function writeCard(
  ctx: StaffContext,
  { operation, input }: { readonly operation: string; readonly input: CardEdit },
  change: Change,
): Promise<GiftCardView> {
  await writeAsStaff(ctx, { operation, input }, async (tx) => {
    const card = await lockGiftCard(tx, input.id);
    assertVersion(input.version, card.version);
    const changed = await change(tx, card);
    return { audit: { entityType: 'gift_card', entityId: card.id, ...changed }, receipt: null };
  });
  return getGiftCard(ctx.db.reader, input.id, ctx.now());
}

/**
 * Gives to or takes from a gift card by hand.
 * @throws CREDIT_ACCOUNT_NOT_FOUND, CREDIT_INSUFFICIENT with `balanceMinor`, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export function adjustGiftCard(ctx: StaffContext, input: AdjustGiftCardInput): Promise<GiftCardView> {
  const { amountMinor, note } = input;
  return writeCard(ctx, { operation: 'giftCards.adjust', input }, async (tx, card) => {
    const { id: accountId, version, balanceMinor } = card;
    if (balanceMinor + amountMinor < 0) throw new ShopError('CREDIT_INSUFFICIENT', { balanceMinor });
    const key = `adjust:${accountId}:${version}`;
    const entry = { accountId, key, kind: 'adjusted', amountMinor, reason: 'staff', note } as const;
    await bookEntries(tx, [{ ...entry, staffId: ctx.staff.id }]);
    await updateAccount(tx, card);
    return { before: { balanceMinor }, after: { balanceMinor: balanceMinor + amountMinor } };
  });
}

/**
 * Stops a gift card, or lets it pay again. What is on it stays.
 * @throws CREDIT_ACCOUNT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export function setGiftCardDisabled(
  ctx: StaffContext,
  input: SetGiftCardDisabledInput,
): Promise<GiftCardView> {
  const { disabled } = input;
  return writeCard(ctx, { operation: 'giftCards.setDisabled', input }, async (tx, card) => {
    const disabledAt = card.disabledAt ?? ctx.now();
    await updateAccount(tx, card, { disabled_at: disabled ? disabledAt : null });
    return { before: { disabled: card.disabledAt !== null }, after: { disabled } };
  });
}

/**
 * Changes the last day on which a gift card can be spent; null for none.
 * @throws INPUT_INVALID for a day that is over, CREDIT_ACCOUNT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export function setGiftCardExpiry(ctx: StaffContext, input: SetGiftCardExpiryInput): Promise<GiftCardView> {
  const expiresAt = endOfDay(input.expiresOn, ctx.now());
  return writeCard(ctx, { operation: 'giftCards.setExpiry', input }, async (tx, card) => {
    await updateAccount(tx, card, { expires_at: expiresAt });
    return { before: { expiresAt: card.expiresAt }, after: { expiresAt } };
  });
}

/**
 * Sends the letter with the code again, to the address given.
 * @throws CREDIT_ACCOUNT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export function resendGiftCard(ctx: StaffContext, input: ResendGiftCardInput): Promise<GiftCardView> {
  return writeCard(ctx, { operation: 'giftCards.resend', input }, async (tx, card) => {
    await updateAccount(tx, card, { recipient_email: input.recipientEmail });
    await queueGiftCardLetter(tx, { accountId: card.id, sending: String(card.version) });
    // Not the address: the audit is never erased.
    return { before: {}, after: { resent: true } };
  });
}
