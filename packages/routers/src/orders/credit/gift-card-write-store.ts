import { addJob, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type CreditAccount, lockAccount } from './ledger-store.ts';

/** @throws CREDIT_ACCOUNT_NOT_FOUND, of what is no gift card too */
export async function lockGiftCard(tx: Transaction, id: string): Promise<CreditAccount> {
  const account = await lockAccount(tx, id);
  if (account.kind !== 'gift_card') throw new ShopError('CREDIT_ACCOUNT_NOT_FOUND', { id });
  return account;
}

/** Writes what staff changed of a locked account and bumps its version. */
export async function updateAccount(
  tx: Transaction,
  { id, version }: Pick<CreditAccount, 'id' | 'version'>,
  change: {
    readonly disabled_at?: Date | null;
    readonly expires_at?: Date | null;
    readonly recipient_email?: string;
  } = {},
): Promise<void> {
  await tx
    .updateTable('credit_account')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** From what the code of a card follows. @throws CREDIT_ACCOUNT_NOT_FOUND */
export async function getCodeSeed(reader: Reader, id: string): Promise<string> {
  const row = await reader
    .selectFrom('credit_account')
    .select('code_seed as seed')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.seed === null) throw new ShopError('CREDIT_ACCOUNT_NOT_FOUND', { id });
  return row.seed;
}

/** Queues the letter with the code; `sending` tells one letter of a card from the next. */
export async function queueGiftCardLetter(
  tx: Transaction,
  letter: { readonly accountId: string; readonly sending: string; readonly runAt?: Date | null },
): Promise<void> {
  const { accountId, sending, runAt } = letter;
  await addJob(
    tx,
    { task: 'send-gift-card', payload: { accountId, sending } },
    { key: `gift-card:${accountId}:${sending}`, maxAttempts: 15, ...(runAt == null ? {} : { runAt }) },
  );
}
