import type { RouterOutputs } from '@turing/client';

type Accounts = RouterOutputs['customers']['staff']['accounts'];

export type CustomerRow = Accounts['list']['items'][number];
export type CustomerAccount = Accounts['get'];
export type CustomerNote = CustomerAccount['notes'][number];
export type CustomerMoment = Accounts['timeline']['items'][number];
