'use client';

import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { CustomerAccount } from './customer.ts';
import { useCustomerWrite } from './use-customer-write.ts';

interface PrivacyProps {
  readonly customer: Pick<CustomerAccount, 'id' | 'version' | 'email'>;
}

/** What the customer asked to happen to their data, and the same on their behalf. */
export function CustomerPrivacy({ customer }: PrivacyProps) {
  const mayErase = useStaff().permissions.includes('customers:erase');
  return mayErase ? <PrivacySection customer={customer} /> : null;
}

function PrivacySection({ customer }: PrivacyProps) {
  const trpc = useTRPC();
  const { id } = customer;
  const privacy = useQuery(trpc.customers.staff.privacy.get.queryOptions({ id }));
  const write = usePrivacyWrites(customer);
  const [asking, setAsking] = useState(false);
  if (privacy.isPending) return <RowSkeletons />;
  if (privacy.isError) return <ErrorState error={privacy.error} onRetry={() => void privacy.refetch()} />;
  const { export: file, erasure, openOrders, graceDays } = privacy.data;
  const input = { id, version: customer.version };
  return (
    <Section title="Privacy">
      <Stack gap="sm">
        {erasure !== null && (
          <Alert color="orange" title="The account will be deleted">
            {erasure.hindrance === 'open_orders'
              ? `It waits for open orders: ${openOrders.map((number) => `#${number}`).join(', ')}.`
              : `On ${formatDateTime(erasure.dueAt)}.`}
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          {file === null
            ? 'No export of the data was asked for.'
            : `Export asked for ${formatDateTime(file.requestedAt)}${file.status === 'done' ? ', sent.' : '.'}`}
        </Text>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={write.send.isPending}
            onClick={() => write.send.mutate({ ...input, idempotencyKey: write.keyOf({ send: input }) })}
          >
            Send their data
          </Button>
          {erasure === null && (
            <Button size="xs" variant="light" color="red" onClick={() => setAsking(true)}>
              Delete account…
            </Button>
          )}
          {erasure?.status === 'waiting' && (
            <Button
              size="xs"
              variant="default"
              loading={write.keep.isPending}
              onClick={() => write.keep.mutate({ ...input, idempotencyKey: write.keyOf({ keep: input }) })}
            >
              Keep account
            </Button>
          )}
        </Group>
      </Stack>
      <EraseModal
        opened={asking}
        onClose={() => setAsking(false)}
        graceDays={graceDays}
        openOrders={openOrders}
        pending={write.erase.isPending}
        onConfirm={(atOnce) => {
          const wanted = { ...input, atOnce };
          write.erase.mutate(
            { ...wanted, idempotencyKey: write.keyOf({ erase: wanted }) },
            { onSuccess: () => setAsking(false) },
          );
        }}
      />
    </Section>
  );
}

function usePrivacyWrites({ id, email }: PrivacyProps['customer']) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyOf = useIntentKey();
  const { done, failed } = useCustomerWrite(id);
  const { privacy } = trpc.customers.staff;
  const after = (title: string, message: string) => ({
    onSuccess: async () => {
      await queryClient.invalidateQueries(privacy.get.queryFilter({ id }));
      await done(title, message);
    },
    onError: failed,
  });
  return {
    keyOf,
    send: useMutation(
      privacy.requestExport.mutationOptions(after('Export under way', `The link goes to ${email}.`)),
    ),
    erase: useMutation(
      privacy.requestErasure.mutationOptions(after('Deletion noted', 'The customer is told by e-mail.')),
    ),
    keep: useMutation(privacy.cancelErasure.mutationOptions(after('Account stays', 'Nothing was deleted.'))),
  };
}

interface EraseModalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly graceDays: number;
  readonly openOrders: readonly number[];
  readonly pending: boolean;
  readonly onConfirm: (atOnce: boolean) => void;
}

function EraseModal({ opened, onClose, graceDays, openOrders, pending, onConfirm }: EraseModalProps) {
  const [atOnce, setAtOnce] = useState(false);
  return (
    <Modal opened={opened} onClose={onClose} title="Delete this account?">
      <Stack gap="md">
        <Text size="sm">
          Addresses, sign-ins, wishlist, carts and notes are removed. Orders and payments stay in the books
          without name, address or e-mail, and reviews are by “A customer”. This cannot be undone.
        </Text>
        {openOrders.length > 0 && (
          <Alert color="orange">
            It waits until these orders are over: {openOrders.map((number) => `#${number}`).join(', ')}.
          </Alert>
        )}
        <Checkbox
          label={`At once, without the ${graceDays} days in which the customer can change their mind`}
          checked={atOnce}
          onChange={(event) => setAtOnce(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button color="red" loading={pending} onClick={() => onConfirm(atOnce)}>
            Delete account
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
