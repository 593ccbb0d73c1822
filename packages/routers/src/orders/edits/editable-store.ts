import type { Reader } from '@turing/db';
import type { Currency, LineDiscount, OrderState, PostalAddress } from '@turing/domain';
import { ShopError } from '@turing/domain';

export interface EditableLine {
  readonly id: string;
  readonly variantId: string;
  readonly locationId: string;
  readonly position: number;
  readonly kind: 'goods' | 'gift_card';
  readonly sku: string;
  readonly productName: string;
  readonly variantName: string;
  readonly imageKey: string | null;
  readonly taxCategory: string;
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  readonly cancelledQuantity: number;
  readonly heldQuantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly discounts: readonly LineDiscount[];
  readonly totalMinor: number;
  /** Units that were refunded or are being returned: the line has to stay. */
  readonly hasRefunds: boolean;
}

export interface EditableOrder {
  readonly id: string;
  readonly status: OrderState;
  readonly currency: Currency;
  readonly customerId: string | null;
  readonly address: PostalAddress | null;
  readonly country: string;
  readonly placedAt: Date;
  readonly taxInclusive: boolean;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly creditMinor: number;
  readonly lines: readonly EditableLine[];
}

/** An order with what a change of it depends on. @throws ORDER_NOT_FOUND */
export async function loadEditable(reader: Reader, id: string): Promise<EditableOrder> {
  const order = await reader
    .selectFrom('order')
    .select([
      'id',
      'status',
      'currency',
      'customer_id as customerId',
      'shipping_address as address',
      'country',
      'placed_at as placedAt',
      'tax_inclusive as taxInclusive',
      'subtotal_minor as subtotalMinor',
      'discount_minor as discountMinor',
      'shipping_minor as shippingMinor',
      'tax_minor as taxMinor',
      'total_minor as totalMinor',
      'credit_minor as creditMinor',
    ])
    .where('id', '=', id)
    .$narrowType<{ placedAt: Date; currency: Currency; address: PostalAddress | null }>()
    .executeTakeFirst();
  if (order === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return { ...order, lines: await listEditableLines(reader, id) };
}

async function listEditableLines(reader: Reader, orderId: string): Promise<EditableLine[]> {
  return reader
    .selectFrom('order_line as l')
    .innerJoin('product_variant as v', 'v.id', 'l.variant_id')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select([
      'l.id',
      'l.variant_id as variantId',
      'l.location_id as locationId',
      'l.position',
      'l.kind',
      'l.sku',
      'l.product_name as productName',
      'l.variant_name as variantName',
      'l.image_key as imageKey',
      'p.tax_category as taxCategory',
      'l.quantity',
      'l.fulfilled_quantity as fulfilledQuantity',
      'l.cancelled_quantity as cancelledQuantity',
      'l.held_quantity as heldQuantity',
      'l.unit_price_minor as unitPriceMinor',
      'l.discount_minor as discountMinor',
      'l.discounts',
      'l.total_minor as totalMinor',
    ])
    .select((select) =>
      select
        .exists(
          select.selectFrom('refund_line as r').select('r.quantity').whereRef('r.order_line_id', '=', 'l.id'),
        )
        .$castTo<boolean>()
        .as('hasRefunds'),
    )
    .where('l.order_id', '=', orderId)
    .orderBy('l.position')
    .$narrowType<{ discounts: LineDiscount[] }>()
    .execute();
}
