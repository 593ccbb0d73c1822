import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { Profile, UpdateProfileInput } from './schemas.ts';

/** What the database says of a customer, however old their session is. @throws CUSTOMER_NOT_FOUND */
export async function getProfile(reader: Reader, id: string): Promise<Profile> {
  const row = await reader
    .selectFrom('customer')
    .select([
      'id',
      'email',
      'email_verified as emailVerified',
      'name',
      'phone',
      'marketing_consent as marketingConsent',
      'created_at as createdAt',
    ])
    .where('id', '=', id)
    .$narrowType<{ createdAt: Date }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('CUSTOMER_NOT_FOUND', { id });
  return row;
}

export async function updateProfile(
  tx: Transaction,
  change: UpdateProfileInput & { readonly id: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('customer')
    .set({ name: change.name, phone: change.phone, updated_at: change.now, version: sql`version + 1` })
    .where('id', '=', change.id)
    .execute();
}
