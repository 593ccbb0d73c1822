'use client';

import { Alert, Anchor, Card, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CheckCircle2, Link2, PackageCheck, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { failureFor } from '../../lib/messages.ts';
import { DraftEditor } from './draft-editor.tsx';
import type { Draft } from './draft.ts';

export function DraftPage({ id }: { id: string }) {
  const draft = useQuery(useTRPC().orders.staff.drafts.get.queryOptions({ id }));
  return (
    <DraftFrame>
      {draft.data && (
        <DraftEditor
          key={`${draft.data.id}:${draft.data.version}`}
          draft={draft.data}
          notices={<Notices draft={draft.data} />}
        />
      )}
      {draft.isPending && <Skeleton h={420} />}
      {draft.isError && draft.data === undefined && (
        <Card>
          {['DRAFT_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(draft.error).code) ? (
            <EmptyState
              icon={SearchX}
              title="This draft does not exist"
              description="It may have been deleted."
              action={<LinkButton href="/drafts">See all drafts</LinkButton>}
            />
          ) : (
            <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />
          )}
        </Card>
      )}
    </DraftFrame>
  );
}

export function NewDraftPage() {
  return (
    <DraftFrame>
      <DraftEditor draft={null} />
    </DraftFrame>
  );
}

function DraftFrame({ children }: { children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/drafts" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All drafts
        </Group>
      </Anchor>
      {children}
    </Stack>
  );
}

/** Where it stands: an order by now, with the customer, or with stock kept for it. */
function Notices({ draft }: { draft: Draft }) {
  if (draft.orderId !== null) {
    return (
      <Alert color="teal" icon={<CheckCircle2 size={18} />} mb="lg">
        It became{' '}
        <Anchor component={Link} href={`/orders/${draft.orderId}`} inherit>
          order #{draft.orderNumber}
        </Anchor>
        .
      </Alert>
    );
  }
  return (
    <>
      {draft.sentAt !== null && draft.linkExpiresAt !== null && (
        <Alert color="blue" icon={<Link2 size={18} />} mb="lg">
          Sent to {draft.email} on {formatDateTime(draft.sentAt)}. The link stands until{' '}
          {formatDateTime(draft.linkExpiresAt)}.
        </Alert>
      )}
      {draft.reservedUntil !== null && (
        <Alert color="gray" icon={<PackageCheck size={18} />} mb="lg">
          Its stock is kept until {formatDateTime(draft.reservedUntil)}.
        </Alert>
      )}
    </>
  );
}
