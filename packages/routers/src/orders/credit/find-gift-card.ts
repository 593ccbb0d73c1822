import type { Reader } from '@turing/db';
import { readGiftCardCode, ShopError } from '@turing/domain';
import { findCardByHash, type FoundAccount } from './account-store.ts';
import { hashCode } from './gift-card-code.ts';

interface Question {
  readonly secret: string;
  readonly code: string;
  readonly now: Date;
}

/**
 * The card behind a code. Who asks is a stranger: a code that never was, a card that expired and one that was disabled are
 * answered alike.
 * @throws GIFT_CARD_NOT_FOUND
 */
export async function findGiftCard(reader: Reader, { secret, code, now }: Question): Promise<FoundAccount> {
  // What cannot be a code is looked for as well, so that no answer comes sooner than another.
  const card = await findCardByHash(reader, hashCode(secret, readGiftCardCode(code) ?? ''));
  const isUsable =
    card !== null && card.disabledAt === null && (card.expiresAt === null || card.expiresAt > now);
  if (!isUsable) throw new ShopError('GIFT_CARD_NOT_FOUND');
  return card;
}
