'use client';

import type { RouterOutputs } from '@turing/client';
import type { Permission } from '@turing/domain';
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

/** Whether the signed-in member of staff may do something: what one may not do is not offered. */
export function useCan(permission: Permission): boolean {
  return useStaff().permissions.includes(permission);
}
