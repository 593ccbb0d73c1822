'use client';

import { Button, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { RouterInputs } from '@turing/client';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { VariantSearch } from '../../components/variant-search.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import classes from './edit-order.module.css';
import { EditSums } from './edit-sums.tsx';
import {
  type EditedRow,
  type EditValues,
  initialEdit,
  toChanges,
  withAdded,
  withRow,
} from './edit-values.ts';
import { FormProblem } from './form-problem.tsx';
import type { StaffOrder } from './order.ts';
import { useOrderWrite } from './use-order-write.ts';

const modalId = 'edit-order';

export function openEditOrder(order: StaffOrder): void {
  modals.open({
    modalId,
    title: `Edit order #${order.number}`,
    size: 820,
    children: <EditOrder order={order} />,
  });
}

type Method = NonNullable<RouterInputs['orders']['staff']['edits']['commit']['paymentMethod']>;

function EditOrder({ order }: { order: StaffOrder }) {
  const [values, setValues] = useState<EditValues>(() => initialEdit(order));
  const [note, setNote] = useState('');
  const [method, setMethod] = useState<Method>('card');
  const { preview, changes, busy, commit } = useEdit(order, values);
  const setRow = (at: number) => (change: Partial<EditedRow>) => setValues(withRow(values, at, change));
  return (
    <Stack>
      <FormProblem problem={commit.problem ?? preview.problem} />
      <VariantSearch
        label="Add an item by name or SKU"
        onPick={(found) => setValues(withAdded(values, found))}
      />
      <ul className={classes.rows} aria-label="Items">
        {values.rows.map((row, at) => (
          <EditRow
            key={`${row.orderLineId ?? 'added'}:${row.variant.variantId}`}
            row={row}
            currency={order.currency}
            onChange={setRow(at)}
          />
        ))}
      </ul>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <MoneyField
          label="Shipping"
          currency={order.currency}
          value={values.shipping}
          onChange={(shipping) => setValues({ ...values, shipping: String(shipping) })}
          miw={160}
        />
        <MoneyField
          label="Further discount"
          description="Off the goods, shared over them."
          inputWrapperOrder={['label', 'input', 'description']}
          currency={order.currency}
          value={values.discount}
          onChange={(discount) => setValues({ ...values, discount: String(discount) })}
          miw={160}
        />
      </Group>
      <EditSums order={order} preview={preview.data} stale={busy} />
      {preview.data !== null && preview.data.chargeMinor > 0 && (
        <Select
          label="The difference is paid"
          data={[
            { value: 'card', label: 'By card, with a link sent by e-mail' },
            { value: 'invoice', label: 'By invoice or transfer, recorded by hand' },
            { value: 'cash_on_delivery', label: 'On delivery, recorded by hand' },
          ]}
          allowDeselect={false}
          value={method}
          onChange={(value) => setMethod(value ?? 'card')}
        />
      )}
      <Textarea
        label="Note"
        description="Kept with the change. The customer is told of the change by e-mail."
        maxLength={500}
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Keep as it is
        </Button>
        <Button
          loading={commit.pending}
          disabled={changes === null || preview.data === null || busy}
          onClick={() =>
            commit.submit({ note: note.trim() === '' ? null : note.trim(), paymentMethod: method })
          }
        >
          Save changes
        </Button>
      </ModalActions>
    </Stack>
  );
}

interface RowProps {
  readonly row: EditedRow;
  readonly currency: StaffOrder['currency'];
  readonly onChange: (change: Partial<EditedRow>) => void;
}

function EditRow({ row, currency, onChange }: RowProps) {
  const { productName, variantName, sku } = row.variant;
  const name = [productName, variantName].filter(Boolean).join(' – ');
  return (
    <li className={classes.row} data-removed={row.quantity === 0 || undefined}>
      <div className={classes.what}>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {sku}
          {row.orderLineId === null && ' · added'}
          {row.least > 0 && ` · ${row.least} can no longer change`}
        </Text>
      </div>
      {row.orderLineId === null && (
        <MoneyField
          aria-label={`Price of ${name}`}
          placeholder="Today’s price"
          currency={currency}
          value={row.price}
          onChange={(price) => onChange({ price: String(price) })}
          w={120}
        />
      )}
      <NumberInput
        aria-label={`Quantity of ${name}`}
        min={row.least}
        max={9999}
        allowDecimal={false}
        value={row.quantity}
        onChange={(quantity) => onChange({ quantity: typeof quantity === 'number' ? quantity : row.least })}
        w={90}
      />
      <Button
        variant="subtle"
        color={row.quantity === row.least ? 'gray' : 'red'}
        size="compact-sm"
        disabled={row.quantity === row.least && row.least > 0}
        onClick={() => onChange({ quantity: row.quantity === 0 ? row.wasQuantity : row.least })}
      >
        {row.quantity === 0 ? 'Put back' : 'Remove'}
      </Button>
    </li>
  );
}

function useEdit(order: StaffOrder, values: EditValues) {
  const trpc = useTRPC();
  const { done, failed } = useOrderWrite();
  const keyOf = useIntentKey();
  const [settled] = useDebouncedValue(values, 250);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = toChanges(order, settled);
  const changes = asked === 'unchanged' ? null : asked;
  const preview = useQuery(
    trpc.orders.staff.edits.preview.queryOptions(changes ?? { id: order.id }, {
      enabled: changes !== null,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const commit = useMutation(
    trpc.orders.staff.edits.commit.mutationOptions({
      onSuccess: (edited) => {
        modals.close(modalId);
        done(edited, 'Order changed', `Order #${edited.number} is changed and the customer told.`);
      },
      onError: (error) => {
        const sentence = failed(order.id, error);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
        void preview.refetch();
      },
    }),
  );
  function submit(rest: { note: string | null; paymentMethod: Method }): void {
    if (changes === null || preview.data === undefined) return;
    const expectedTotalMinor = preview.data.after.totalMinor;
    const input = { ...changes, ...rest, version: order.version, expectedTotalMinor };
    commit.mutate({ ...input, idempotencyKey: keyOf(input) });
  }
  return {
    changes,
    busy: preview.isFetching || settled !== values,
    preview: {
      data: changes === null ? null : (preview.data ?? null),
      problem: preview.isError ? sentenceFor(preview.error) : null,
    },
    commit: { submit, pending: commit.isPending, problem },
  };
}
