'use client';

import type { RouterOutputs } from '@turing/client';
import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { restockingFeeOf } from '@turing/domain';
import { useMutation } from '@tanstack/react-query';
import { Wallet } from 'lucide-react';
import { useState } from 'react';
import { RefundFields } from '../../components/refund-fields.tsx';
import { RefundSum } from '../../components/refund-sum.tsx';
import { emptyRefund, majorOf, quoteDraft, type RefundDraft } from '../../components/refund-wish.ts';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { ExchangeForm } from './exchange-form.tsx';
import type { StaffReturn } from './return.ts';
import { StepProblem } from './step-problem.tsx';
import { useReturnWrite } from './use-return-write.ts';

type Refundable = RouterOutputs['orders']['staff']['refunds']['refundable'];
type Order = RouterOutputs['orders']['staff']['get'];

interface SettleFormProps {
  readonly back: StaffReturn;
  readonly order: Order;
  readonly refundable: Refundable;
}

type Destination = 'payment' | 'store_credit' | 'exchange';

const usualDestination: Readonly<Record<StaffReturn['resolution'], Destination>> = {
  refund: 'payment',
  store_credit: 'store_credit',
  exchange: 'exchange',
};

export function SettleForm({ back, order, refundable }: SettleFormProps) {
  const items = itemsOf({ back, order, refundable });
  const [draft, setDraft] = useState(() => proposalOf(back, refundable, items));
  const [destination, setDestination] = useState<Destination>(usualDestination[back.resolution]);
  return (
    <Section title="Settle">
      <Stack>
        <RefundFields
          deductions
          currency={back.currency}
          items={items}
          shippingLeftMinor={refundable.shippingLeftMinor}
          draft={draft}
          onChange={setDraft}
        />
        <DestinationChoice back={back} destination={destination} onChange={setDestination} />
        {destination === 'exchange' ? (
          <ExchangeForm back={back} refundable={refundable} draft={draft} />
        ) : (
          <PayOut back={back} draft={draft} destination={destination} refundable={refundable} />
        )}
      </Stack>
    </Section>
  );
}

interface DestinationChoiceProps {
  readonly back: StaffReturn;
  readonly destination: Destination;
  readonly onChange: (destination: Destination) => void;
}

function DestinationChoice({ back, destination, onChange }: DestinationChoiceProps) {
  const choices = [
    { value: 'payment' as const, label: 'Refund' },
    { value: 'store_credit' as const, label: 'Store credit', disabled: back.customerId === null },
    { value: 'exchange' as const, label: 'Exchange' },
  ];
  return (
    <SegmentedControl
      fullWidth
      aria-label="In return for"
      value={destination}
      onChange={(value) => onChange(choices.find((each) => each.value === value)?.value ?? 'payment')}
      data={choices}
    />
  );
}

function PayOut({ back, ...settlement }: Settlement & { readonly back: StaffReturn }) {
  const { settle, isPending, problem } = useSettle(back, settlement);
  const { refundable, draft } = settlement;
  const quoted = quoteDraft(refundable, draft);
  return (
    <Stack>
      <StepProblem problem={problem} />
      <RefundSum quoted={quoted} currency={back.currency} availableMinor={refundable.availableMinor} />
      <Group justify="flex-end">
        <CloseButton back={back} />
        <Button
          leftSection={<Wallet size={16} />}
          disabled={quoted.quote === null || quoted.quote.totalMinor === 0}
          loading={isPending}
          onClick={settle}
        >
          Pay out and close
        </Button>
      </Group>
    </Stack>
  );
}

function itemsOf({ back, order, refundable }: SettleFormProps) {
  return back.lines.flatMap((line) => {
    const left = refundable.lines.find(({ id }) => id === line.orderLineId);
    const most = Math.min(
      line.receivedQuantity,
      left === undefined ? 0 : left.quantity - left.refundedQuantity,
    );
    const image = order.lines.find(({ id }) => id === line.orderLineId)?.image ?? null;
    const { orderLineId, productName: name, variantName: detail } = line;
    return most > 0 ? [{ orderLineId, name, detail, image, most }] : [];
  });
}

/** Everything that arrived, less the shop's usual fee. */
function proposalOf(
  back: StaffReturn,
  refundable: Refundable,
  items: ReturnType<typeof itemsOf>,
): RefundDraft {
  const quantities = Object.fromEntries(items.map(({ orderLineId, most }) => [orderLineId, most]));
  const draft = { ...emptyRefund, quantities };
  const { quote } = quoteDraft(refundable, draft);
  const feeMinor = quote === null ? 0 : restockingFeeOf(quote.linesMinor, back.restockingFeePpm);
  return feeMinor === 0 ? draft : { ...draft, restockingFee: majorOf(feeMinor, back.currency) };
}

interface Settlement {
  readonly draft: RefundDraft;
  readonly destination: 'payment' | 'store_credit';
  readonly refundable: Refundable;
}

function useSettle(back: StaffReturn, { draft, destination, refundable }: Settlement) {
  const keyOf = useIntentKey();
  const { problem, onDone, onError } = useReturnWrite(back.id);
  const settle = useMutation(
    useTRPC().orders.staff.returns.settle.mutationOptions({
      onSuccess: onDone('Return closed', 'The money is on its way.'),
      onError,
    }),
  );
  return {
    problem,
    isPending: settle.isPending,
    settle: () => {
      const { quote } = quoteDraft(refundable, draft);
      if (quote === null) return;
      const { lines, linesMinor: _sum, totalMinor: expectedTotalMinor, ...amounts } = quote;
      const wanted = lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity }));
      const place = { id: back.id, version: back.version };
      const input = { ...place, ...amounts, lines: wanted, destination, expectedTotalMinor };
      settle.mutate({ ...input, idempotencyKey: keyOf(input) });
    },
  };
}

function CloseButton({ back }: { back: StaffReturn }) {
  const keyOf = useIntentKey();
  const { onDone, onError } = useReturnWrite(back.id);
  const close = useMutation(
    useTRPC().orders.staff.returns.close.mutationOptions({
      onSuccess: onDone('Return closed', 'No money moves.'),
      onError,
    }),
  );
  const input = { id: back.id, version: back.version };
  return (
    <Button
      variant="default"
      loading={close.isPending}
      onClick={() => close.mutate({ ...input, idempotencyKey: keyOf(input) })}
    >
      Close without money
    </Button>
  );
}
