'use client';

import { Anchor, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { Ago } from '../../components/moment.tsx';
import { ReturnStatus } from '../../components/return-status.tsx';
import { Section } from '../../components/section.tsx';
import { count } from '../../lib/format.ts';
import { useAftercare } from './use-aftercare.ts';

export function OrderReturns({ orderId }: { orderId: string }) {
  const returns = useAftercare(orderId).data?.returns ?? [];
  if (returns.length === 0) return null;
  return (
    <Section title="Returns">
      <Stack gap="md">
        {returns.map((back) => (
          <Group key={back.id} justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} href={`/returns/${back.id}`} size="sm" fw={600} className="tabular">
                {back.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {count(
                  back.lines.reduce((sum, { quantity }) => sum + quantity, 0),
                  'item',
                )}{' '}
                · <Ago at={back.createdAt} />
              </Text>
            </div>
            <ReturnStatus status={back.status} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
