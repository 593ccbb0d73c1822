'use client';

import { useStaff } from '../../lib/staff.tsx';

export function useCanWriteStock(): boolean {
  return useStaff().permissions.includes('stock:write');
}
