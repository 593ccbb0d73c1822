'use client';

import { Button, Modal, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import type { Member } from './collection.ts';
import classes from './collection-members.module.css';
import { MemberSummary } from './member-summary.tsx';
import type { CollectionWrites } from './use-collection-writes.ts';

interface ProductPickerProps {
  readonly opened: boolean;
  readonly picked: readonly Member[];
  readonly writes: CollectionWrites;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** Finds products by name, brand or SKU and adds them one by one. */
export function ProductPicker({ opened, picked, writes, onClose, onAdded }: ProductPickerProps) {
  const trpc = useTRPC();
  const [query, setQuery] = useState('');
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const found = useQuery(
    trpc.products.staff.list.queryOptions(
      { limit: 20, ...(query === '' ? {} : { query }) },
      { enabled: opened, placeholderData: keepPreviousData },
    ),
  );
  const isIn = (id: string) => added.has(id) || picked.some((member) => member.id === id);

  async function add(product: Member): Promise<void> {
    const written = await writes.add(product).catch(() => null);
    if (written === null) return;
    setAdded(new Set([...added, product.id]));
    onAdded();
  }

  function close(): void {
    setAdded(new Set());
    onClose();
  }

  return (
    <Modal opened={opened} onClose={close} title="Add products" size="lg">
      <Stack>
        <SearchInput label="Find by name, brand or SKU" value={query} onChange={setQuery} />
        {found.isPending && <RowSkeletons rows={5} />}
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.items.length === 0 && (
          <Text size="sm" c="dimmed" py="xl" ta="center">
            No product is called that.
          </Text>
        )}
        <ul className={classes.results} aria-label="Products found">
          {found.data?.items.map((product) => (
            <li key={product.id} className={classes.result}>
              <MemberSummary product={product} />
              {isIn(product.id) ? (
                <Button size="xs" variant="subtle" disabled leftSection={<Check size={14} />}>
                  Added
                </Button>
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  disabled={writes.busy}
                  onClick={() => void add(product)}
                  aria-label={`Add ${product.name}`}
                >
                  Add
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Modal>
  );
}
