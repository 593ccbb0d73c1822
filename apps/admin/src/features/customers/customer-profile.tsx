import { Anchor, Badge, Divider, Group, Stack, Text } from '@mantine/core';
import { addressLabel } from '@turing/domain';
import { CopyIcon } from '../../components/copy-text.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime, formatRelative } from '../../lib/format.ts';
import type { CustomerAccount } from './customer.ts';

export function CustomerContact({ customer }: { customer: CustomerAccount }) {
  const [last] = customer.consents;
  return (
    <Section title="Contact">
      <Stack gap="sm">
        <div>
          <Anchor href={`mailto:${customer.email}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {customer.email}
          </Anchor>
          <Text size="xs" c="dimmed">
            {customer.emailVerified ? 'Confirmed' : 'Not confirmed yet'}
          </Text>
        </div>
        {customer.phone !== null && (
          <Anchor href={`tel:${customer.phone}`} size="sm">
            {customer.phone}
          </Anchor>
        )}
        <Divider />
        <div>
          <Text size="sm" fw={500}>
            {customer.marketingConsent ? 'Wants news and offers' : 'Wants no news and offers'}
          </Text>
          <Text size="xs" c="dimmed">
            {last === undefined
              ? 'Never said yes or no.'
              : `Since ${formatDateTime(last.createdAt)}, by ${last.source}.`}
          </Text>
          {last !== undefined && last.wording !== '' && (
            <Text size="xs" c="dimmed" mt={4}>
              “{last.wording}”
            </Text>
          )}
        </div>
      </Stack>
    </Section>
  );
}

export function CustomerAddresses({ customer }: { customer: CustomerAccount }) {
  return (
    <Section title="Addresses">
      <Stack gap="md">
        {customer.addresses.length === 0 && (
          <Text size="sm" c="dimmed">
            None kept.
          </Text>
        )}
        {customer.addresses.map((address) => {
          const lines = addressLabel(address);
          return (
            <Group key={address.id} justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Text size="sm" component="address" fs="normal" style={{ whiteSpace: 'pre-line' }}>
                  {lines.join('\n')}
                </Text>
                <Group gap={4} mt={6}>
                  {address.isDefaultShipping && <Badge size="sm">Delivery</Badge>}
                  {address.isDefaultBilling && <Badge size="sm">Billing</Badge>}
                </Group>
              </div>
              <CopyIcon label="address" text={lines.join('\n')} />
            </Group>
          );
        })}
      </Stack>
    </Section>
  );
}

export function CustomerSessions({ customer }: { customer: CustomerAccount }) {
  return (
    <Section title="Signed in">
      <Stack gap="sm">
        {customer.sessions.length === 0 && (
          <Text size="sm" c="dimmed">
            Nowhere at the moment.
          </Text>
        )}
        {customer.sessions.map((session) => (
          <div key={session.id}>
            <Text size="sm" truncate title={session.userAgent ?? ''}>
              {session.userAgent ?? 'An unknown device'}
            </Text>
            <Text size="xs" c="dimmed">
              {[session.ipAddress, formatRelative(session.createdAt)].filter(Boolean).join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
