'use client';

import { failureFor, messages, sentenceFor } from './messages.ts';
import { toastProblem } from './toast.tsx';

/**
 * The sentence to show where the write was asked for; null when somebody else was faster: then `refresh` is called and
 * a toast has said so.
 */
export function refusalOf(error: unknown, refresh: () => void): string | null {
  if (failureFor(error).code !== 'VERSION_CONFLICT') return sentenceFor(error);
  refresh();
  toastProblem('Somebody was faster', messages.VERSION_CONFLICT);
  return null;
}

/** For writes without a form: everything that goes wrong is told by a toast. */
export function toastRefusal(error: unknown, refresh: () => void): void {
  const sentence = refusalOf(error, refresh);
  if (sentence !== null) toastProblem('That did not work', sentence);
}
