import { Anchor, Divider, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import type { StaffReturn } from './return.ts';

const destinations: Readonly<Record<StaffReturn['refunds'][number]['destination'], string>> = {
  payment: 'Refunded',
  store_credit: 'Store credit',
  exchange: 'Used for the exchange',
};

/** Whose return it is, how it travels and what was paid for it. */
export function ReturnFacts({ back }: { back: StaffReturn }) {
  const { carrier, trackingNumber, message, refunds, exchange } = back;
  return (
    <Section title="Details">
      <Stack gap="md">
        <div>
          <Text size="sm" fw={500}>
            {back.customerName}
          </Text>
          <Anchor href={`mailto:${back.email}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {back.email}
          </Anchor>
          <Text size="sm" mt={6}>
            <Anchor component={Link} href={`/orders/${back.orderId}`} size="sm" className="tabular">
              Order #{back.orderNumber}
            </Anchor>
          </Text>
        </div>
        {(carrier !== null || trackingNumber !== null) && (
          <>
            <Divider />
            <div>
              <Text size="sm" fw={500}>
                On its way with {carrier ?? 'a carrier'}
              </Text>
              <Text size="sm" ff="monospace">
                {trackingNumber}
              </Text>
            </div>
          </>
        )}
        {message !== null && (
          <>
            <Divider />
            <div>
              <Text size="sm" fw={500} mb={4}>
                What the customer was told
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {message}
              </Text>
            </div>
          </>
        )}
        {refunds.length > 0 && <Divider />}
        {refunds.map(({ destination, totalMinor }) => (
          <Group key={destination} justify="space-between">
            <Text size="sm">{destinations[destination]}</Text>
            <Price amountMinor={totalMinor} currency={back.currency} fw={500} />
          </Group>
        ))}
        {exchange !== null && (
          <Anchor component={Link} href={`/orders/${exchange.id}`} size="sm" className="tabular">
            Exchanged for order #{exchange.number}
          </Anchor>
        )}
      </Stack>
    </Section>
  );
}
