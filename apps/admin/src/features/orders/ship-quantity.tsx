import { Group, NumberInput, type NumberInputProps, Text } from '@mantine/core';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { remaining } from './order-actions.ts';
import type { OrderLine } from './order.ts';

/** One line of the order: how many of what is left go into the parcel. */
export function ShipQuantity({ line, field }: { line: OrderLine; field: NumberInputProps }) {
  const left = remaining(line);
  return (
    <Group wrap="nowrap" gap="sm" justify="space-between">
      <Group wrap="nowrap" gap="sm" miw={0}>
        <ProductThumbnail image={line.image} size={40} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {line.productName}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {line.variantName} · {line.sku}
          </Text>
        </div>
      </Group>
      <NumberInput
        {...field}
        aria-label={`Quantity of ${line.productName}, ${line.variantName}`}
        w={118}
        flex="none"
        min={0}
        max={left}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        suffix={` of ${left}`}
      />
    </Group>
  );
}
