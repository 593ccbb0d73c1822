import { Anchor, Badge, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { ExternalLink, Truck } from 'lucide-react';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../lib/format.ts';
import type { StaffOrder } from './order.ts';
import { ShipmentMenu } from './shipment-menu.tsx';

export function OrderShipments({ order }: { order: StaffOrder }) {
  if (order.shipments.length === 0) return null;
  const names = new Map(order.lines.map((line) => [line.id, `${line.productName}, ${line.variantName}`]));
  return (
    <Section title="Shipments">
      <Stack gap="lg">
        {order.shipments.map((shipment) => (
          <Group key={shipment.id} wrap="nowrap" align="flex-start" gap="md">
            <ThemeIcon variant="light" color="cyan" size={36} radius="md">
              <Truck size={18} aria-hidden />
            </ThemeIcon>
            <div style={{ minWidth: 0, flex: 1 }}>
              <Group gap="xs">
                <Text size="sm" fw={500}>
                  {shipment.carrier}
                </Text>
                <Tracking number={shipment.trackingNumber} url={shipment.trackingUrl} />
                {shipment.deliveredAt !== null && (
                  <Badge size="sm" variant="light" color="teal">
                    Delivered
                  </Badge>
                )}
              </Group>
              <Text size="xs" c="dimmed" mb={6}>
                {formatDateTime(shipment.shippedAt)}
              </Text>
              {shipment.lines.map((line) => (
                <Text key={line.orderLineId} size="sm">
                  {line.quantity} × {names.get(line.orderLineId) ?? 'Item'}
                </Text>
              ))}
            </div>
            <ShipmentMenu order={order} shipment={shipment} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function Tracking({ number, url }: { number: string | null; url: string | null }) {
  if (number === null) return null;
  if (url === null || !/^https?:/u.test(url)) {
    return (
      <Text size="sm" ff="monospace">
        {number}
      </Text>
    );
  }
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" size="sm" ff="monospace">
      <Group gap={4} component="span" wrap="nowrap">
        {number} <ExternalLink size={13} aria-label="opens in a new tab" />
      </Group>
    </Anchor>
  );
}
