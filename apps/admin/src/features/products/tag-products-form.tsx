'use client';

import { Button, Stack, TagsInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import type { ProductRow } from './product.ts';
import { useBulkUpdate } from './use-bulk-update.ts';

const modalId = 'tag-products';

export function openTagProducts(products: readonly ProductRow[], onDone: () => void): void {
  modals.open({
    modalId,
    title: `Tag ${count(products.length, 'product')}`,
    children: <TagProductsForm products={products} onDone={onDone} />,
  });
}

interface TagProductsFormProps {
  readonly products: readonly ProductRow[];
  readonly onDone: () => void;
}

function TagProductsForm({ products, onDone }: TagProductsFormProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.products.staff.choices.queryOptions(undefined, { staleTime: 300_000 }));
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const { update, pending } = useBulkUpdate(() => {
    modals.close(modalId);
    onDone();
  });
  const shared = {
    // A list that opens by itself would lie over the buttons.
    openOnFocus: false,
    data: choices.data?.tags ?? [],
    limit: 30,
    maxTags: 100,
    comboboxProps: { keepMounted: false },
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        update(products, { addTags: added, removeTags: removed });
      }}
    >
      <Stack>
        <TagsInput
          label="Add"
          description="Enter or comma ends a tag."
          data-autofocus
          value={added}
          onChange={setAdded}
          {...shared}
        />
        <TagsInput label="Remove" value={removed} onChange={setRemoved} {...shared} />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending} disabled={added.length + removed.length === 0}>
            Change tags
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
