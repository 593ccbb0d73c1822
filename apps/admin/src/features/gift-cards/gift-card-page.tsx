'use client';

import { Anchor, Button, Card, Grid, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft, Ban, Mail, RotateCcw, SearchX, Wallet } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CreditLedger } from '../../components/credit-ledger.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Price } from '../../components/price.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { failureFor } from '../../lib/messages.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastProblem } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { openAdjustGiftCard, openResendGiftCard } from './card-forms.tsx';
import { codeEnding, type GiftCard, states } from './gift-card.ts';
import classes from './gift-cards.module.css';
import { useCreditWrite } from '../../lib/use-credit-write.ts';

export function GiftCardPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const card = useQuery(trpc.orders.credit.staff.get.queryOptions({ id }));
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/gift-cards" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All gift cards
        </Group>
      </Anchor>
      {card.data && <GiftCardView card={card.data} />}
      {card.isPending && (
        <Card padding={0}>
          <RowSkeletons />
        </Card>
      )}
      {card.isError && card.data === undefined && (
        <Missing error={card.error} retry={() => void card.refetch()} />
      )}
    </Stack>
  );
}

function Missing({ error, retry }: { error: unknown; retry: () => void }) {
  const isGone = ['CREDIT_ACCOUNT_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(error).code);
  return (
    <Card>
      {isGone ? (
        <EmptyState
          icon={SearchX}
          title="This gift card does not exist"
          description="The address may be mistyped."
          action={<LinkButton href="/gift-cards">See all gift cards</LinkButton>}
        />
      ) : (
        <ErrorState error={error} onRetry={retry} />
      )}
    </Card>
  );
}

function GiftCardView({ card }: { card: GiftCard }) {
  const mayWrite = useStaff().permissions.includes('credit:write');
  return (
    <div>
      <title>{`Gift card ${codeEnding(card.lastFour)} · Turing Goods Console`}</title>
      <PageHeader
        title={`Gift card ${codeEnding(card.lastFour)}`}
        aside={<StatusBadge {...states[card.state]} />}
        description={`Made ${formatDateTime(card.createdAt)}`}
        actions={mayWrite && <Actions card={card} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Section title="Ledger" flush>
            <CreditLedger id={card.id} />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <Section title="Balance">
              <Text fz={28} fw={600} lh={1.2} component="div">
                <Price amountMinor={card.balanceMinor} currency={card.currency} />
              </Text>
              <Text size="sm" c="dimmed" component="div">
                of <Price amountMinor={card.issuedMinor} currency={card.currency} /> issued
              </Text>
            </Section>
            <Recipient card={card} />
          </Stack>
        </Grid.Col>
      </Grid>
    </div>
  );
}

function Recipient({ card }: { card: GiftCard }) {
  return (
    <Section title="Delivery">
      <Stack gap="sm">
        <Fact name="For">{card.recipientName ?? 'Nobody in particular'}</Fact>
        {card.recipientEmail !== null && <Fact name="E-mail">{card.recipientEmail}</Fact>}
        {card.senderName !== null && <Fact name="From">{card.senderName}</Fact>}
        {card.message !== null && <Fact name="Message">“{card.message}”</Fact>}
        <Fact name="Letter">{letterOf(card)}</Fact>
        <Fact name="Valid">
          {card.expiresAt === null ? 'It does not expire' : `Until ${formatDateTime(card.expiresAt)}`}
        </Fact>
        {card.orderId !== null && (
          <Fact name="Bought with">
            <Anchor component={Link} href={`/orders/${card.orderId}`} size="sm">
              Order #{card.orderNumber}
            </Anchor>
          </Fact>
        )}
      </Stack>
    </Section>
  );
}

function letterOf({ sentAt, deliverAt, recipientEmail }: GiftCard): string {
  if (sentAt !== null) return `Sent ${formatDateTime(sentAt)}`;
  if (recipientEmail === null) return 'Handed over by staff';
  return deliverAt === null ? 'Being sent' : `To be sent ${formatDateTime(deliverAt)}`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" component="div" className={classes.words}>
        {children}
      </Text>
    </div>
  );
}

function Actions({ card }: { card: GiftCard }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { done, refresh } = useCreditWrite(() => undefined);
  const isDisabled = card.disabledAt !== null;
  const setDisabled = useMutation(
    trpc.orders.credit.staff.setDisabled.mutationOptions({
      onSuccess: ({ disabledAt }) =>
        done(disabledAt === null ? 'Gift card enabled' : 'Gift card disabled', codeEnding(card.lastFour)),
      onError: () => {
        refresh();
        toastProblem('This could not be done', 'Somebody else was faster. Look at the card again.');
      },
    }),
  );
  const input = { id: card.id, version: card.version, disabled: !isDisabled };
  return (
    <>
      <Button
        variant="default"
        leftSection={<Mail size={16} />}
        onClick={() => openResendGiftCard(card)}
        disabled={isDisabled}
      >
        Send again
      </Button>
      <Button variant="default" leftSection={<Wallet size={16} />} onClick={() => openAdjustGiftCard(card)}>
        Change balance
      </Button>
      <Button
        variant="default"
        leftSection={isDisabled ? <RotateCcw size={16} /> : <Ban size={16} />}
        loading={setDisabled.isPending}
        onClick={() => setDisabled.mutate({ ...input, idempotencyKey: keyOf(input) })}
      >
        {isDisabled ? 'Enable' : 'Disable'}
      </Button>
    </>
  );
}
