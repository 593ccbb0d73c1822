'use client';

import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText, Printer } from 'lucide-react';
import { ErrorState } from '../../components/error-state.tsx';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import type { StaffOrder } from './order.ts';

const names = { invoice: 'Invoice', credit_note: 'Credit note', packing_slip: 'Packing slip' } as const;

/** What was issued about an order, and what to print for who packs it. */
export function OrderDocuments({ order }: { order: StaffOrder }) {
  const trpc = useTRPC();
  const documents = useQuery(trpc.orders.documents.list.queryOptions({ orderId: order.id }));
  const isPackable = order.status === 'confirmed';
  return (
    <Section title="Documents">
      <Stack gap="sm">
        {documents.isPending && <Skeleton h={40} />}
        {documents.isError && <ErrorState error={documents.error} onRetry={() => void documents.refetch()} />}
        {documents.data?.length === 0 && (
          <Text size="sm" c="dimmed">
            None issued yet.
          </Text>
        )}
        {documents.data?.map(({ id, kind, label, issuedAt, totalMinor, currency }) => (
          <Group key={id} wrap="nowrap" gap="sm" align="flex-start">
            <FileText size={18} strokeWidth={1.6} aria-hidden style={{ marginTop: 2, flexShrink: 0 }} />
            <div style={{ flex: 1, minWidth: 0 }}>
              <Anchor href={`/api/documents/${id}`} target="_blank" size="sm" fw={500}>
                {names[kind]} {label}
              </Anchor>
              <Text size="xs" c="dimmed">
                {formatDateTime(issuedAt)}
              </Text>
            </div>
            {kind !== 'packing_slip' && (
              <Text size="sm">
                <Price amountMinor={totalMinor} currency={currency} />
              </Text>
            )}
          </Group>
        ))}
        <Group gap="xs">
          {isPackable && (
            <Button
              component="a"
              href={`/api/documents/packing-slips?orders=${order.id}`}
              target="_blank"
              variant="default"
              size="xs"
              leftSection={<Printer size={14} aria-hidden />}
            >
              Print packing slip
            </Button>
          )}
          <IssueMissing order={order} isNone={documents.data?.length === 0} />
        </Group>
      </Stack>
    </Section>
  );
}

/** After a change of the rule, or for an order from before there were documents. */
function IssueMissing({ order, isNone }: { order: StaffOrder; isNone: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mayIssue = useStaff().permissions.includes('orders:ship');
  const issue = useMutation(
    trpc.orders.documents.issue.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.orders.documents.list.queryFilter({ orderId: order.id }));
        toastDone('Documents issued', `For order #${order.number}.`);
      },
      onError: (error) => toastProblem('Nothing was issued', sentenceFor(error)),
    }),
  );
  if (!mayIssue || !isNone || order.status === 'pending' || order.status === 'expired') return null;
  return (
    <Button
      variant="default"
      size="xs"
      loading={issue.isPending}
      onClick={() => issue.mutate({ orderId: order.id, idempotencyKey: createIdempotencyKey() })}
    >
      Issue invoice
    </Button>
  );
}
