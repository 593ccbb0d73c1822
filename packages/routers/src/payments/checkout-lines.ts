import type { OrderView, Payment } from '../orders/index.ts';
import type { CheckoutRequest } from './gateway.ts';

interface PaidOrder extends Pick<OrderView, 'shippingName' | 'number'> {
  readonly lines: readonly Pick<
    OrderView['lines'][number],
    'productName' | 'variantName' | 'quantity' | 'subtotalMinor' | 'discountMinor'
  >[];
  readonly pricing: Pick<OrderView['pricing'], 'shippingMinor' | 'taxInclusive' | 'taxMinor' | 'totalMinor'>;
}

/**
 * What is paid as lines that sum to it: the goods after discount, shipping and added tax of an order that is paid whole,
 * else the one amount.
 */
export function checkoutLines(
  order: PaidOrder,
  payment: Pick<Payment, 'purpose' | 'amountMinor'>,
): CheckoutRequest['lines'] {
  const { lines, pricing, shippingName, number } = order;
  if (payment.purpose === 'difference') {
    return [{ name: `Change of order ${number}`, amountMinor: payment.amountMinor }];
  }
  if (payment.amountMinor !== pricing.totalMinor) {
    return [{ name: `Order ${number}, what is left to pay`, amountMinor: payment.amountMinor }];
  }
  const goods = lines.map((line) => ({
    name:
      [line.productName, line.variantName].filter(Boolean).join(' – ') +
      (line.quantity > 1 ? ` × ${line.quantity}` : ''),
    amountMinor: line.subtotalMinor - line.discountMinor,
  }));
  const shipping =
    pricing.shippingMinor > 0 ? [{ name: shippingName, amountMinor: pricing.shippingMinor }] : [];
  const tax =
    !pricing.taxInclusive && pricing.taxMinor > 0 ? [{ name: 'Tax', amountMinor: pricing.taxMinor }] : [];
  return [...goods, ...shipping, ...tax];
}
