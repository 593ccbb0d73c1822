import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import { Price } from '../../components/price.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { codeEnding, type GiftCardRow, states } from './gift-card.ts';
import classes from './gift-cards.module.css';

/** The gift cards on a phone. */
export function GiftCardCards({ cards }: { cards: readonly GiftCardRow[] }) {
  return cards.map((card) => (
    <Link key={card.id} href={`/gift-cards/${card.id}`} className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} className="tabular">
          {codeEnding(card.lastFour)}
        </Text>
        <StatusBadge {...states[card.state]} />
      </Group>
      <Text size="sm" mt={2}>
        <Price amountMinor={card.balanceMinor} currency={card.currency} /> of{' '}
        <Price amountMinor={card.issuedMinor} currency={card.currency} />
      </Text>
      <Text size="xs" c="dimmed" mt={2} truncate>
        {card.recipientEmail ?? 'Nobody in particular'}
      </Text>
    </Link>
  ));
}
