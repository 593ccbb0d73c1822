import { Card, Group, SimpleGrid, Skeleton, Text, ThemeIcon } from '@mantine/core';
import { ArrowRight, Clock, type LucideIcon, PackageCheck, ShieldAlert } from 'lucide-react';
import Link from 'next/link';
import type { Summary } from './figures.ts';
import classes from './work-cards.module.css';

interface Work {
  readonly label: string;
  readonly hint: string;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly color: string;
  readonly amount: (summary: Summary) => number;
}

const works: readonly Work[] = [
  {
    label: 'To ship',
    hint: 'Paid and waiting for a parcel',
    href: '/orders?status=confirmed',
    icon: PackageCheck,
    color: 'brand',
    amount: (summary) => summary.toShip,
  },
  {
    label: 'Awaiting payment',
    hint: 'Stock is held until they pay or expire',
    href: '/orders?status=pending',
    icon: Clock,
    color: 'yellow',
    amount: (summary) => summary.awaitingPayment,
  },
  {
    label: 'In review',
    hint: 'Another amount arrived than was asked for',
    href: '/orders?payment=review',
    icon: ShieldAlert,
    color: 'pink',
    amount: (summary) => summary.inReview,
  },
];

export function WorkCards({ summary }: { summary: Summary | undefined }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing={{ base: 'sm', sm: 'lg' }}>
      {works.map(({ label, hint, href, icon: Icon, color, amount }) => (
        <Card key={label} component={Link} href={href} className={classes.card} padding="md">
          <Group gap="sm" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <ThemeIcon variant="light" color={color} size={38} radius="md">
                <Icon size={20} aria-hidden />
              </ThemeIcon>
              <Text fw={500}>{label}</Text>
            </Group>
            {summary ? (
              <Text fz={28} fw={600} lh={1} className="tabular">
                {amount(summary).toLocaleString('en-US')}
              </Text>
            ) : (
              <Skeleton w={44} h={28} />
            )}
          </Group>
          <Group justify="space-between" mt="sm" gap="xs" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {hint}
            </Text>
            <ArrowRight size={15} aria-hidden className={classes.arrow} />
          </Group>
        </Card>
      ))}
    </SimpleGrid>
  );
}
