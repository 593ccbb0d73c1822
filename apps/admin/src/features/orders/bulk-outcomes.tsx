import { Anchor, List, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import Link from 'next/link';
import { count } from '../../lib/format.ts';
import { messages } from '../../lib/messages.ts';
import type { ChosenOrder } from './use-order-selection.ts';

interface Outcome {
  readonly id: string;
  readonly done: boolean;
  readonly reason: string | null;
}

const sentences: Readonly<Record<string, string>> = messages;

/** Which orders were left as they are, and why. */
export function openBulkOutcomes(orders: readonly ChosenOrder[], outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ done }) => !done);
  const changed = outcomes.length - failed.length;
  const numbers = new Map(orders.map(({ id, number }) => [id, number]));
  modals.open({
    title: `${count(failed.length, 'order')} left as ${failed.length === 1 ? 'it is' : 'they are'}`,
    children: (
      <Stack>
        <Text size="sm">
          {changed === 0 ? 'No order was changed.' : `${count(changed, 'order')} changed.`}
        </Text>
        <List size="sm" spacing="xs" mah="50vh" style={{ overflow: 'auto' }}>
          {failed.map(({ id, reason }) => (
            <List.Item key={id}>
              <Anchor
                component={Link}
                href={`/orders/${id}`}
                fw={600}
                size="sm"
                onClick={() => modals.closeAll()}
              >
                #{numbers.get(id)}
              </Anchor>{' '}
              {sentences[reason ?? ''] ?? messages.UNKNOWN}
            </List.Item>
          ))}
        </List>
      </Stack>
    ),
  });
}
