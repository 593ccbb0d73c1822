import type { Reader, Transaction } from '@turing/db';
import { type InvoiceRule, ShopError } from '@turing/domain';
import type { AddressInput } from '../../schemas.ts';
import type { Business, NumberSeries, SetNumbersInput } from './schemas.ts';

const columns = [
  'name',
  'address',
  'tax_id as taxId',
  'registration',
  'email',
  'phone',
  'website',
  'logo_key as logoKey',
  'payment_terms as paymentTerms',
  'invoice_note as invoiceNote',
  'packing_note as packingNote',
  'invoice_rule as invoiceRule',
  'cart_letters as cartLetters',
  'cart_idle_minutes as cartIdleMinutes',
  'version',
] as const;

/** Who sells here. The migration made its one row. */
export async function getBusiness(reader: Reader): Promise<Business> {
  return reader
    .selectFrom('shop_business')
    .select(columns)
    .$narrowType<{ address: AddressInput; invoiceRule: InvoiceRule }>()
    .executeTakeFirstOrThrow();
}

export async function lockBusiness(tx: Transaction): Promise<Business> {
  await tx.selectFrom('shop_business').select('id').forUpdate().executeTakeFirstOrThrow();
  return getBusiness(tx);
}

export async function saveBusiness(
  tx: Transaction,
  { address, ...business }: Business,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('shop_business')
    .set({
      name: business.name,
      address: JSON.stringify(address),
      tax_id: business.taxId,
      registration: business.registration,
      email: business.email,
      phone: business.phone,
      website: business.website,
      logo_key: business.logoKey,
      payment_terms: business.paymentTerms,
      invoice_note: business.invoiceNote,
      packing_note: business.packingNote,
      invoice_rule: business.invoiceRule,
      cart_letters: business.cartLetters,
      cart_idle_minutes: business.cartIdleMinutes,
      version: business.version,
      updated_at: now,
    })
    .execute();
}

type Series = NumberSeries[number];

const seriesColumns = ['kind', 'prefix', 'next_number as nextNumber'] as const;

export async function listNumberSeries(reader: Reader): Promise<NumberSeries> {
  return reader
    .selectFrom('number_series')
    .select(seriesColumns)
    .$narrowType<{ kind: Series['kind'] }>()
    .execute();
}

/** Nobody takes a number of the series until the end of the transaction. */
export async function lockNumberSeries(tx: Transaction, kind: Series['kind']): Promise<Series> {
  const row = await tx
    .selectFrom('number_series')
    .select(seriesColumns)
    .where('kind', '=', kind)
    .forUpdate()
    .$narrowType<{ kind: Series['kind'] }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('DOCUMENT_NOT_FOUND', { kind });
  return row;
}

export async function setNumberSeries(
  tx: Transaction,
  { kind, prefix, nextNumber }: SetNumbersInput,
): Promise<void> {
  await tx
    .updateTable('number_series')
    .set({ prefix, next_number: nextNumber })
    .where('kind', '=', kind)
    .execute();
}
