import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import { StatusBadge } from '../../components/status.tsx';
import { kinds, periodOf, type PromotionRow, states, usesOf, wayOf } from './promotion.ts';
import classes from './promotions.module.css';

/** The promotions on a phone. */
export function PromotionCards({ promotions }: { promotions: readonly PromotionRow[] }) {
  return promotions.map((promotion) => (
    <Link key={promotion.id} href={`/promotions/${promotion.id}`} className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} truncate>
          {promotion.name}
        </Text>
        <StatusBadge {...states[promotion.state]} />
      </Group>
      <Text size="sm" mt={2}>
        {kinds[promotion.benefit.kind]} · {wayOf(promotion)} · used {usesOf(promotion)}
      </Text>
      <Text size="xs" c="dimmed" mt={2}>
        {periodOf(promotion)}
      </Text>
    </Link>
  ));
}
