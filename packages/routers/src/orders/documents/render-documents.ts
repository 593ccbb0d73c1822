import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import sharp from 'sharp';
import { findSource } from '../../products/index.ts';
import type { Services } from '../../context.ts';
import { getBusiness } from '../business/business-store.ts';
import { type DocumentReader, findSnapshot, listSlips } from './document-store.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { fileNameOf } from './pdf/words.ts';
import type { Snapshot } from './schemas.ts';
import { openSlipSnapshot } from './snapshot.ts';
import { getDocumentSource } from './source-store.ts';

type RenderContext = Pick<Services, 'db' | 'storage' | 'now'>;

export interface RenderedDocument {
  readonly name: string;
  readonly pdf: Uint8Array;
}

/** As many orders as one file of packing slips may be about. */
export const mostSlips = 100;

/**
 * A document as PDF, drawn from what was stored when it was issued.
 * @throws DOCUMENT_NOT_FOUND, also of another's
 */
export async function renderDocument(
  ctx: RenderContext,
  id: string,
  asking: DocumentReader,
): Promise<RenderedDocument> {
  const snapshot = await findSnapshot(ctx.db.reader, id, asking);
  if (snapshot === null) throw new ShopError('DOCUMENT_NOT_FOUND');
  const logo = await drawLogo(ctx, snapshot.seller.logoKey);
  return { name: fileNameOf(snapshot), pdf: await renderPdf({ snapshots: [snapshot], logo }) };
}

/**
 * One PDF of the packing slips of many orders, in the order given: what is still to be sent of each, or, of what has left,
 * the slips of its parcels. For the printer of who packs.
 * @throws ORDER_NOT_FOUND; DOCUMENT_NOT_DUE when there is nothing to pack in any; INPUT_INVALID for none or more than `mostSlips`
 */
export async function renderPackingSlips(
  ctx: RenderContext,
  orderIds: readonly string[],
): Promise<RenderedDocument> {
  const ids = [...new Set(orderIds)];
  if (ids.length === 0 || ids.length > mostSlips) throw new ShopError('INPUT_INVALID', { most: mostSlips });
  const business = await getBusiness(ctx.db.reader);
  const scene = { business, now: ctx.now() };
  const snapshots: Snapshot[] = [];
  for (const id of ids) snapshots.push(...(await slipsOf(ctx.db, id, scene)));
  const [first] = snapshots;
  if (first === undefined) throw new ShopError('DOCUMENT_NOT_DUE');
  const name = ids.length === 1 ? fileNameOf(first) : 'packing-slips.pdf';
  return { name, pdf: await renderPdf({ snapshots, logo: await drawLogo(ctx, business.logoKey) }) };
}

async function slipsOf(
  { reader }: Database,
  orderId: string,
  scene: Parameters<typeof openSlipSnapshot>[1],
): Promise<Snapshot[]> {
  const order = await getDocumentSource(reader, orderId);
  const isPackable = order.status === 'confirmed' || order.status === 'pending';
  const open = openSlipSnapshot(order, scene);
  return isPackable && open.lines.length > 0 ? [open] : listSlips(reader, orderId);
}

const logoBox = { width: 600, height: 192, fit: 'inside', withoutEnlargement: true } as const;

/** The seller's picture as a data address. One that is gone is left out: the name stands in its place. */
async function drawLogo({ storage }: RenderContext, key: string | null): Promise<string | null> {
  const source = key === null ? null : await findSource(storage, key);
  if (source === null) return null;
  const png = await sharp(source.data).resize(logoBox).png().toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
