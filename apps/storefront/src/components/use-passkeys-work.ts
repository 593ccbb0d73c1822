'use client';

import { useSyncExternalStore } from 'react';
import { passkeysWork } from '@/lib/passkeys.ts';

const never = () => () => undefined;

/** Whether this browser has passkeys; null until it can be asked. */
export function usePasskeysWork(): boolean | null {
  return useSyncExternalStore<boolean | null>(never, passkeysWork, () => null);
}
