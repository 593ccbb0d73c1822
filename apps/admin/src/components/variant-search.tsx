'use client';

import { Combobox, Group, Loader, ScrollArea, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '../lib/api.ts';

type Level = RouterOutputs['products']['staff']['stock']['levels']['items'][number];

export interface FoundVariant {
  readonly variantId: string;
  readonly sku: string;
  readonly productName: string;
  readonly variantName: string;
}

/** Finds a variant by name or SKU and hands it over; stays where it is for the next one. */
export function VariantSearch({ label, onPick }: { label: string; onPick: (found: FoundVariant) => void }) {
  const trpc = useTRPC();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query.trim(), 200);
  const levels = useQuery(
    trpc.products.staff.stock.levels.queryOptions(
      { query: wanted, includeEmpty: true, limit: 50 },
      { enabled: wanted !== '' },
    ),
  );
  const found = byVariant(levels.data?.items ?? []);

  function pick(variantId: string): void {
    const variant = found.find((each) => each.variantId === variantId);
    if (variant !== undefined) onPick(variant);
    setQuery('');
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target>
        <TextInput
          aria-label={label}
          placeholder={label}
          leftSection={<Search size={16} />}
          rightSection={levels.isFetching ? <Loader size={16} /> : null}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === ''}>
        <Combobox.Options>
          <ScrollArea.Autosize mah={280} type="scroll">
            {found.map((variant) => (
              <Combobox.Option key={variant.variantId} value={variant.variantId}>
                <Group justify="space-between" wrap="nowrap" gap="md">
                  <div>
                    <Text size="sm" fw={500}>
                      {[variant.productName, variant.variantName].filter(Boolean).join(' – ')}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {variant.sku}
                    </Text>
                  </div>
                  <Text size="xs" c={variant.free > 0 ? 'dimmed' : 'red'} className="tabular">
                    {variant.free > 0 ? `${variant.free} free` : 'None free'}
                  </Text>
                </Group>
              </Combobox.Option>
            ))}
            {found.length === 0 && levels.data !== undefined && (
              <Combobox.Empty>Nothing is called “{wanted}”</Combobox.Empty>
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function byVariant(levels: readonly Level[]): (FoundVariant & { readonly free: number })[] {
  const found = new Map<string, FoundVariant & { free: number }>();
  for (const { variantId, sku, productName, variantName, free } of levels) {
    const known = found.get(variantId);
    found.set(variantId, { variantId, sku, productName, variantName, free: (known?.free ?? 0) + free });
  }
  return [...found.values()].slice(0, 20);
}
