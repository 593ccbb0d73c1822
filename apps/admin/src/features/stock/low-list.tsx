'use client';

import { Anchor, Card, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { EndlessList } from '../../components/endless-list.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { useTRPC } from '../../lib/api.ts';
import classes from './stock.module.css';
import { formatUnits, type LowVariant } from './stock.ts';

/** Variants that have to be ordered, the emptiest first. */
export function LowList() {
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.products.staff.stock.low.infiniteQueryOptions(
      { limit: 50 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Card padding={0}>
      <EndlessList
        pages={pages}
        empty={
          <EmptyState
            icon={PackageCheck}
            title="Nothing is low"
            description="Every variant on sale has enough."
          />
        }
      >
        {(variants) => variants.map((variant) => <LowCard key={variant.variantId} variant={variant} />)}
      </EndlessList>
    </Card>
  );
}

function LowCard({ variant }: { variant: LowVariant }) {
  const { productId, productName, variantName, sku, image, free, lowStockThreshold } = variant;
  return (
    <article className={classes.card} aria-label={sku}>
      <ProductThumbnail image={image} size={44} />
      <div style={{ minWidth: 0 }}>
        <Anchor
          component={Link}
          href={`/products/${productId}/stock`}
          size="sm"
          fw={500}
          truncate
          display="block"
        >
          {productName}
        </Anchor>
        <Text size="xs" c="dimmed" truncate>
          {variantName} · {sku}
        </Text>
      </div>
      <div style={{ textAlign: 'right' }}>
        <Text size="sm" fw={600} className="tabular" c={free <= 0 ? 'var(--mantine-color-error)' : undefined}>
          {free <= 0 ? 'None' : formatUnits(free)} free
        </Text>
        <Text size="xs" c="dimmed" className="tabular">
          low at {formatUnits(lowStockThreshold)}
        </Text>
      </div>
    </article>
  );
}
