'use client';

import { Alert, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { currencies, type Currency } from '@turing/domain';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { CopyIcon } from '../../components/copy-text.tsx';
import { ModalActions } from '../../components/modal-actions.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { useTRPC } from '../../lib/api.ts';
import { readMoney } from '../../lib/money-text.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import classes from './gift-cards.module.css';
import { useCreditWrite } from '../../lib/use-credit-write.ts';

const modalId = 'issue-gift-card';
const close = () => modals.close(modalId);

export function openIssueGiftCard(): void {
  modals.open({ modalId, title: 'Issue a gift card', children: <IssueForm /> });
}

const blank = { recipientName: '', recipientEmail: '', message: '', expiresOn: '', note: '' };

function IssueForm() {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { problem, failed, refresh } = useCreditWrite(close);
  const [code, setCode] = useState<string | null>(null);
  const form = useForm({
    initialValues: { ...blank, amount: '' as string | number, currency: 'USD' as Currency },
    validate: {
      amount: (amount, { currency }) =>
        (readMoney(String(amount), currency) ?? 0) > 0 ? null : 'More than nothing',
      recipientEmail: (email) =>
        email === '' || email.includes('@') ? null : 'An e-mail address, or nothing',
      note: (note) => (note.trim() === '' ? 'Say why: the ledger keeps it' : null),
    },
  });
  const issue = useMutation(
    trpc.orders.credit.staff.issue.mutationOptions({
      onSuccess: (issued) => {
        refresh();
        setCode(issued.code);
      },
      onError: failed,
    }),
  );
  if (code !== null) return <Issued code={code} sent={form.values.recipientEmail !== ''} />;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ amount, currency, ...words }) => {
        const optional = (text: string) => (text.trim() === '' ? null : text.trim());
        const input = {
          currency,
          amountMinor: readMoney(String(amount), currency) ?? 0,
          recipientName: optional(words.recipientName),
          recipientEmail: optional(words.recipientEmail),
          message: optional(words.message),
          expiresOn: optional(words.expiresOn),
          note: words.note.trim(),
        };
        issue.mutate({ ...input, idempotencyKey: keyOf(input) });
      })}
    >
      <Stack>
        {problem !== null && (
          <Alert color="red" icon={<CircleAlert size={18} />}>
            {problem}
          </Alert>
        )}
        <Group grow align="flex-start">
          <MoneyField
            label="Amount"
            currency={form.values.currency}
            data-autofocus
            {...form.getInputProps('amount')}
          />
          <Select
            label="Currency"
            data={[...currencies]}
            allowDeselect={false}
            {...form.getInputProps('currency')}
          />
        </Group>
        <TextInput
          label="For"
          placeholder="Optional: a name"
          maxLength={120}
          {...form.getInputProps('recipientName')}
        />
        <TextInput
          label="E-mail"
          type="email"
          description="The card is sent there. Leave it empty to hand over the code yourself."
          maxLength={254}
          {...form.getInputProps('recipientEmail')}
        />
        <Textarea
          label="Message"
          placeholder="Optional"
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('message')}
        />
        <TextInput label="Last day" type="date" description="Optional" {...form.getInputProps('expiresOn')} />
        <TextInput label="Why" maxLength={300} withAsterisk {...form.getInputProps('note')} />
        <ModalActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={issue.isPending}>
            Issue gift card
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function Issued({ code, sent }: { code: string; sent: boolean }) {
  return (
    <Stack>
      <Text size="sm">
        {sent ? 'The card is on its way by e-mail.' : 'Hand this code over.'} It is shown this once: the shop
        keeps only its end.
      </Text>
      <Group gap="xs">
        <Text fz="lg" fw={600} className={classes.code}>
          {code}
        </Text>
        <CopyIcon label="code" text={code} />
      </Group>
      <ModalActions>
        <Button onClick={close}>Done</Button>
      </ModalActions>
    </Stack>
  );
}
