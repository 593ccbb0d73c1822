import { Button, Group, Text } from '@mantine/core';
import { count } from '../../lib/format.ts';
import classes from './price-grid.module.css';
import type { PriceDrafts } from './use-price-drafts.ts';

export function PriceSaveBar({ drafts }: { drafts: PriceDrafts }) {
  const { texts, problem, saving, save, discard } = drafts;
  if (texts.size === 0) return null;
  return (
    <div className={classes.bar} role="region" aria-label="Unsaved prices">
      <Text
        size="sm"
        role="status"
        flex="1 1 180px"
        c={problem === null ? undefined : 'var(--mantine-color-error)'}
      >
        {problem ?? `${count(texts.size, 'price')} not saved. An empty price is taken off the list.`}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={discard} disabled={saving}>
          Discard
        </Button>
        <Button onClick={save} loading={saving}>
          Save prices
        </Button>
      </Group>
    </div>
  );
}
