import { Text } from '@mantine/core';
import { Price } from '../../components/price.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { Section } from '../../components/section.tsx';
import { FulfilmentStatus } from '../../components/status.tsx';
import classes from './order-lines.module.css';
import { OrderTotals } from './order-totals.tsx';
import type { OrderLine, StaffOrder } from './order.ts';

export function OrderLines({ order }: { order: StaffOrder }) {
  return (
    <Section title="Items" aside={<FulfilmentStatus status={order.fulfilmentStatus} />} flush>
      <ul className={classes.lines}>
        {order.lines.map((line) => (
          <li key={line.id} className={classes.line}>
            <ProductThumbnail image={line.image} size={52} />
            <div className={classes.what}>
              <Text size="sm" fw={500}>
                {line.productName}
              </Text>
              <Text size="xs" c="dimmed">
                {line.variantName} · {line.sku}
              </Text>
              <ShippedNote line={line} />
            </div>
            <Text size="sm" c="dimmed" className={classes.each}>
              {line.quantity} × <Price amountMinor={line.unitPriceMinor} currency={order.currency} />
            </Text>
            <Text size="sm" fw={500} className={classes.total}>
              <Price amountMinor={line.subtotalMinor} currency={order.currency} />
            </Text>
          </li>
        ))}
      </ul>
      <OrderTotals order={order} />
    </Section>
  );
}

function ShippedNote({ line }: { line: OrderLine }) {
  const { quantity, fulfilledQuantity, cancelledQuantity } = line;
  const notes = [
    fulfilledQuantity > 0 &&
      (fulfilledQuantity === quantity ? 'All shipped' : `${fulfilledQuantity} of ${quantity} shipped`),
    cancelledQuantity > 0 && `${cancelledQuantity} cancelled`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" mt={2}>
      {notes.join(' · ')}
    </Text>
  );
}
