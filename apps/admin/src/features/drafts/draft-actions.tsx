'use client';

import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { Copy, Ellipsis, FileText, PackageCheck, PackageOpen, Send, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { Draft } from './draft.ts';
import { openSendDraft } from './send-draft-form.tsx';
import { useDraftWrite } from './use-draft-write.ts';

const reservedDays = 2;

/** What can be done with a draft besides writing it; only with what is saved. */
export function DraftActions({ draft, dirty }: { draft: Draft; dirty: boolean }) {
  const { place, reserve, duplicate, remove, busy } = useActions(draft);
  const isReady = draft.preview.missing.length === 0 && !dirty;
  const isKept = draft.reservedUntil !== null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More actions" loading={busy}>
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FileText size={16} />} disabled={!isReady} onClick={place}>
            Place the order by invoice
          </Menu.Item>
          <Menu.Item
            leftSection={isKept ? <PackageOpen size={16} /> : <PackageCheck size={16} />}
            disabled={dirty || draft.preview.lines.length === 0}
            onClick={() => reserve(isKept ? null : dayjs().add(reservedDays, 'day').toISOString())}
          >
            {isKept ? 'Give reserved stock back' : `Reserve stock for ${reservedDays} days`}
          </Menu.Item>
          <Menu.Item leftSection={<Copy size={16} />} onClick={duplicate}>
            Duplicate
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={remove}>
            Delete draft
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant={dirty ? 'default' : 'filled'}
        leftSection={<Send size={16} />}
        disabled={!isReady}
        onClick={() => openSendDraft(draft)}
      >
        {draft.sentAt === null ? 'Send invoice' : 'Send again'}
      </Button>
    </>
  );
}

function useActions(draft: Draft) {
  const trpc = useTRPC();
  const router = useRouter();
  const keyOf = useIntentKey();
  const { done, failed } = useDraftWrite(draft.id);
  const { id, version } = draft;
  const written = (action: string) => ({ id, version, idempotencyKey: keyOf({ id, version, action }) });
  const place = useMutation(
    trpc.orders.staff.drafts.place.mutationOptions({
      onSuccess: async ({ orderId }) => {
        await done('Order placed', 'Record its payment on the order when it comes.');
        router.push(`/orders/${orderId}`);
      },
      onError: (error) => failed(error, 'Not placed'),
    }),
  );
  const reserve = useMutation(
    trpc.orders.staff.drafts.reserve.mutationOptions({
      onSuccess: () => done('Stock is up to date', 'What is reserved shows on the draft.'),
      onError: (error) => failed(error, 'Not reserved'),
    }),
  );
  const duplicate = useMutation(
    trpc.orders.staff.drafts.duplicate.mutationOptions({
      onSuccess: async (copy) => {
        await done('Draft copied', 'This is the copy.');
        router.push(`/drafts/${copy.id}`);
      },
      onError: (error) => failed(error, 'Not copied'),
    }),
  );
  const remove = useMutation(
    trpc.orders.staff.drafts.delete.mutationOptions({
      onSuccess: async () => {
        router.push('/drafts');
        await done('Draft deleted', 'Its reserved stock is given back.');
      },
      onError: (error) => failed(error, 'Not deleted'),
    }),
  );
  return {
    busy: [place, reserve, duplicate, remove].some(({ isPending }) => isPending),
    place: () => place.mutate(written('place')),
    reserve: (until: string | null) => reserve.mutate({ ...written(`reserve ${until ?? 'none'}`), until }),
    duplicate: () => duplicate.mutate({ id, idempotencyKey: keyOf({ id, version, action: 'duplicate' }) }),
    remove: () => remove.mutate(written('delete')),
  };
}
