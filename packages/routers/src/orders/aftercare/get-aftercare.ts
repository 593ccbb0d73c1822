import type { Database } from '@turing/db';
import { returnableQuantity, ShopError } from '@turing/domain';
import { listNotes } from '../notes/note-store.ts';
import { findOrderRow } from '../order-read-store.ts';
import { listOrderRefunds } from '../refunds/refundable-store.ts';
import { listReturnsOf } from '../returns/return-read-store.ts';
import { loadReturnable } from '../returns/returnable-store.ts';
import { listRisks } from '../risks/risk-store.ts';
import { listTags } from '../tags/tag-store.ts';
import type { Aftercare } from './schemas.ts';

/** What staff see beside an order: what was written on it, what looks wrong, what came back and was paid back. @throws ORDER_NOT_FOUND */
export async function getAftercare({ reader }: Pick<Database, 'reader'>, id: string): Promise<Aftercare> {
  if ((await findOrderRow(reader, { id })) === undefined) throw new ShopError('ORDER_NOT_FOUND');
  const [notes, tags, risks, returns, refunds, { lines }] = await Promise.all([
    listNotes(reader, id),
    listTags(reader, id),
    listRisks(reader, id),
    listReturnsOf(reader, id),
    listOrderRefunds(reader, id),
    loadReturnable(reader, id),
  ]);
  const returnable = lines
    .map((line) => ({ orderLineId: line.orderLineId, quantity: returnableQuantity(line) }))
    .filter(({ quantity }) => quantity > 0);
  return { notes, tags, risks, returns, refunds, returnable };
}
