'use client';

import { useStaff } from '../../lib/staff.tsx';
import { DecideStep } from './decide-step.tsx';
import { InspectStep } from './inspect-step.tsx';
import { ReceiveStep } from './receive-step.tsx';
import type { StaffReturn } from './return.ts';
import { SettleStep } from './settle-step.tsx';

/** What has to be done with a return now, for who may do it. */
export function NextStep({ back }: { back: StaffReturn }) {
  const { permissions } = useStaff();
  switch (back.status) {
    case 'requested':
      return permissions.includes('orders:write') ? <DecideStep back={back} /> : null;
    case 'approved':
    case 'in_transit':
      return permissions.includes('orders:ship') ? (
        <ReceiveStep back={back} mayCallOff={permissions.includes('orders:write')} />
      ) : null;
    case 'received':
      return permissions.includes('orders:ship') ? <InspectStep back={back} /> : null;
    case 'inspected':
      return permissions.includes('orders:refund') ? <SettleStep back={back} /> : null;
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return null;
    default:
      return back.status satisfies never;
  }
}
