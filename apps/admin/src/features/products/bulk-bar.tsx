'use client';

import { Button, CloseButton, Group, Text } from '@mantine/core';
import { Archive, Rocket, Tag } from 'lucide-react';
import { count } from '../../lib/format.ts';
import classes from './bulk-bar.module.css';
import { openTagProducts } from './tag-products-form.tsx';
import { useBulkUpdate } from './use-bulk-update.ts';
import type { ProductSelection } from './use-product-selection.ts';

/** What can be done with the chosen products; it is done to all of them or to none. */
export function BulkBar({ selection }: { selection: ProductSelection }) {
  const { chosen, clear } = selection;
  const { update, pending } = useBulkUpdate(clear);
  return (
    <div className={classes.bar} role="region" aria-label="Chosen products">
      <Group gap={4} wrap="nowrap" flex={1}>
        <CloseButton aria-label="Choose none" onClick={clear} />
        <Text size="sm" fw={500} role="status">
          {count(chosen.length, 'product')} chosen
        </Text>
      </Group>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<Tag size={16} />}
          disabled={pending}
          onClick={() => openTagProducts(chosen, clear)}
        >
          Tag
        </Button>
        <Button
          variant="default"
          leftSection={<Archive size={16} />}
          disabled={pending}
          onClick={() => update(chosen, { status: 'archived' })}
        >
          Archive
        </Button>
        <Button
          leftSection={<Rocket size={16} />}
          loading={pending}
          onClick={() => update(chosen, { status: 'active' })}
        >
          Publish
        </Button>
      </Group>
    </div>
  );
}
