'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from './api.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import { putFile } from './put-file.ts';

interface UploadOptions {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

export type Upload = (file: File, options: UploadOptions) => Promise<string>;

/** Sends a picture to the shop; what it becomes is decided by what is done with the upload's id. */
export function useUpload(): Upload {
  const trpc = useTRPC();
  const { mutateAsync: open } = useMutation(trpc.products.staff.media.createUpload.mutationOptions());
  return async (file, options) => {
    const target = await open({
      fileName: file.name.slice(-255),
      contentType: file.type,
      bytes: file.size,
      idempotencyKey: createIdempotencyKey(),
    });
    options.signal.throwIfAborted();
    await putFile(file, target, options);
    return target.uploadId;
  };
}
