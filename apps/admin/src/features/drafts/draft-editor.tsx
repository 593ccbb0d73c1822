'use client';

import { Button, Grid, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Save } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { DraftActions } from './draft-actions.tsx';
import { DraftBuyer } from './draft-buyer.tsx';
import { DraftLines } from './draft-lines.tsx';
import { DraftSums } from './draft-sums.tsx';
import { contentOf, type DraftValues, emptyDraft, toContent, valuesOf } from './draft-values.ts';
import { type Draft, draftStatuses } from './draft.ts';
import { useDraftWrite } from './use-draft-write.ts';

const emptyContent = contentOf(emptyDraft);

/** Puts a draft together, a new one where there is none yet. */
export function DraftEditor({ draft, notices }: { draft: Draft | null; notices?: ReactNode }) {
  const [values, setValues] = useState<DraftValues>(() => (draft === null ? emptyDraft : valuesOf(draft)));
  const { preview, problem, save, saving, dirty } = useEditor(draft, values);
  const readOnly = draft?.status === 'ordered';
  const change = (difference: Partial<DraftValues>) => setValues({ ...values, ...difference });
  const look = draft === null ? null : draftStatuses[draft.status];
  return (
    <div>
      <PageHeader
        title={
          draft === null ? 'New draft' : `Draft for ${draft.address?.name ?? draft.email ?? 'nobody yet'}`
        }
        aside={look && <StatusBadge label={look.label} color={look.color} />}
        actions={
          !readOnly && (
            <>
              {draft !== null && <DraftActions draft={draft} dirty={dirty} />}
              <Button
                variant={draft !== null && !dirty ? 'default' : 'filled'}
                leftSection={<Save size={16} />}
                loading={saving}
                disabled={!dirty}
                onClick={save}
              >
                Save draft
              </Button>
            </>
          )
        }
      />
      {notices}
      <Problem sentence={problem} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <DraftLines
              values={values}
              preview={preview}
              readOnly={readOnly}
              onChange={(lines) => change({ lines })}
            />
            <DraftBuyer values={values} readOnly={readOnly} onChange={change} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <DraftSums values={values} preview={preview} readOnly={readOnly} onChange={change} />
        </Grid.Col>
      </Grid>
    </div>
  );
}

function useEditor(draft: Draft | null, values: DraftValues) {
  const trpc = useTRPC();
  const router = useRouter();
  const keyOf = useIntentKey();
  const { done, failed } = useDraftWrite(draft?.id ?? null);
  const [settled] = useDebouncedValue(values, 250);
  const content = toContent(settled);
  const isOrdered = draft?.status === 'ordered';
  const preview = useQuery(
    trpc.orders.staff.drafts.preview.queryOptions(content ?? emptyContent, {
      enabled: content !== null && !isOrdered,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const onError = (error: unknown) => failed(error, 'Not saved');
  const create = useMutation(
    trpc.orders.staff.drafts.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await done('Draft saved', 'Send it to the customer, or place it by invoice.');
        router.push(`/drafts/${id}`);
      },
      onError,
    }),
  );
  const update = useMutation(
    trpc.orders.staff.drafts.update.mutationOptions({
      onSuccess: () => done('Draft saved', 'The link that was sent shows it as it is now.'),
      onError,
    }),
  );
  const saved = draft === null ? emptyDraft : valuesOf(draft);
  const now = toContent(values);
  return {
    preview: isOrdered ? draft.preview : (preview.data ?? draft?.preview),
    problem: preview.isError ? sentenceFor(preview.error) : null,
    dirty: now !== null && JSON.stringify(now) !== JSON.stringify(toContent(saved)),
    saving: create.isPending || update.isPending,
    save: () => {
      if (now === null) return;
      if (draft === null) return create.mutate({ ...now, idempotencyKey: keyOf(now) });
      const input = { ...now, id: draft.id, version: draft.version };
      update.mutate({ ...input, idempotencyKey: keyOf(input) });
    },
  };
}
