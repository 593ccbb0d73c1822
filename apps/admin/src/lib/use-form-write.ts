'use client';

import { useState } from 'react';
import { createIdempotencyKey } from './idempotency-key.ts';
import { refusalOf } from './refusal.ts';
import { toastDone } from './toast.tsx';

interface FormWrite {
  /** Told with the name of what was saved. */
  readonly done: string;
  readonly refresh: () => void;
  readonly onClose: () => void;
}

/** How saving a form ends: told of and closed, refused with a sentence above it, or closed as somebody was faster. */
export function useFormWrite({ done, refresh, onClose }: FormWrite) {
  const [idempotencyKey, renew] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const outcome = {
    onSuccess: ({ name }: { readonly name: string }) => {
      refresh();
      toastDone(done, name);
      onClose();
    },
    onError: (error: unknown) => {
      renew(createIdempotencyKey());
      const sentence = refusalOf(error, refresh);
      setProblem(sentence);
      if (sentence === null) onClose();
    },
  };
  return { idempotencyKey, problem, outcome };
}
