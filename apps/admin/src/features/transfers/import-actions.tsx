'use client';

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileCheck2, RotateCw, X } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastProblem } from '../../lib/toast.tsx';
import { type ImportRun, isUnderWay, mayImport } from './transfer.ts';
import { useStartImport } from './use-start-import.ts';

/** What can be done with a run as it is. */
export function ImportActions({ run }: { run: ImportRun }) {
  const { permissions } = useStaff();
  if (!mayImport(permissions, run.kind)) return null;
  if (isUnderWay(run)) return <CancelButton run={run} />;
  if (!run.hasFile) return null;
  return <RunAgainButton run={run} />;
}

function CancelButton({ run: { id } }: { run: ImportRun }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    trpc.products.staff.transfers.cancel.mutationOptions({
      onSuccess: (run) => queryClient.setQueryData(trpc.products.staff.transfers.get.queryKey({ id }), run),
      onError: (error) => {
        void queryClient.invalidateQueries(trpc.products.staff.transfers.get.queryFilter({ id }));
        toastProblem('The import was not cancelled', sentenceFor(error));
      },
    }),
  );
  return (
    <Button
      variant="default"
      leftSection={<X size={16} aria-hidden />}
      loading={cancel.isPending}
      onClick={() => cancel.mutate({ id, idempotencyKey: createIdempotencyKey() })}
    >
      Cancel import
    </Button>
  );
}

/** After a look the real run; after a real one, a look at what the file would do now. */
function RunAgainButton({
  run: { id, kind, dryRun, status, createdCount, updatedCount },
}: {
  run: ImportRun;
}) {
  const { start, pending } = useStartImport((sentence) =>
    toastProblem('The import was not started', sentence),
  );
  const isReady = dryRun && status === 'finished' && createdCount + updatedCount > 0;
  if (dryRun && status === 'finished' && !isReady) return null;
  return (
    <Button
      variant={isReady ? 'filled' : 'default'}
      leftSection={isReady ? <FileCheck2 size={16} aria-hidden /> : <RotateCw size={16} aria-hidden />}
      loading={pending}
      onClick={() => start({ kind, dryRun: !isReady, source: { importId: id } })}
    >
      {isReady ? 'Import for real' : 'Check again'}
    </Button>
  );
}
