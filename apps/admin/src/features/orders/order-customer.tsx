import { Anchor, Divider, Group, Stack, Text } from '@mantine/core';
import { addressLabel } from '@turing/domain';
import Link from 'next/link';
import { CopyIcon } from '../../components/copy-text.tsx';
import { Section } from '../../components/section.tsx';
import type { StaffOrder } from './order.ts';

export function OrderCustomer({ order }: { order: StaffOrder }) {
  const lines = addressLabel(order.shippingAddress);
  return (
    <Section title="Customer">
      <Stack gap="md">
        <div>
          <Text size="sm" fw={500}>
            {order.shippingAddress.name}
          </Text>
          <Anchor href={`mailto:${order.email}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {order.email}
          </Anchor>
          <Text size="xs" c="dimmed" mt={4}>
            {order.customerId === null ? (
              'Bought as a guest'
            ) : (
              <Anchor component={Link} href={`/customers/${order.customerId}`} size="xs">
                Open the account
              </Anchor>
            )}
          </Text>
        </div>
        <Divider />
        <div>
          <Group justify="space-between" mb={4}>
            <Text size="sm" fw={500}>
              Ships to
            </Text>
            <CopyIcon label="address" text={lines.join('\n')} />
          </Group>
          <Text size="sm" component="address" fs="normal" style={{ whiteSpace: 'pre-line' }}>
            {lines.join('\n')}
          </Text>
          {order.shippingAddress.phone !== null && (
            <Anchor href={`tel:${order.shippingAddress.phone}`} size="sm" mt={4} display="inline-block">
              {order.shippingAddress.phone}
            </Anchor>
          )}
          <Text size="xs" c="dimmed" mt={8}>
            Shipping method: {order.shippingName}
          </Text>
        </div>
        {order.note !== null && (
          <>
            <Divider />
            <div>
              <Text size="sm" fw={500} mb={4}>
                Note from the customer
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {order.note}
              </Text>
            </div>
          </>
        )}
      </Stack>
    </Section>
  );
}
