'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../lib/api.ts';
import { createIdempotencyKey } from '../lib/idempotency-key.ts';
import { pictureProblem, refusalOf } from '../lib/picture.ts';
import { useUpload } from '../lib/use-upload.ts';

interface PictureField {
  /** How much was sent, from 0 to 1; null: nothing is on its way. */
  readonly share: number | null;
  readonly problem: string | null;
  readonly take: (file: File | undefined) => void;
}

/** Sends the picture of a form and tells its key. Leaving the form gives it up. */
export function usePictureField(onChange: (key: string) => void): PictureField {
  const trpc = useTRPC();
  const upload = useUpload();
  const { mutateAsync: store } = useMutation(trpc.products.staff.images.store.mutationOptions());
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const cancel = useRef<AbortController>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  async function send(file: File, { signal }: AbortController): Promise<void> {
    setShare(0);
    setProblem(null);
    try {
      const uploadId = await upload(file, { signal, onProgress: setShare });
      const { key } = await store({ uploadId, idempotencyKey: createIdempotencyKey() });
      if (!signal.aborted) onChange(key);
    } catch (error) {
      if (!signal.aborted) setProblem(pictureProblem(error));
    } finally {
      setShare(null);
    }
  }

  function take(file: File | undefined): void {
    if (file === undefined) return;
    const refusal = refusalOf(file);
    if (refusal !== null) {
      setProblem(refusal);
      return;
    }
    cancel.current = new AbortController();
    void send(file, cancel.current);
  }

  return { share, problem, take };
}
