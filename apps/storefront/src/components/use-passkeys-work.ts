'use client';

import { useSyncExternalStore } from 'react';
import { passkeysWork } from '@/lib/passkeys.ts';

const never = () => () => undefined;

/** Whether this browser has passkeys; while the server renders, yes. */
export function usePasskeysWork(): boolean {
  return useSyncExternalStore(never, passkeysWork, () => true);
}
