import { currencies, formatMoney } from '@turing/domain';
import { count, humanise } from '../../lib/format.ts';
import { declineReason } from './decline-reason.ts';
import type { StaffOrder, TimelineEntry } from './order.ts';

type TimelineOrder = Pick<StaffOrder, 'shipments' | 'cancelReason'>;

type Sentence = (entry: TimelineEntry, order: TimelineOrder) => string;

const sentences: Readonly<Record<string, Sentence>> = {
  placed: (entry) => `${actor(entry)} placed the order.`,
  claimed: () => 'The customer made the order part of their account.',
  paid: () => 'The payment arrived and the order was confirmed.',
  expired: () => 'The order was not paid in time and expired; its stock was given back.',
  shipped: (entry, order) => `${actor(entry)} shipped ${parcel(entry, order, 'the order')}.`,
  partially_shipped: (entry, order) =>
    `${actor(entry)} shipped ${parcel(entry, order, 'a part of the order')}.`,
  delivered: (entry) => `${actor(entry)} marked the order delivered.`,
  cancelled: (entry, order) => {
    const reason = text(entry, 'reason') ?? order.cancelReason;
    return `${actor(entry)} cancelled the order${reason === null ? '' : `: ${reason.replace(/\.$/u, '')}`}.`;
  },
  payment_declined: (entry) => {
    const reason = declineReason(text(entry, 'failure'));
    return `A payment was declined${reason === null ? '' : `: ${reason.toLowerCase()}`}.`;
  },
  payment_in_review: (entry) =>
    `${amount(entry, 'received')} arrived instead of ${amount(entry, 'expected')}; someone has to look at it.`,
  paid_too_late: (entry) =>
    text(entry, 'outcome') === 'cancelled'
      ? 'The payment arrived after the order was cancelled, so it is given back.'
      : 'The payment arrived after the stock had gone, so it is given back.',
  refunded: (entry) => `${amount(entry, 'amount')} was refunded to the customer.`,
  refund_failed: (entry) =>
    `The gateway could not refund ${amount(entry, 'amount')}; someone has to look at it.`,
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

/** `receivedMinor` in `receivedCurrency` as money; `amountMinor` has its currency in `currency`. */
function amount({ data }: TimelineEntry, name: 'amount' | 'received' | 'expected'): string {
  const amountMinor = data[`${name}Minor`];
  const currency = data[name === 'amount' ? 'currency' : `${name}Currency`];
  if (typeof amountMinor !== 'number' || typeof currency !== 'string') return 'An amount';
  const known = currencies.find((each) => each === currency);
  return known ? formatMoney({ amountMinor, currency: known }) : `An amount in ${currency.toUpperCase()}`;
}

function text(entry: TimelineEntry, key: string): string | null {
  const value = entry.data[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
