import { Group, Text } from '@mantine/core';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import type { Level } from './stock.ts';

/** Which variant, and where: the head of a form about one level. */
export function LevelHead({ level }: { level: Level }) {
  return (
    <Group wrap="nowrap" gap="sm">
      <ProductThumbnail image={level.image} size={40} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500} truncate>
          {level.productName}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {level.variantName} · {level.sku} · {level.locationName}
        </Text>
      </div>
    </Group>
  );
}
