import { addJob, type Transaction } from '@turing/db';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { type LockedPriceList, lockPriceList } from './list-store.ts';
import type { PriceListTerms } from './schemas.ts';

interface PriceListEdit {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

type Facts = Record<string, unknown> | null;

/**
 * One change of one price list by staff, on the version they looked at. Lock order: the key, the list, its prices, then
 * the products whose ranges follow.
 * @throws PRICE_LIST_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writePriceList<Receipt extends Record<string, number>>(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: PriceListEdit },
  change: (
    tx: Transaction,
    list: LockedPriceList,
  ) => Promise<{ readonly before: Facts; readonly after: Facts; readonly receipt: Receipt }>,
): Promise<Receipt> {
  const { id, version } = write.input;
  return writeAsStaff(ctx, write, async (tx) => {
    const list = await lockPriceList(tx, id);
    assertVersion(version, list.version);
    const { before, after, receipt } = await change(tx, list);
    return { audit: { entityType: 'price_list', entityId: id, before, after }, receipt };
  });
}

/**
 * Queues the job that refreshes what lists show at each moment still to come when the list starts or ends, and at once
 * when the change was too big to be refreshed in its own statement.
 */
export async function queueRefreshes(
  tx: Transaction,
  { id, startsAt, endsAt }: Pick<PriceListTerms, 'startsAt' | 'endsAt'> & { readonly id: string },
  now: Date,
): Promise<void> {
  const moments = {
    start: startsAt,
    end: endsAt,
    now: (await lockPriceList(tx, id)).refreshedAt.getTime() === 0 ? now : null,
  };
  for (const [name, runAt] of Object.entries(moments)) {
    if (runAt === null || runAt < now) continue;
    await addJob(
      tx,
      { task: 'refresh-price-lists', payload: {} },
      { key: `price-list:${id}:${name}`, runAt },
    );
  }
}
