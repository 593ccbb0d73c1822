import { Badge, Group } from '@mantine/core';
import { type ProductRow, stockOf } from './product.ts';

const notes = { none: { label: 'Out', color: 'red' }, low: { label: 'Low', color: 'orange' } } as const;

/** What can still be sold; a badge says when someone should order more. */
export function FreeStock({ product, unit }: { product: ProductRow; unit?: string }) {
  const { free, health } = stockOf(product);
  return (
    <Group gap={8} justify="flex-end" wrap="nowrap" component="span">
      {health !== 'good' && (
        <Badge size="sm" color={notes[health].color}>
          {notes[health].label}
        </Badge>
      )}
      <span className="tabular">{[free.toLocaleString('en-US'), unit].join(' ').trim()}</span>
    </Group>
  );
}
