import { key, type Shop } from './shop.ts';

export interface OrderWish {
  readonly quantities?: readonly number[];
  readonly customerId?: string;
  readonly email?: string;
}

/** Orders of a shop that wait to be shipped or are, and the member of staff who ships them. */
export async function openShippedOrders(shop: Shop) {
  const owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  const staff = () => shop.as({ staff: owner }).orders.staff;

  async function confirmed({ quantities = [2], ...buyer }: OrderWish = {}) {
    const lines = await Promise.all(
      quantities.map(async (quantity) => {
        const product = await shop.factories.createProduct({ variants: [{ stock: 10 }] });
        return { variantId: product.variants[0]?.id ?? '', quantity };
      }),
    );
    const { id } = await shop.factories.createOrder({ lines, ...buyer });
    return staff().get({ id });
  }

  async function ship(
    order: Awaited<ReturnType<typeof confirmed>>,
    lines = order.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })),
  ) {
    return staff().ship({
      id: order.id,
      version: order.version,
      carrier: 'UPS',
      trackingNumber: '1Z999',
      lines,
      idempotencyKey: key(),
    });
  }

  return {
    owner,
    staff,
    confirmed,
    ship,
    shipped: async (wish?: OrderWish) => ship(await confirmed(wish)),
  };
}

export type ShippedOrders = Awaited<ReturnType<typeof openShippedOrders>>;
