import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type Draft, getDraft } from './draft-store.ts';
import { loadPricedDraft, viewPreview } from './price-draft.ts';
import type { DraftView, OfferedDraft } from './schemas.ts';

/** Everything staff see of a draft, at today's prices. @throws DRAFT_NOT_FOUND */
export async function getDraftView(db: Database, id: string, now: Date): Promise<DraftView> {
  const draft = await getDraft(db.reader, { id });
  const preview = viewPreview(await loadPricedDraft(db.reader, draft, now));
  return {
    id: draft.id,
    version: draft.version,
    token: draft.token,
    status: statusOf(draft),
    orderId: draft.orderId,
    orderNumber: draft.orderNumber,
    customerId: draft.customerId,
    customerName: draft.customerName,
    email: draft.email,
    address: draft.address,
    chosenMethod: draft.shippingMethod,
    customShippingMinor: draft.shippingMinor,
    customDiscountMinor: draft.discountMinor,
    note: draft.note,
    reservedUntil: draft.reservedUntil !== null && draft.reservedUntil > now ? draft.reservedUntil : null,
    sentAt: draft.sentAt,
    linkExpiresAt: draft.linkExpiresAt,
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    preview,
  };
}

function statusOf({ orderId, sentAt }: Draft): DraftView['status'] {
  if (orderId !== null) return 'ordered';
  return sentAt === null ? 'open' : 'sent';
}

/** What the link of a draft shows, while it may be used. @throws DRAFT_NOT_FOUND, of one that was not sent or is over, too */
export async function getOfferedDraft(db: Database, token: string, now: Date): Promise<OfferedDraft> {
  const draft = await getDraft(db.reader, { token });
  const { email, address, linkExpiresAt, orderToken } = draft;
  if (email === null || address === null || linkExpiresAt === null) throw new ShopError('DRAFT_NOT_FOUND');
  if (orderToken === null && linkExpiresAt <= now) throw new ShopError('DRAFT_NOT_FOUND');
  const preview = viewPreview(await loadPricedDraft(db.reader, draft, now));
  const { note, message } = draft;
  return { email, address, note, message, linkExpiresAt, orderToken, preview };
}
