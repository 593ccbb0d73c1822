'use client';

import type { RouterOutputs } from '@turing/client';
import { createContext, type ReactNode, useContext } from 'react';

export type Staff = NonNullable<RouterOutputs['customers']['staff']['me']>;

const StaffContext = createContext<Staff | null>(null);

export function StaffProvider({ staff, children }: { staff: Staff; children: ReactNode }) {
  return <StaffContext.Provider value={staff}>{children}</StaffContext.Provider>;
}

/** The signed-in member of staff. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error('useStaff is used outside the console');
  return staff;
}
