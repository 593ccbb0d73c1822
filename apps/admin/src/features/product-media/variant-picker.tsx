'use client';

import { Button, Checkbox, Group, ScrollArea, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import type { MediaItem, MediaVariant } from './media.ts';
import { type MediaWrites, tellOf } from './use-media-writes.ts';
import classes from './variant-picker.module.css';

const modalId = 'media-variants';

interface VariantPickerProps {
  readonly productId: string;
  readonly item: MediaItem;
  readonly assign: MediaWrites['assign'];
}

export function openVariantPicker(props: VariantPickerProps): void {
  modals.open({ modalId, title: 'Variants this picture shows', children: <VariantPicker {...props} /> });
}

function VariantPicker({ productId, item, assign }: VariantPickerProps) {
  const trpc = useTRPC();
  const variants = useQuery(trpc.products.staff.media.variants.queryOptions({ productId }));
  if (variants.isError) return <ErrorState error={variants.error} onRetry={() => void variants.refetch()} />;
  if (variants.data === undefined)
    return <Skeleton h={220} role="status" aria-label="Loading the variants" />;
  return <PickerForm variants={variants.data} item={item} assign={assign} />;
}

function PickerForm({
  variants,
  item,
  assign,
}: Omit<VariantPickerProps, 'productId'> & { variants: MediaVariant[] }) {
  const [chosen, setChosen] = useState<string[]>(item.variantIds);
  const [query, setQuery] = useState('');
  const [saving, setSaving] = useState(false);
  const found = variants.filter((variant) => matches(variant, query));
  const foundIds = found.map(({ id }) => id);
  const allChosen = foundIds.length > 0 && foundIds.every((id) => chosen.includes(id));

  async function save(): Promise<void> {
    setSaving(true);
    await assign(item.id, chosen).catch(tellOf('The variants were not saved'));
    modals.close(modalId);
  }

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        Carts and orders show this picture for the variants you choose; for all others, the main picture.
      </Text>
      {variants.length > 8 && (
        <TextInput
          aria-label="Find a variant"
          placeholder="Find by name or SKU"
          leftSection={<Search size={16} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={320} type="auto">
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label="Variants">
          {found.map(({ id, name, sku }) => (
            <Checkbox key={id} value={id} className={classes.row} label={name} description={sku} />
          ))}
        </Checkbox.Group>
        {found.length === 0 && (
          <Text size="sm" c="dimmed" py="md">
            No variant has “{query}” in its name or SKU.
          </Text>
        )}
      </ScrollArea.Autosize>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {chosen.length === 0 ? 'None chosen' : `${count(chosen.length, 'variant')} chosen`}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            setChosen(allChosen ? without(chosen, foundIds) : [...new Set([...chosen, ...foundIds])])
          }
        >
          {allChosen ? 'Choose none' : 'Choose all'}
        </Button>
      </Group>
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Cancel
        </Button>
        <Button loading={saving} onClick={() => void save()}>
          Save
        </Button>
      </ModalActions>
    </Stack>
  );
}

function matches({ name, sku }: MediaVariant, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || sku.toLowerCase().includes(wanted);
}

function without(ids: readonly string[], gone: readonly string[]): string[] {
  return ids.filter((id) => !gone.includes(id));
}
