import type { ReturnReason, ReturnResolution, ReturnState } from '@turing/domain';
import { StatusBadge } from './status.tsx';

export const returnStatuses: Readonly<
  Record<ReturnState, { readonly label: string; readonly color: string }>
> = {
  requested: { label: 'To decide', color: 'yellow' },
  approved: { label: 'Approved', color: 'brand' },
  in_transit: { label: 'On its way', color: 'cyan' },
  received: { label: 'To inspect', color: 'orange' },
  inspected: { label: 'To settle', color: 'grape' },
  closed: { label: 'Closed', color: 'teal' },
  rejected: { label: 'Rejected', color: 'red' },
  cancelled: { label: 'Called off', color: 'gray' },
};

export const returnReasonLabels: Readonly<Record<ReturnReason, string>> = {
  too_small: 'Too small',
  too_large: 'Too large',
  damaged: 'Damaged',
  defective: 'Does not work',
  not_as_described: 'Not as described',
  wrong_item: 'Wrong item',
  arrived_late: 'Arrived late',
  changed_mind: 'Changed their mind',
  other: 'Something else',
};

export const resolutionLabels: Readonly<Record<ReturnResolution, string>> = {
  refund: 'Refund',
  exchange: 'Exchange',
  store_credit: 'Store credit',
};

export function ReturnStatus({ status }: { status: ReturnState }) {
  return <StatusBadge {...returnStatuses[status]} />;
}
