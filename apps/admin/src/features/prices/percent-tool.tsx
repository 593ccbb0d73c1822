'use client';

import { Button, Group, MultiSelect, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { currencies } from '@turing/domain';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone } from '../../lib/toast.tsx';
import { PercentPreview } from './percent-preview.tsx';
import { TargetFields } from './target-fields.tsx';
import { type PercentValues, toPercentTerms } from './percent-values.ts';
import type { PriceList } from './price-list.ts';
import { usePriceListWrite } from './use-price-list-write.ts';

const modalId = 'percent-tool';

export function openPercentTool(list: PriceList): void {
  modals.open({ modalId, title: 'Take a percentage off', size: 'lg', children: <PercentTool list={list} /> });
}

const roundings = [
  { value: 'none', label: 'Do not round' },
  { value: '99', label: 'Down to .99' },
  { value: '95', label: 'Down to .95' },
] as const;

const start: PercentValues = { kind: 'all', chosen: null, percent: 20, rounding: '95', currencies };

function PercentTool({ list: { id, version } }: { list: PriceList }) {
  const trpc = useTRPC();
  const [values, setValues] = useState(start);
  const change = (difference: Partial<PercentValues>) => setValues({ ...values, ...difference });
  const [settled] = useDebouncedValue(values, 300);
  const terms = toPercentTerms(settled);
  const preview = useQuery(
    trpc.products.staff.priceLists.previewPercent.queryOptions(
      { id, ...(terms ?? { target: { kind: 'all' }, ratePpm: 1, rounding: 'none', currencies: ['USD'] }) },
      { enabled: terms !== null, placeholderData: keepPreviousData },
    ),
  );
  const fill = useFill();
  const ready =
    terms !== null && settled === values && preview.data !== undefined && !preview.isPlaceholderData;

  return (
    <Stack>
      <Problem sentence={fill.problem} />
      <TargetFields kind={values.kind} chosen={values.chosen} onChange={change} />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput
          label="Off the base price"
          suffix=" %"
          min={0}
          max={100}
          decimalScale={2}
          miw={130}
          value={values.percent}
          onChange={(percent) => change({ percent })}
        />
        <Select
          label="Rounding"
          allowDeselect={false}
          data={roundings}
          miw={150}
          value={values.rounding}
          onChange={(rounding) => rounding !== null && change({ rounding })}
        />
      </Group>
      <MultiSelect
        label="Currencies"
        data={[...currencies]}
        value={[...values.currencies]}
        onChange={(chosen) => change({ currencies: chosen })}
      />
      {terms === null ? (
        <Text size="sm" c="dimmed">
          Choose products, a percentage and a currency to see what the prices become.
        </Text>
      ) : (
        <PercentPreview preview={preview} />
      )}
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          disabled={!ready || preview.data?.priceCount === 0}
          loading={fill.pending}
          onClick={() =>
            terms !== null && fill.mutate({ id, version, ...terms, idempotencyKey: createIdempotencyKey() })
          }
        >
          {ready ? `Set ${count(preview.data?.priceCount ?? 0, 'price')}` : 'Set prices'}
        </Button>
      </ModalActions>
    </Stack>
  );
}

function useFill() {
  const trpc = useTRPC();
  const { refresh, failed } = usePriceListWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const fill = useMutation(
    trpc.products.staff.priceLists.fillByPercent.mutationOptions({
      onSuccess: async ({ written }) => {
        modals.close(modalId);
        await refresh();
        toastDone('Prices set', `${count(written, 'price')} of the list changed.`);
      },
      onError: (error) => {
        const sentence = failed(error);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
      },
    }),
  );
  return { problem, pending: fill.isPending, mutate: fill.mutate };
}
