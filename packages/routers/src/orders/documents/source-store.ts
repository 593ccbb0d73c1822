import type { Reader } from '@turing/db';
import { type Currency, type DocumentTax, type OrderState, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { AddressInput } from '../../schemas.ts';

interface SourceLine {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly variant: string;
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  readonly cancelledQuantity: number;
  readonly unitPriceMinor: number;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly taxRatePpm: number;
}

interface SourceShipment {
  readonly id: string;
  readonly carrier: string;
  readonly trackingNumber: string | null;
  readonly lines: readonly { orderLineId: string; quantity: number }[];
}

/** Something that was given back to the buyer, to a card or as credit. */
export interface GivenBack {
  readonly id: string;
  readonly amountMinor: number;
  /** What it was for; empty where it was an amount. */
  readonly lines: readonly { orderLineId: string; quantity: number; amountMinor: number; taxMinor: number }[];
}

/** An order with all that its documents say of it. */
export interface DocumentSource {
  readonly id: string;
  readonly number: number;
  readonly status: OrderState;
  readonly email: string;
  readonly address: AddressInput;
  readonly currency: Currency;
  readonly taxInclusive: boolean;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly creditMinor: number;
  readonly paidMinor: number;
  readonly promotionCode: string | null;
  readonly shippingName: string;
  readonly placedAt: Date;
  readonly confirmedAt: Date | null;
  readonly lines: readonly SourceLine[];
  readonly discounts: readonly { label: string; amountMinor: number }[];
  readonly taxes: readonly DocumentTax[];
  /** Oldest first. */
  readonly shipments: readonly SourceShipment[];
  /** Oldest first. */
  readonly given: readonly GivenBack[];
}

// A decision about lines counts once its money has arrived; a refund by itself, and the credit of a cancelled order, as they are.
const given = sql`
  select f.id, f.order_id, f.created_at,
    case f.destination when 'payment' then (select coalesce(sum(r.amount_minor), 0)::int8 from refund r
      where r.order_refund_id = f.id and r.status = 'succeeded') else f.total_minor end as amount_minor,
    (select coalesce(json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity,
        'amountMinor', l.amount_minor, 'taxMinor', l.tax_minor)), '[]') from refund_line l where l.order_refund_id = f.id) as lines
  from order_refund f
  where not exists (select from refund r where r.order_refund_id = f.id and r.status = 'requested')
  union all
  select r.id, p.order_id, r.created_at, r.amount_minor, '[]'::json from refund r join payment p on p.id = r.payment_id
  where r.order_refund_id is null and r.status = 'succeeded'
  union all
  select e.id, e.order_id, e.created_at, e.amount_minor, '[]'::json from credit_entry e join "order" o on o.id = e.order_id
  where e.kind = 'returned' and o.status = 'cancelled' and not exists (select from order_refund f where f.order_id = o.id)`;

/** @throws ORDER_NOT_FOUND */
export async function getDocumentSource(reader: Reader, orderId: string): Promise<DocumentSource> {
  const { rows } = await sql<DocumentSource>`
    select o.id, o.number, o.status, o.email, o.shipping_address as address, o.currency, o.tax_inclusive as "taxInclusive",
      o.subtotal_minor as "subtotalMinor", o.discount_minor as "discountMinor", o.shipping_minor as "shippingMinor",
      o.tax_minor as "taxMinor", o.total_minor as "totalMinor", o.credit_minor as "creditMinor",
      o.promotion_code as "promotionCode", o.shipping_name as "shippingName", o.placed_at as "placedAt",
      o.confirmed_at as "confirmedAt",
      (select coalesce(sum(p.captured_minor), 0)::int8 from payment p where p.order_id = o.id) as "paidMinor",
      (select coalesce(json_agg(json_build_object('id', l.id, 'sku', l.sku, 'name', l.product_name, 'variant', l.variant_name,
          'quantity', l.quantity, 'fulfilledQuantity', l.fulfilled_quantity, 'cancelledQuantity', l.cancelled_quantity, 'unitPriceMinor', l.unit_price_minor,
          'subtotalMinor', l.subtotal_minor, 'discountMinor', l.discount_minor, 'taxMinor', l.tax_minor,
          'taxRatePpm', l.tax_rate_ppm) order by l.position), '[]')
        from order_line l where l.order_id = o.id) as lines,
      (select coalesce(json_agg(json_build_object('label', case when coalesce(p.code, '') = '' then p.name else 'Discount (' || p.code || ')' end,
          'amountMinor', p.discount_minor) order by p.promotion_id) filter (where p.discount_minor > 0), '[]')
        from order_promotion p where p.order_id = o.id) as discounts,
      (select coalesce(json_agg(json_build_object('name', t.name, 'ratePpm', t.rate_ppm, 'taxableMinor', t.taxable_minor,
          'taxMinor', t.tax_minor) order by t.position), '[]')
        from order_tax t where t.order_id = o.id) as taxes,
      (select coalesce(json_agg(json_build_object('id', s.id, 'carrier', s.carrier, 'trackingNumber', s.tracking_number,
          'lines', (select json_agg(json_build_object('orderLineId', sl.order_line_id, 'quantity', sl.quantity))
            from shipment_line sl where sl.shipment_id = s.id)) order by s.shipped_at, s.id), '[]')
        from shipment s where s.order_id = o.id) as shipments,
      (select coalesce(json_agg(json_build_object('id', g.id, 'amountMinor', g.amount_minor, 'lines', g.lines)
          order by g.created_at, g.id) filter (where g.amount_minor > 0), '[]')
        from (${given}) g where g.order_id = o.id) as given
    from "order" o where o.id = ${orderId}`.execute(reader);
  const [row] = rows;
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return row;
}
