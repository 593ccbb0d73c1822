import { isConnectionFailure, isForeignKeyViolation, isUnstorableText } from '@turing/db';
import { isShopError, ShopError } from '@turing/domain';

/** The shop error a failure stands for, or null when it is a defect of ours to be hidden and logged. */
export function translateFailure(cause: unknown): ShopError | null {
  if (isShopError(cause)) return cause;
  if (isConnectionFailure(cause)) return new ShopError('DATABASE_UNAVAILABLE', undefined, { cause });
  if (isGoneCustomer(cause)) return new ShopError('UNAUTHENTICATED', undefined, { cause });
  if (isUnstorableText(cause)) return new ShopError('INPUT_INVALID', undefined, { cause });
  return null;
}

/** A session may outlive its account by a moment: what it writes then has nobody to belong to. */
function isGoneCustomer(cause: unknown): boolean {
  if (!isForeignKeyViolation(cause) || !(cause instanceof Error) || !('constraint' in cause)) return false;
  return String(cause.constraint).endsWith('_customer_id_fkey');
}
