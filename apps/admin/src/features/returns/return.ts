import type { RouterOutputs } from '@turing/client';

export type ReturnRow = RouterOutputs['orders']['staff']['returns']['list']['items'][number];
export type StaffReturn = RouterOutputs['orders']['staff']['returns']['get'];
export type ReturnLine = StaffReturn['lines'][number];
