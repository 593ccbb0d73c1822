import type { RouterInputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import type { FoundVariant } from '../../components/variant-search.tsx';
import { moneyText, readMoney } from '../../lib/money-text.ts';
import type { StaffOrder } from './order.ts';

export interface EditedRow {
  /** Of a line that is there. */
  readonly orderLineId: string | null;
  readonly variant: FoundVariant;
  readonly quantity: number;
  readonly wasQuantity: number;
  /** Units that have left or were cancelled: they stay. */
  readonly least: number;
  /** Staff's own price of an added line; empty for today's. */
  readonly price: string;
}

export interface EditValues {
  readonly rows: readonly EditedRow[];
  readonly shipping: string;
  readonly discount: string;
}

export function initialEdit(order: StaffOrder): EditValues {
  const rows = order.lines.map((line) => ({
    orderLineId: line.id,
    variant: {
      variantId: line.id,
      sku: line.sku,
      productName: line.productName,
      variantName: line.variantName,
    },
    quantity: line.quantity,
    wasQuantity: line.quantity,
    least: line.fulfilledQuantity + line.cancelledQuantity,
    price: '',
  }));
  return { rows, shipping: moneyText(order.pricing.shippingMinor, order.currency), discount: '' };
}

export function withAdded(values: EditValues, variant: FoundVariant): EditValues {
  const at = values.rows.findIndex(
    ({ orderLineId, variant: known }) => orderLineId === null && known.variantId === variant.variantId,
  );
  if (at >= 0) return withRow(values, at, { quantity: (values.rows[at]?.quantity ?? 0) + 1 });
  const row = { orderLineId: null, variant, quantity: 1, wasQuantity: 0, least: 0, price: '' };
  return { ...values, rows: [...values.rows, row] };
}

export function withRow(
  values: EditValues,
  at: number,
  change: Partial<Pick<EditedRow, 'quantity' | 'price'>>,
): EditValues {
  const rows = values.rows.map((row, index) => (index === at ? { ...row, ...change } : row));
  return { ...values, rows: rows.filter((row) => row.orderLineId !== null || row.quantity > 0) };
}

type Changes = RouterInputs['orders']['staff']['edits']['preview'];

/** What to ask the API for; null while an amount cannot be read, `unchanged` when nothing differs. */
export function toChanges(order: StaffOrder, values: EditValues): Changes | 'unchanged' | null {
  const { currency } = order;
  const shippingMinor = readMoney(values.shipping, currency);
  const extraDiscountMinor = readMoney(values.discount, currency);
  const added = values.rows.filter((row) => row.orderLineId === null).map((row) => toAdded(row, currency));
  if (shippingMinor === undefined || extraDiscountMinor === undefined || added.includes(null)) return null;
  const lines = values.rows.flatMap(({ orderLineId, quantity, wasQuantity }) =>
    orderLineId === null || quantity === wasQuantity ? [] : [{ orderLineId, quantity }],
  );
  const isShippingKept = shippingMinor === null || shippingMinor === order.pricing.shippingMinor;
  const isSame = lines.length === 0 && added.length === 0 && isShippingKept && !extraDiscountMinor;
  if (isSame) return 'unchanged';
  return {
    id: order.id,
    lines,
    added: added.filter((each) => each !== null),
    extraDiscountMinor: extraDiscountMinor ?? 0,
    shippingMinor: isShippingKept ? null : shippingMinor,
  };
}

function toAdded({ variant, quantity, price }: EditedRow, currency: Currency) {
  const unitPriceMinor = readMoney(price, currency);
  return unitPriceMinor === undefined ? null : { variantId: variant.variantId, quantity, unitPriceMinor };
}
