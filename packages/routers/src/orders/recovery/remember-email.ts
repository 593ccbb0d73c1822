import { checkoutConsentWording, ShopError } from '@turing/domain';
import type { ShopContext } from '../context.ts';
import { lookNow } from '../find-cart.ts';
import { newSecretToken } from '../secret-token.ts';
import { saveRecovery } from './recovery-store.ts';
import type { RememberInput } from './schemas.ts';

/**
 * Notes at checkout whose a cart is and whether they agreed to letters, with the words and the time of a yes. Without
 * one nobody is written to. The last answer counts.
 * @throws CART_NOT_FOUND, also of another's and of one that was ordered
 */
export async function rememberEmail(ctx: ShopContext, input: RememberInput): Promise<null> {
  const { customerId: viewer, now } = await lookNow(ctx);
  const isSaved = await ctx.db.transaction((tx) =>
    saveRecovery(tx, {
      ...input,
      viewer,
      now,
      wording: checkoutConsentWording,
      restoreToken: newSecretToken(),
      unsubscribeToken: newSecretToken(),
    }),
  );
  if (!isSaved) throw new ShopError('CART_NOT_FOUND');
  return null;
}
