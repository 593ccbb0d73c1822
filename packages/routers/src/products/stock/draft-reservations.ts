import type { Transaction } from '@turing/db';
import { allocateLines, releaseLines, type StockRequest } from '../stock-store.ts';
import { endReservationsOfDraft, insertReservation } from './reservation-store.ts';

export interface DraftReservation {
  readonly draftId: string;
  readonly lines: readonly StockRequest[];
  readonly reference: string;
  readonly staffId: string;
  readonly expiresAt: Date;
}

/**
 * Keeps the stock of a draft order until a time to come; what it kept before is given back first.
 * @throws PRODUCT_OUT_OF_STOCK
 */
export async function reserveForDraft(tx: Transaction, draft: DraftReservation, now: Date): Promise<void> {
  await releaseOfDraft(tx, draft.draftId, now);
  // One by one: two lines may be of one variant.
  for (const line of draft.lines.toSorted((a, b) => a.variantId.localeCompare(b.variantId))) {
    for (const allocation of await allocateLines(tx, [line])) {
      const { reference, staffId, expiresAt, draftId } = draft;
      await insertReservation(tx, { ...allocation, reference, staffId, expiresAt, draftId });
    }
  }
}

/** Gives back what a draft order kept, each reservation once. */
export async function releaseOfDraft(tx: Transaction, draftId: string, now: Date): Promise<void> {
  const kept = await endReservationsOfDraft(tx, draftId, now);
  if (kept.length > 0) await releaseLines(tx, kept);
}
