import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { SetRegistrationInput, TaxRegistration } from './schemas.ts';

export async function listRegistrations(reader: Reader): Promise<TaxRegistration[]> {
  return reader
    .selectFrom('tax_registration')
    .select(['country', 'region', 'active', 'number', 'version'])
    .orderBy('country')
    .orderBy('region')
    .limit(500)
    .execute();
}

type Place = Pick<SetRegistrationInput, 'country' | 'region'>;

/** Locks a registration; one that is not there yet is at version 0. */
export async function lockRegistration(
  tx: Transaction,
  { country, region }: Place,
): Promise<TaxRegistration> {
  const row = await tx
    .selectFrom('tax_registration')
    .select(['country', 'region', 'active', 'number', 'version'])
    .where('country', '=', country)
    .where('region', '=', region)
    .forUpdate()
    .executeTakeFirst();
  return row ?? { country, region, active: false, number: '', version: 0 };
}

/** @throws VERSION_CONFLICT when somebody else made it meanwhile */
export async function writeRegistration(
  tx: Transaction,
  before: TaxRegistration,
  { active, number }: Pick<SetRegistrationInput, 'active' | 'number'>,
): Promise<void> {
  const { country, region, version } = before;
  const { rows } = await sql`
    insert into tax_registration (country, region, active, number) values (${country}, ${region}, ${active}, ${number})
    on conflict (country, region) do update
      set active = excluded.active, number = excluded.number, version = tax_registration.version + 1, updated_at = now()
      where tax_registration.version = ${version}
    returning version`.execute(tx);
  if (rows.length === 0) throw new ShopError('VERSION_CONFLICT', { yours: version });
}
