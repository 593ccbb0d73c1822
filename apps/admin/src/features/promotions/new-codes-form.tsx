'use client';

import { Button, NumberInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { Promotion } from './promotion.ts';
import { usePromotionWrite } from './use-promotion-write.ts';

const modalId = 'new-promotion-codes';

export function openNewCodes(promotion: Promotion): void {
  modals.open({ modalId, title: 'New codes', children: <NewCodesForm promotion={promotion} /> });
}

function NewCodesForm({ promotion: { id, version } }: { promotion: Promotion }) {
  const trpc = useTRPC();
  const keyFor = useIntentKey();
  const { refresh, failed } = usePromotionWrite();
  const [many, setMany] = useState(true);
  const [text, setText] = useState('');
  const [amount, setAmount] = useState<number | string>(1000);
  const [limit, setLimit] = useState<number | string>(1);
  const [problem, setProblem] = useState<string | null>(null);
  const onError = (error: unknown) => {
    const sentence = failed(error);
    if (sentence === null) modals.close(modalId);
    else setProblem(sentence);
  };
  const onSuccess = async () => {
    await refresh();
    modals.close(modalId);
    toastDone(
      many ? `${count(Number(amount), 'code')} made` : 'Code added',
      many ? 'Each is one of its kind.' : text,
    );
  };
  const generate = useMutation(
    trpc.orders.staff.promotions.generateCodes.mutationOptions({ onSuccess, onError }),
  );
  const add = useMutation(trpc.orders.staff.promotions.addCode.mutationOptions({ onSuccess, onError }));

  function save(event: FormEvent): void {
    event.preventDefault();
    const shared = { id, version, usageLimit: limit === '' ? null : Number(limit) };
    const batch = { ...shared, count: Number(amount), prefix: text };
    const single = { ...shared, code: text };
    if (many) generate.mutate({ ...batch, idempotencyKey: keyFor(batch) });
    else add.mutate({ ...single, idempotencyKey: keyFor(single) });
  }

  return (
    <form onSubmit={save} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <SegmentedControl
          aria-label="How many"
          data={[
            { value: 'many', label: 'Many, made up' },
            { value: 'one', label: 'One of my own' },
          ]}
          value={many ? 'many' : 'one'}
          onChange={(value) => setMany(value === 'many')}
        />
        {many && (
          <NumberInput
            label="How many"
            description="Up to 5,000 at a time."
            min={1}
            max={5000}
            thousandSeparator=","
            value={amount}
            onChange={setAmount}
          />
        )}
        <TextInput
          label={many ? 'Begin with' : 'Code'}
          {...(many && { description: 'Ten letters and digits follow that nobody guesses.' })}
          placeholder={many ? 'GIFT-' : 'FRIENDS'}
          maxLength={many ? 20 : 40}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value.toUpperCase())}
        />
        <NumberInput
          label="Uses of each"
          placeholder="No limit"
          min={1}
          allowDecimal={false}
          value={limit}
          onChange={setLimit}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button
            type="submit"
            loading={generate.isPending || add.isPending}
            disabled={many ? Number(amount) < 1 : text.length < 3}
          >
            {many ? 'Make codes' : 'Add code'}
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
