import { Text, Timeline } from '@mantine/core';
import {
  Ban,
  CircleDot,
  CreditCard,
  Hourglass,
  type LucideIcon,
  PackageCheck,
  ShieldAlert,
  ShoppingBag,
  Truck,
  Undo2,
} from 'lucide-react';
import { Section } from '../../components/section.tsx';
import { formatDateTime, formatRelative } from '../../lib/format.ts';
import type { StaffOrder } from './order.ts';
import { timelineSentence } from './timeline-sentence.ts';

const icons: Readonly<Record<string, LucideIcon>> = {
  placed: ShoppingBag,
  paid: CreditCard,
  payment_declined: CreditCard,
  shipped: Truck,
  partially_shipped: Truck,
  delivered: PackageCheck,
  cancelled: Ban,
  expired: Hourglass,
  refunded: Undo2,
  paid_too_late: Undo2,
  payment_in_review: ShieldAlert,
  refund_failed: ShieldAlert,
};

/** What happened to the order, latest first. */
export function OrderTimeline({ order }: { order: StaffOrder }) {
  const entries = order.timeline.toReversed();
  return (
    <Section title="Timeline">
      <Timeline bulletSize={28} lineWidth={2} active={-1}>
        {entries.map((entry) => {
          const Icon = icons[entry.kind] ?? CircleDot;
          return (
            <Timeline.Item key={entry.id} bullet={<Icon size={14} aria-hidden />}>
              <Text size="sm">{timelineSentence(entry, order)}</Text>
              <Text size="xs" c="dimmed">
                <time dateTime={entry.createdAt}>
                  {formatDateTime(entry.createdAt)} · {formatRelative(entry.createdAt)}
                </time>
              </Text>
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Section>
  );
}
