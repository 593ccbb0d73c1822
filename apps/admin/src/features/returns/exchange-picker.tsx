'use client';

import { ActionIcon, Group, NumberInput, Stack, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { VariantSearch } from '../../components/variant-search.tsx';

export interface Replacement {
  readonly variantId: string;
  readonly name: string;
  readonly sku: string;
  readonly quantity: number;
}

interface ExchangePickerProps {
  readonly replacements: readonly Replacement[];
  readonly onChange: (replacements: readonly Replacement[]) => void;
}

/** What the customer gets instead. */
export function ExchangePicker({ replacements, onChange }: ExchangePickerProps) {
  const change = (variantId: string, quantity: number) =>
    onChange(replacements.map((each) => (each.variantId === variantId ? { ...each, quantity } : each)));
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        Sent instead
      </Text>
      {replacements.map((each) => (
        <Group key={each.variantId} justify="space-between" wrap="nowrap">
          <div style={{ minWidth: 0 }}>
            <Text size="sm" truncate>
              {each.name}
            </Text>
            <Text size="xs" c="dimmed">
              {each.sku}
            </Text>
          </div>
          <Group gap={4} wrap="nowrap">
            <NumberInput
              aria-label={`Units of ${each.name}`}
              w={80}
              min={1}
              max={999}
              allowDecimal={false}
              value={each.quantity}
              onChange={(value) => change(each.variantId, Math.max(1, Number(value) || 1))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Without ${each.name}`}
              onClick={() => onChange(replacements.filter(({ variantId }) => variantId !== each.variantId))}
            >
              <X size={16} />
            </ActionIcon>
          </Group>
        </Group>
      ))}
      <VariantSearch
        label="Find a product by name or SKU"
        onPick={({ variantId, productName, variantName, sku }) => {
          if (replacements.some((each) => each.variantId === variantId)) return;
          const name = [productName, variantName].filter(Boolean).join(', ');
          onChange([...replacements, { variantId, name, sku, quantity: 1 }]);
        }}
      />
    </Stack>
  );
}
