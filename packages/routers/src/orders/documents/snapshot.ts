import {
  addressLabel,
  creditedTaxes,
  type DocumentTax,
  paperSizeOf,
  unshippedQuantity,
} from '@turing/domain';
import type { Business } from '../business/schemas.ts';
import type { NewDocument } from './document-store.ts';
import type { Snapshot, SnapshotLine } from './schemas.ts';
import type { DocumentSource, GivenBack } from './source-store.ts';

type Draft = NewDocument['snapshot'];

interface Scene {
  readonly business: Business;
  readonly now: Date;
}

const nothing = { subtotalMinor: 0, taxMinor: 0, totalMinor: 0, creditMinor: 0, paidMinor: 0, dueMinor: 0 };

/** What every document of an order says. */
function sceneOf(order: DocumentSource, { business, now }: Scene) {
  const { address } = order;
  return {
    issuedAt: now.toISOString(),
    order: { number: order.number, placedAt: order.placedAt.toISOString() },
    seller: {
      name: business.name,
      address: addressLabel(business.address).filter((line) => line !== business.name),
      taxId: business.taxId,
      registration: business.registration,
      email: business.email,
      phone: business.phone,
      website: business.website,
      logoKey: business.logoKey,
    },
    buyer: {
      name: address.name,
      email: order.email,
      address: addressLabel(address).slice(1),
      country: address.country,
    },
    currency: order.currency,
    taxInclusive: order.taxInclusive,
    later: [],
    discounts: [],
    shipping: { name: order.shippingName, amountMinor: 0 },
    taxes: [],
    corrects: null,
    parcel: null,
    terms: '',
    note: '',
  };
}

function lineOf(line: DocumentSource['lines'][number], quantity: number): SnapshotLine {
  const { sku, name, variant, unitPriceMinor, taxRatePpm } = line;
  return { sku, name, variant, quantity, unitPriceMinor, taxRatePpm, amountMinor: unitPriceMinor * quantity };
}

/** Taxes by rate; of an order from before there were rates the one sum. */
function taxesOf(order: DocumentSource): DocumentTax[] {
  if (order.taxes.length > 0 || order.taxMinor === 0) return [...order.taxes];
  const net = order.totalMinor - order.taxMinor;
  return [{ name: 'Tax', ratePpm: 0, taxableMinor: net, taxMinor: order.taxMinor }];
}

/** What each promotion gave; the one sum where they say something else, as of an order from before they were kept. */
function discountsOf({ discounts, discountMinor, promotionCode }: DocumentSource): Snapshot['discounts'] {
  const sum = discounts.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (sum === discountMinor) return [...discounts];
  const label = promotionCode === null ? 'Discount' : `Discount (${promotionCode})`;
  return [{ label, amountMinor: discountMinor }];
}

export function invoiceSnapshot(order: DocumentSource, scene: Scene): Draft {
  return {
    ...sceneOf(order, scene),
    kind: 'invoice',
    paper: paperSizeOf(order.address.country),
    lines: order.lines.map((line) => ({ ...lineOf(line, line.quantity), amountMinor: line.subtotalMinor })),
    discounts: discountsOf(order),
    shipping: { name: order.shippingName, amountMinor: order.shippingMinor },
    taxes: taxesOf(order),
    totals: {
      subtotalMinor: order.subtotalMinor,
      taxMinor: order.taxMinor,
      totalMinor: order.totalMinor,
      creditMinor: order.creditMinor,
      paidMinor: Math.min(order.paidMinor, order.totalMinor - order.creditMinor),
      dueMinor: Math.max(0, order.totalMinor - order.creditMinor - order.paidMinor),
    },
    terms: scene.business.paymentTerms,
    note: scene.business.invoiceNote,
  };
}

export interface Credited {
  readonly given: GivenBack;
  readonly invoice: Pick<Snapshot, 'label'> & {
    readonly issuedAt: Date;
    readonly taxes: Snapshot['taxes'];
    readonly totalMinor: number;
  };
  /** On earlier credit notes. */
  readonly beforeMinor: number;
}

export function creditNoteSnapshot(order: DocumentSource, credited: Credited, scene: Scene): Draft {
  const { given, invoice, beforeMinor } = credited;
  const { totalMinor } = invoice;
  const amountMinor = Math.min(given.amountMinor, totalMinor - beforeMinor);
  const taxes = creditedTaxes({ taxes: invoice.taxes, totalMinor, beforeMinor, amountMinor });
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0);
  return {
    ...sceneOf(order, scene),
    kind: 'credit_note',
    paper: paperSizeOf(order.address.country),
    lines: creditedLines(order, given),
    taxes,
    totals: { ...nothing, subtotalMinor: amountMinor - taxMinor, taxMinor, totalMinor: amountMinor },
    corrects: { label: invoice.label, issuedAt: invoice.issuedAt.toISOString() },
    note: scene.business.invoiceNote,
  };
}

function creditedLines(order: DocumentSource, { lines }: GivenBack): SnapshotLine[] {
  return lines.flatMap(({ orderLineId, quantity, amountMinor }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    return line === undefined ? [] : [{ ...lineOf(line, quantity), amountMinor }];
  });
}

/** What lies in one parcel, and what of the order is in none up to this one. */
export function packingSlipSnapshot(order: DocumentSource, shipmentId: string, scene: Scene): Draft {
  const position = order.shipments.findIndex(({ id }) => id === shipmentId);
  const shipment = order.shipments[position];
  if (shipment === undefined) throw new Error(`order ${order.id} has no shipment ${shipmentId}`);
  const gone = order.shipments.slice(0, position + 1).flatMap(({ lines }) => lines);
  const inParcel = new Map(shipment.lines.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
  const { carrier, trackingNumber } = shipment;
  return {
    ...slipOf(order, scene),
    lines: linesWith(order, ({ id }) => inParcel.get(id) ?? 0),
    later: linesWith(order, ({ id, quantity }) =>
      gone.reduce((left, line) => (line.orderLineId === id ? left - line.quantity : left), quantity),
    ),
    parcel: { carrier, trackingNumber },
  };
}

/** What is still to be sent: a working paper of now, without a number. */
export function openSlipSnapshot(order: DocumentSource, scene: Scene): Snapshot {
  return {
    ...slipOf(order, scene),
    number: 0,
    label: '',
    lines: linesWith(order, unshippedQuantity),
  };
}

function slipOf(order: DocumentSource, scene: Scene): Draft {
  return {
    ...sceneOf(order, scene),
    kind: 'packing_slip',
    // It is printed where the parcel is packed.
    paper: paperSizeOf(scene.business.address.country),
    lines: [],
    totals: nothing,
    note: scene.business.packingNote,
  };
}

function linesWith(
  order: DocumentSource,
  quantityOf: (line: DocumentSource['lines'][number]) => number,
): SnapshotLine[] {
  return order.lines.flatMap((line) => {
    const quantity = quantityOf(line);
    return quantity > 0 ? [lineOf(line, quantity)] : [];
  });
}
