'use client';

import { Button, Group, Stack } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { quoteDraft, type RefundDraft } from '../../components/refund-wish.ts';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { ExchangePicker, type Replacement } from './exchange-picker.tsx';
import { ExchangeSum } from './exchange-sum.tsx';
import type { StaffReturn } from './return.ts';
import { StepProblem } from './step-problem.tsx';
import { useReturnWrite } from './use-return-write.ts';

interface ExchangeFormProps {
  readonly back: StaffReturn;
  readonly refundable: Parameters<typeof quoteDraft>[0];
  /** Of what came back. */
  readonly draft: RefundDraft;
}

/** Other things for what came back. */
export function ExchangeForm({ back, refundable, draft }: ExchangeFormProps) {
  const { returns } = useTRPC().orders.staff;
  const keyOf = useIntentKey();
  const [chosen, setChosen] = useState<readonly Replacement[]>([]);
  const replacements = chosen.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const preview = useQuery(
    returns.previewExchange.queryOptions(
      { id: back.id, lines: replacements },
      { enabled: chosen.length > 0, placeholderData: keepPreviousData, retry: false },
    ),
  );
  const { problem, onDone, onError } = useReturnWrite(back.id);
  const exchange = useMutation(
    returns.exchange.mutationOptions({
      onSuccess: onDone('Exchanged', 'The new order is made and linked to this return.'),
      onError,
    }),
  );
  const { quote } = quoteDraft(refundable, draft);
  const priced = chosen.length > 0 && !preview.isPlaceholderData ? preview.data : undefined;
  function submit(): void {
    if (quote === null || priced === undefined) return;
    const { lines, linesMinor: _sum, totalMinor: expectedWorthMinor, ...amounts } = quote;
    const wanted = lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity }));
    const place = { id: back.id, version: back.version };
    const sums = { expectedWorthMinor, expectedTotalMinor: priced.totalMinor };
    const input = { ...place, ...amounts, ...sums, lines: wanted, replacements };
    exchange.mutate({ ...input, idempotencyKey: keyOf(input) });
  }
  return (
    <Stack>
      <StepProblem problem={problem ?? (preview.error === null ? null : sentenceFor(preview.error))} />
      <ExchangePicker replacements={chosen} onChange={setChosen} />
      {quote !== null && priced !== undefined && (
        <ExchangeSum currency={back.currency} worthMinor={quote.totalMinor} totalMinor={priced.totalMinor} />
      )}
      <Group justify="flex-end">
        <Button
          leftSection={<ArrowLeftRight size={16} />}
          disabled={quote === null || priced === undefined}
          loading={exchange.isPending}
          onClick={submit}
        >
          Exchange and close
        </Button>
      </Group>
    </Stack>
  );
}
