'use client';

import { useRef } from 'react';
import { createIdempotencyKey } from './idempotency-key.ts';

/** The key of a write: the same input tried again is the same write, and must not happen twice. */
export function useIntentKey(): (input: unknown) => string {
  const intent = useRef({ input: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (intent.current.input !== text) intent.current = { input: text, key: createIdempotencyKey() };
    return intent.current.key;
  };
}
