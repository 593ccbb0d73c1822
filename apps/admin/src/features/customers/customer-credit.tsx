'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import { AmountForm } from '../../components/amount-form.tsx';
import { CreditLedger } from '../../components/credit-ledger.tsx';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useCreditWrite } from '../../lib/use-credit-write.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';

type Account = RouterOutputs['orders']['credit']['staff']['storeCredit'][number];

const modalId = 'store-credit';
const close = () => modals.close(modalId);
const shopCurrency: Currency = 'USD';

/** What a customer has with the shop, by currency, and what came and went. */
export function CustomerCredit({ customerId }: { customerId: string }) {
  const { permissions } = useStaff();
  return permissions.includes('credit:read') ? (
    <StoreCredit customerId={customerId} mayWrite={permissions.includes('credit:write')} />
  ) : null;
}

function StoreCredit({ customerId, mayWrite }: { customerId: string; mayWrite: boolean }) {
  const trpc = useTRPC();
  const credit = useQuery(trpc.orders.credit.staff.storeCredit.queryOptions({ customerId }));
  if (credit.data === undefined) return null;
  const accounts = credit.data;
  const none = { id: null, currency: shopCurrency, balanceMinor: 0, version: null };
  return (
    <Section
      title="Store credit"
      flush
      aside={
        mayWrite &&
        accounts.length === 0 && (
          <Button size="xs" variant="default" onClick={() => openChange({ customerId, account: none })}>
            Give credit
          </Button>
        )
      }
    >
      {accounts.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          None so far. It pays for orders of this customer.
        </Text>
      )}
      {accounts.map((account) => (
        <Stack key={account.id} gap={0}>
          <Group justify="space-between" p="md">
            <Text fz={22} fw={600} component="div">
              <Price amountMinor={account.balanceMinor} currency={account.currency} />
            </Text>
            {mayWrite && (
              <Button size="xs" variant="default" onClick={() => openChange({ customerId, account })}>
                Change
              </Button>
            )}
          </Group>
          <CreditLedger id={account.id} />
        </Stack>
      ))}
    </Section>
  );
}

interface Subject {
  readonly customerId: string;
  readonly account: Pick<Account, 'currency' | 'balanceMinor'> & { readonly version: number | null };
}

function openChange(subject: Subject): void {
  modals.open({ modalId, title: 'Change store credit', children: <ChangeForm {...subject} /> });
}

function ChangeForm({ customerId, account }: Subject) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { problem, done, failed } = useCreditWrite(close);
  const change = useMutation(
    trpc.orders.credit.staff.changeStoreCredit.mutationOptions({
      onSuccess: () => done('Store credit changed', 'The ledger shows it.'),
      onError: failed,
    }),
  );
  const { currency, balanceMinor, version } = account;
  return (
    <AmountForm
      currency={currency}
      balanceMinor={balanceMinor}
      problem={problem}
      pending={change.isPending}
      onCancel={close}
      onSubmit={(wanted) => {
        const input = { customerId, currency, version, ...wanted };
        change.mutate({ ...input, idempotencyKey: keyOf(input) });
      }}
    />
  );
}
