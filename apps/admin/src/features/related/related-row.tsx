import { Anchor, Badge, Group } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import type { RelatedProduct } from './related.ts';
import classes from './related.module.css';

/** A product beside another, with what can be done about it. */
export function RelatedRow({ product, children }: { product: RelatedProduct; children: ReactNode }) {
  return (
    <article className={classes.row} aria-label={product.name}>
      <ProductThumbnail image={product.image} size={44} />
      <div className={classes.name}>
        <Anchor component={Link} href={`/products/${product.id}`} size="sm" fw={500} lineClamp={2}>
          {product.name}
        </Anchor>
        {product.status !== 'active' && (
          <Badge size="sm" color="gray">
            {product.status === 'draft' ? 'Draft, not shown' : 'Archived, not shown'}
          </Badge>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" flex="none">
        {children}
      </Group>
    </article>
  );
}
