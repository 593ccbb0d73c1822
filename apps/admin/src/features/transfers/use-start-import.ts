'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { putFile, PutFailure } from '../../lib/put-file.ts';
import type { TransferKind } from './transfer.ts';

interface Wanted {
  readonly kind: TransferKind;
  readonly dryRun: boolean;
  readonly source: { readonly file: File } | { readonly importId: string };
}

/** Uploads a file, or takes that of an earlier run, starts a run over it and shows it. */
export function useStartImport(onProblem?: (sentence: string) => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [share, setShare] = useState<number | null>(null);

  async function upload(kind: TransferKind, file: File): Promise<{ uploadId: string }> {
    setShare(0);
    const { uploadId, ...target } = await client.products.staff.transfers.createUpload.mutate({
      kind,
      fileName: file.name.slice(-200),
      bytes: file.size,
      idempotencyKey: createIdempotencyKey(),
    });
    // The type the address was opened for, whatever this system calls CSV.
    const csv = new File([file], file.name, { type: 'text/csv' });
    await putFile(csv, target, { onProgress: setShare, signal: new AbortController().signal });
    return { uploadId };
  }

  const start = useMutation({
    mutationFn: async ({ kind, dryRun, source }: Wanted) => {
      const from = 'file' in source ? await upload(kind, source.file) : source;
      return client.products.staff.transfers.start.mutate({
        kind,
        dryRun,
        source: from,
        idempotencyKey: createIdempotencyKey(),
      });
    },
    onSuccess: (run) => {
      queryClient.setQueryData(trpc.products.staff.transfers.get.queryKey({ id: run.id }), run);
      void queryClient.invalidateQueries(trpc.products.staff.transfers.list.queryFilter());
      router.push(`/transfers/${run.id}`);
    },
    onError: (error) => onProblem?.(sentenceOf(error)),
    onSettled: () => setShare(null),
  });

  const problem = start.error === null ? null : sentenceOf(start.error);
  return { start: start.mutate, pending: start.isPending || start.isSuccess, share, problem };
}

function sentenceOf(error: unknown): string {
  return error instanceof PutFailure ? error.message : sentenceFor(error);
}
