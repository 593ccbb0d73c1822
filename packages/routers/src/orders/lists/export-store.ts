import type { Reader } from '@turing/db';
import type { Currency } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { whereOf } from './filter-store.ts';
import { marksOf } from './mark-store.ts';
import { selectPage } from './page-store.ts';
import type { OrderFilter } from './schemas.ts';

const most = 500;
const order = sql`o.placed_at desc, o.id desc`;

export interface ExportedOrder {
  readonly id: string;
  readonly number: number;
  readonly placedAt: Date;
  readonly status: string;
  readonly paymentStatus: string;
  readonly fulfilmentStatus: string;
  readonly email: string;
  readonly address: Readonly<Record<string, string | null>> | null;
  readonly country: string;
  readonly currency: Currency;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly shippingName: string;
  readonly promotionCodes: string[];
  readonly tags: string[];
  readonly trackingNumbers: string[];
}

/** What a filter finds, newest first, a chunk at a time as it is asked for: memory holds one chunk. */
export async function* readOrders(reader: Reader, filter: OrderFilter): AsyncGenerator<ExportedOrder[]> {
  let after: RawBuilder<unknown>[] = [];
  for (;;) {
    const rows = await readChunk(reader, filter, after);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < most) return;
    after = [sql`(o.placed_at, o.id) < (${last.placedAt}::timestamptz, ${last.id}::uuid)`];
  }
}

async function readChunk(
  reader: Reader,
  filter: OrderFilter,
  after: readonly RawBuilder<unknown>[],
): Promise<ExportedOrder[]> {
  const page = selectPage({ marks: marksOf(filter), where: [...whereOf(filter), ...after], order, most });
  const { rows } = await sql<ExportedOrder>`
    select o.id, o.number, o.placed_at as "placedAt", o.status, o.payment_status as "paymentStatus",
      o.fulfilment_status as "fulfilmentStatus", o.email, o.shipping_address as address, o.country, o.currency,
      o.subtotal_minor as "subtotalMinor", o.discount_minor as "discountMinor", o.shipping_minor as "shippingMinor",
      o.tax_minor as "taxMinor", o.total_minor as "totalMinor", o.shipping_name as "shippingName",
      array(select u.code from order_promotion u where u.order_id = o.id and u.code is not null order by u.position) as "promotionCodes",
      array(select t.tag from order_tag t where t.order_id = o.id order by t.tag) as tags,
      array(select s.tracking_number from shipment s where s.order_id = o.id and s.tracking_number is not null
        and s.voided_at is null order by s.shipped_at, s.id) as "trackingNumbers"
    from (${page}) o order by ${order}`.execute(reader);
  return rows;
}

export interface ExportedLine {
  readonly orderId: string;
  readonly position: number;
  readonly sku: string;
  readonly productName: string;
  readonly variantName: string;
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

export async function readLines(reader: Reader, orderIds: readonly string[]): Promise<ExportedLine[]> {
  const { rows } = await sql<ExportedLine>`
    select l.order_id as "orderId", l.position, l.sku, l.product_name as "productName", l.variant_name as "variantName", l.quantity,
      l.fulfilled_quantity as "fulfilledQuantity", l.unit_price_minor as "unitPriceMinor", l.discount_minor as "discountMinor",
      l.tax_minor as "taxMinor", l.total_minor as "totalMinor"
    from order_line l where l.order_id = any(${orderIds}::uuid[]) order by l.order_id, l.position`.execute(
    reader,
  );
  return rows;
}
