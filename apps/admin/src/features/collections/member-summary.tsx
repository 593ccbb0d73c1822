import { Badge, Text } from '@mantine/core';
import { Price } from '../../components/price.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import type { Member } from './collection.ts';

/** A product in a line or two. */
export function MemberSummary({ product }: { product: Member }) {
  const { name, brand, status, image, minPriceMinor, currency } = product;
  return (
    <>
      <ProductThumbnail image={image} size={40} />
      <div>
        <Text size="sm" fw={500} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate component="div">
          {brand}
          {minPriceMinor !== null && (
            <>
              {' · '}
              <Price amountMinor={minPriceMinor} currency={currency} inherit />
            </>
          )}
          {status !== 'active' && (
            <Badge size="xs" color="gray" ml={6}>
              {status}
            </Badge>
          )}
        </Text>
      </div>
    </>
  );
}
