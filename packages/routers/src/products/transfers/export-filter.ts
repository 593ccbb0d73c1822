import type { TransferKind } from './kinds.ts';

/** Which products an export holds; what is left out does not narrow. */
export interface ExportFilter {
  readonly kind: TransferKind;
  readonly status?: 'draft' | 'active' | 'archived' | undefined;
  /** Slug; the categories below it are in. */
  readonly category?: string | undefined;
  /** Slug. */
  readonly collection?: string | undefined;
}
