import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { ConsentRecord } from './schemas.ts';

export function listConsentRecords(reader: Reader, customerId: string): Promise<ConsentRecord[]> {
  return reader
    .selectFrom('customer_consent')
    .select(['id', 'granted', 'wording', 'source', 'created_at as createdAt'])
    .where('customer_id', '=', customerId)
    .where('purpose', '=', 'marketing_email')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .$narrowType<{ createdAt: Date }>()
    .execute();
}

export interface NewConsent {
  readonly customerId: string;
  readonly granted: boolean;
  readonly wording: string;
  readonly source: string;
  readonly ipAddress: string;
  readonly now: Date;
}

/** The record and what it says of the customer, together. */
export async function recordConsent(tx: Transaction, consent: NewConsent): Promise<void> {
  await tx
    .insertInto('customer_consent')
    .values({
      customer_id: consent.customerId,
      purpose: 'marketing_email',
      granted: consent.granted,
      wording: consent.wording,
      source: consent.source,
      ip_address: consent.ipAddress,
      created_at: consent.now,
    })
    .execute();
  // The trigger that records what nobody else recorded has nothing to do here.
  await sql`select set_config('shop.consent_recorded', ${consent.customerId}, true)`.execute(tx);
  await tx
    .updateTable('customer')
    .set({ marketing_consent: consent.granted })
    .where('id', '=', consent.customerId)
    .execute();
}
