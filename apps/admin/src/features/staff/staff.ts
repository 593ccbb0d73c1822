import type { RouterOutputs } from '@turing/client';

type StaffOutputs = RouterOutputs['customers']['staff'];

export type Member = StaffOutputs['members']['list'][number];
export type Invitation = StaffOutputs['invitations']['list'][number];
