import type { RouterOutputs } from '@turing/client';

export type OrderRow = RouterOutputs['orders']['staff']['list']['items'][number];
export type StaffOrder = RouterOutputs['orders']['staff']['get'];
export type OrderLine = StaffOrder['lines'][number];
export type TimelineEntry = StaffOrder['timeline'][number];
