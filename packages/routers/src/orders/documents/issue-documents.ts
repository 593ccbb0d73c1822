import type { Transaction } from '@turing/db';
import { getBusiness } from '../business/business-store.ts';
import type { Business } from '../business/schemas.ts';
import { lockOrder } from '../order-store.ts';
import { findInvoice, insertDocument, listDocumented } from './document-store.ts';
import { creditNoteSnapshot, invoiceSnapshot, packingSlipSnapshot } from './snapshot.ts';
import { type DocumentSource, getDocumentSource } from './source-store.ts';

interface Issuing {
  readonly orderId: string;
  readonly now: Date;
}

/**
 * Issues whatever documents an order calls for and does not have: the invoice once the order is as far as the shop's rule
 * says, a credit note for each refund that arrived, a packing slip for each parcel. Each exactly once, whoever calls and how
 * often. An order that is cancelled or refunded before its invoice needs neither. Answers the new ids.
 * Lock order: the order, then the series.
 * @throws ORDER_NOT_FOUND
 */
export async function issueDocuments(tx: Transaction, { orderId, now }: Issuing): Promise<string[]> {
  await lockOrder(tx, { id: orderId });
  const order = await getDocumentSource(tx, orderId);
  const business = await getBusiness(tx);
  const documented = await listDocumented(tx, orderId);
  const issuing = { order, business, now, documented };
  const slips = await issueSlips(tx, issuing);
  const invoice = await issueInvoice(tx, issuing);
  const notes = await issueCreditNotes(tx, issuing);
  return [...slips, ...invoice, ...notes];
}

interface Ready {
  readonly order: DocumentSource;
  readonly business: Business;
  readonly now: Date;
  readonly documented: ReadonlySet<string>;
}

async function issueSlips(tx: Transaction, { documented, ...ready }: Ready): Promise<string[]> {
  const { order } = ready;
  const issued: string[] = [];
  for (const { id: sourceId } of order.shipments) {
    if (documented.has(`packing_slip:${sourceId}`)) continue;
    const snapshot = packingSlipSnapshot(order, sourceId, ready);
    const id = await insertDocument(tx, { kind: 'packing_slip', orderId: order.id, sourceId, snapshot });
    if (id !== null) issued.push(id);
  }
  return issued;
}

function isInvoiceDue({ status, confirmedAt }: DocumentSource, { invoiceRule }: Business): boolean {
  if (status === 'shipped' || status === 'delivered') return true;
  return invoiceRule === 'confirmed' && confirmedAt !== null && status === 'confirmed';
}

async function issueInvoice(tx: Transaction, { documented, ...ready }: Ready): Promise<string[]> {
  const { order, business } = ready;
  if (documented.has(`invoice:${order.id}`) || !isInvoiceDue(order, business)) return [];
  const snapshot = invoiceSnapshot(order, ready);
  const id = await insertDocument(tx, { kind: 'invoice', orderId: order.id, sourceId: order.id, snapshot });
  return id === null ? [] : [id];
}

/** Only an invoice can be corrected: what was given back before there was one follows with it. */
async function issueCreditNotes(tx: Transaction, { documented, ...ready }: Ready): Promise<string[]> {
  const { order } = ready;
  const invoice = await findInvoice(tx, order.id);
  if (invoice === null) return [];
  const issued: string[] = [];
  let beforeMinor = invoice.creditedMinor;
  for (const given of order.given) {
    if (documented.has(`credit_note:${given.id}`) || beforeMinor >= invoice.totalMinor) continue;
    const snapshot = creditNoteSnapshot(order, { given, invoice, beforeMinor }, ready);
    const id = await insertDocument(tx, {
      kind: 'credit_note',
      orderId: order.id,
      sourceId: given.id,
      snapshot,
    });
    if (id !== null) issued.push(id);
    beforeMinor += snapshot.totals.totalMinor;
  }
  return issued;
}
