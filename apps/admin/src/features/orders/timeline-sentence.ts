import { type Currency, formatMoney } from '@turing/domain';
import { count, humanise } from '../../lib/format.ts';
import { declineReason } from './decline-reason.ts';
import type { StaffOrder, TimelineEntry } from './order.ts';

type Shipments = StaffOrder['shipments'];

interface TimelineOrder {
  readonly currency: Currency;
  readonly shipments: Shipments;
}

type Sentence = (entry: TimelineEntry, order: TimelineOrder) => string;

const sentences: Readonly<Record<string, Sentence>> = {
  placed: (entry) => `${actor(entry)} placed the order.`,
  paid: () => 'The payment arrived and the order was confirmed.',
  expired: () => 'The order was not paid in time and expired; its stock was given back.',
  shipped: (entry, order) => `${actor(entry)} shipped ${parcel(entry, order, 'the order')}.`,
  partially_shipped: (entry, order) =>
    `${actor(entry)} shipped ${parcel(entry, order, 'a part of the order')}.`,
  delivered: (entry) => `${actor(entry)} marked the order delivered.`,
  cancelled: (entry) => {
    const reason = text(entry, 'reason');
    return `${actor(entry)} cancelled the order${reason === null ? '' : `: ${reason.replace(/\.$/u, '')}`}.`;
  },
  payment_started: () => 'The payment page was opened.',
  payment_failed: (entry) => {
    const reason = declineReason(text(entry, 'failure') ?? text(entry, 'reason'));
    return `A payment was declined${reason === null ? '' : `: ${reason.toLowerCase()}`}.`;
  },
  payment_review: () => 'Another amount arrived than was asked for; someone has to look at it.',
  refunded: (entry, order) => `${money(entry, order)} refunded to the customer.`,
  partially_refunded: (entry, order) => `${money(entry, order)} refunded to the customer.`,
};

/** What happened, in a sentence. Kinds that are not known yet are put into words as they are. */
export function timelineSentence(entry: TimelineEntry, order: TimelineOrder): string {
  const sentence = Object.hasOwn(sentences, entry.kind) ? sentences[entry.kind] : undefined;
  return sentence === undefined ? `${humanise(entry.kind)}.` : sentence(entry, order);
}

function actor({ actorKind, actorName }: TimelineEntry): string {
  if (actorName !== null) return actorName;
  if (actorKind === 'staff') return 'A member of staff';
  return actorKind === 'system' ? 'The shop' : 'The customer';
}

function parcel(entry: TimelineEntry, order: TimelineOrder, fallback: string): string {
  const shipment = order.shipments.find(({ id }) => id === text(entry, 'shipmentId'));
  if (shipment === undefined) return fallback;
  const items = shipment.lines.reduce((sum, line) => sum + line.quantity, 0);
  return `${count(items, 'item')} with ${shipment.carrier}`;
}

function money(entry: TimelineEntry, order: TimelineOrder): string {
  const amountMinor = entry.data['amountMinor'];
  if (typeof amountMinor !== 'number') return 'Money was';
  return `${formatMoney({ amountMinor, currency: order.currency })} was`;
}

function text(entry: TimelineEntry, key: string): string | null {
  const value = entry.data[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
