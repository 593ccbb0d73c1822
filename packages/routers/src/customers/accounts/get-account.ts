import type { Context } from '../../context.ts';
import { listAddresses } from '../addresses/address-store.ts';
import { listConsentRecords } from '../consent/consent-store.ts';
import { listNotes } from '../notes/note-store.ts';
import { getAccountHead, listSessions } from './account-store.ts';
import type { Account } from './schemas.ts';

/** Everything staff see of a customer beside their orders. @throws CUSTOMER_NOT_FOUND */
export async function getAccount(ctx: Pick<Context, 'db' | 'now'>, id: string): Promise<Account> {
  const { reader } = ctx.db;
  const [head, addresses, consents, notes, sessions] = await Promise.all([
    getAccountHead(reader, id),
    listAddresses(reader, id),
    listConsentRecords(reader, id),
    listNotes(reader, id),
    listSessions(reader, id, ctx.now()),
  ]);
  return { ...head, addresses, consents, notes, sessions };
}
