import { marketingConsentWording, ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { stopCustomerLetters } from '../../customers/index.ts';
import { findUnsubscriber, stopLetters } from './recovery-store.ts';
import type { UnsubscribeInput } from './schemas.ts';

/**
 * Stops the letters that advertise, to the address of the link: with one click, without signing in, as often as one likes.
 * A customer's no is recorded as one given in the account.
 * @throws SUBSCRIPTION_NOT_FOUND
 */
export async function unsubscribe(
  ctx: Pick<Context, 'db' | 'now' | 'address'>,
  { unsubscribeToken }: UnsubscribeInput,
): Promise<null> {
  await ctx.db.transaction(async (tx) => {
    const who = await findUnsubscriber(tx, unsubscribeToken);
    if (who === null) throw new ShopError('SUBSCRIPTION_NOT_FOUND');
    if (who.customerId !== null) {
      await stopCustomerLetters(tx, {
        customerId: who.customerId,
        wording: marketingConsentWording,
        source: 'unsubscribe',
        ipAddress: ctx.address,
        now: ctx.now(),
      });
    }
    await stopLetters(tx, who.email, ctx.now());
  });
  return null;
}
