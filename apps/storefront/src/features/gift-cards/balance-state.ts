import type { RouterOutputs } from '@turing/client';

export interface BalanceState {
  readonly balance: RouterOutputs['orders']['credit']['balance'] | null;
  readonly message: string | null;
  /** What was typed and refused. */
  readonly typed: string;
}
