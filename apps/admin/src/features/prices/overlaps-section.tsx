import { Anchor, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { countOf } from './price-list-table.tsx';
import { kinds, type PriceList, states } from './price-list.ts';

/** Other lists that price the same variants at the same time, and what comes of it. */
export function OverlapsSection({ list }: { list: PriceList }) {
  if (list.overlaps.length === 0) return null;
  return (
    <Section title="Overlapping lists">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          These price some of the same variants while this list may be live. A sale applies where it is below
          the regular price; the rules above say which list wins.
        </Text>
        {list.overlaps.map((other) => (
          <div key={other.id}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Anchor component={Link} href={`/prices/${other.id}`} size="sm" fw={600} truncate>
                {other.name}
              </Anchor>
              <StatusBadge {...states[other.state]} />
            </Group>
            <Text size="sm" c="dimmed">
              {kinds[other.kind].label} for {other.group?.name ?? 'everybody'}
              {other.kind === 'override' && `, priority ${other.priority}`} · {countOf(other.priceCount)}{' '}
              shared prices
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
