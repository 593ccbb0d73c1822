import { Group, Text } from '@mantine/core';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { formatPriceRange } from '../../lib/format.ts';
import { FreeStock } from './free-stock.tsx';
import classes from './product-list.module.css';
import { ProductStatus } from './product-status.tsx';
import type { ProductRow } from './product.ts';

/** The list on a phone. */
export function ProductCards({ products }: { products: readonly ProductRow[] }) {
  return products.map((product) => (
    <article key={product.id} className={classes.card} aria-label={product.name}>
      <ProductThumbnail image={product.image} size={56} />
      <div>
        <Text size="sm" fw={500}>
          {product.name}
        </Text>
        <Text size="xs" c="dimmed">
          {product.brand} · {priceOf(product)}
        </Text>
        <Text size="xs" c="dimmed" className="tabular">
          {product.onHand.toLocaleString('en-US')} on hand · {product.allocated.toLocaleString('en-US')}{' '}
          allocated
        </Text>
        <Group justify="space-between" mt={8} gap="xs" fz="sm">
          <ProductStatus status={product.status} />
          <FreeStock product={product} unit="available" />
        </Group>
      </div>
    </article>
  ));
}

function priceOf({ minPriceMinor, maxPriceMinor, currency }: ProductRow): string {
  return (
    formatPriceRange({ minMinor: minPriceMinor, maxMinor: maxPriceMinor, currency }) ?? `no ${currency} price`
  );
}
