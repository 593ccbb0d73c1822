import { address, key, type Shop } from './shop.ts';

/** A guest's cart of one line, with codes typed one after the other. */
export async function cartOf(
  shop: Shop,
  {
    variantId,
    quantity = 1,
    codes = [],
  }: { variantId: string; quantity?: number; codes?: readonly string[] },
) {
  const { cart } = shop.as().orders;
  const line = { token: null, variantId, quantity, idempotencyKey: key() };
  let held = await cart.addLine(line);
  for (const code of codes)
    held = await cart.applyPromotion({ token: held.token, code, idempotencyKey: key() });
  return held;
}

/** Places the order of a cart at the total it has for this buyer. */
export async function placeCart(shop: Shop, token: string, email: string) {
  const { checkout } = shop.as().orders;
  const { country, region } = address;
  const quote = await checkout.quote({ token, country, region, email });
  return checkout.place({
    token,
    email,
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    idempotencyKey: key(),
  });
}

/** What became of a promotion of a cart, by its code. */
export function heldOf<Held extends { code: string | null }>(
  { promotions }: { promotions: readonly Held[] },
  code: string,
): Held | undefined {
  return promotions.find((promotion) => promotion.code === code);
}
