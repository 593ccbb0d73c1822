import { Anchor, Checkbox, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { formatPriceRange } from '../../lib/format.ts';
import { FreeStock } from './free-stock.tsx';
import classes from './product-list.module.css';
import { ProductStatus } from './product-status.tsx';
import type { ProductRow } from './product.ts';
import type { ProductSelection } from './use-product-selection.ts';

interface ProductCardsProps {
  readonly products: readonly ProductRow[];
  readonly selection: ProductSelection | null;
}

/** The list on a phone. */
export function ProductCards({ products, selection }: ProductCardsProps) {
  return products.map((product) => (
    <article key={product.id} className={classes.card} aria-label={product.name}>
      <ProductThumbnail image={product.image} size={56} />
      <div>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Anchor
            component={Link}
            href={`/products/${product.id}`}
            size="sm"
            fw={500}
            c="var(--mantine-color-text)"
          >
            {product.name}
          </Anchor>
          {selection !== null && (
            <Checkbox
              aria-label={`Select ${product.name}`}
              checked={selection.chosen.some(({ id }) => id === product.id)}
              onChange={() => selection.toggle(product)}
            />
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {[product.brand, priceOf(product)].filter(Boolean).join(' · ')}
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
