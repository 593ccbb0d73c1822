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
  accepted: (entry) => `${actor(entry)} placed the order to be paid later; it was confirmed.`,
  edited: (entry) => `${actor(entry)} changed the order${differenceOf(entry)}.`,
  difference_paid: (entry) => `${amount(entry, 'amount')} more was paid for the changed order.`,
  payment_recorded: (entry) => `${actor(entry)} recorded a payment of ${amount(entry, 'amount')}.`,
  payment_link_sent: (entry) => `${actor(entry)} sent the link to pay ${amount(entry, 'amount')}.`,
  hold_released: (entry) => `${actor(entry)} released ${units(entry, 'units')} that were not paid for.`,
  expired: () => 'The order was not paid in time and expired; its stock was given back.',
  shipped: (entry, order) => `${actor(entry)} shipped ${parcel(entry, order, 'the order')}.`,
  partially_shipped: (entry, order) =>
    `${actor(entry)} shipped ${parcel(entry, order, 'a part of the order')}.`,
  delivered: (entry) => `${actor(entry)} marked the order delivered.`,
  gift_cards_issued: (entry) => `Gift cards made and on their way: ${units(entry, 'giftCards')}.`,
  shipment_delivered: (entry, order) =>
    `${actor(entry)} marked ${parcel(entry, order, 'a parcel')} delivered.`,
  tracking_edited: (entry, order) =>
    `${actor(entry)} changed the tracking of ${parcel(entry, order, 'a parcel')}.`,
  unshipped: (entry) => `${actor(entry)} voided a parcel; its items are to be shipped again.`,
  shipment_voided: (entry) => `${actor(entry)} voided a parcel; its items are to be shipped again.`,
  lines_cancelled: (entry) => {
    const reason = text(entry, 'reason');
    return `${actor(entry)} cancelled ${units(entry, 'units')}${reason === null ? '' : `: ${reason.replace(/\.$/u, '')}`}.`;
  },
  noted: (entry) => `${actor(entry)} wrote to the customer.`,
  held: (entry) => `${actor(entry)} put the order on hold: something looks wrong.`,
  risk_found: (entry) => `${actor(entry)} flagged something to look at.`,
  released: (entry) => `${actor(entry)} released the order.`,
  refund_decided: (entry) =>
    `${actor(entry)} gave back ${amount(entry, 'amount')}${text(entry, 'destination') === 'store_credit' ? ' as store credit' : ''}.`,
  refund_retried: (entry) => `${actor(entry)} asked the gateway for a failed refund again.`,
  return_requested: (entry) =>
    entry.actorKind === 'staff'
      ? `${actor(entry)} started a return.`
      : `${actor(entry)} asked to send items back.`,
  return_approved: (entry) => `${actor(entry)} approved a return.`,
  return_rejected: (entry) => `${actor(entry)} rejected a return.`,
  return_sent: () => 'A return is on its way.',
  return_received: (entry) => `${actor(entry)} received a return with ${units(entry, 'units')}.`,
  return_inspected: (entry) =>
    `${actor(entry)} inspected a return: ${units(entry, 'restocked')} restocked, ${units(entry, 'writtenOff')} written off.`,
  return_closed: (entry) => `${actor(entry)} closed a return.`,
  return_cancelled: (entry) => `${actor(entry)} called a return off.`,
  exchanged: (entry) => `${actor(entry)} exchanged what came back for a new order.`,
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

/** ", so that 5.00 more is paid", or nothing where the sum stayed. */
function differenceOf({ data }: TimelineEntry): string {
  const { differenceMinor, currency } = data;
  const known = currencies.find((each) => each === currency);
  if (typeof differenceMinor !== 'number' || differenceMinor === 0 || known === undefined) return '';
  const sum = formatMoney({ amountMinor: Math.abs(differenceMinor), currency: known });
  return differenceMinor > 0 ? `: it costs ${sum} more` : `: it costs ${sum} less`;
}

function units({ data }: TimelineEntry, key: string): string {
  const amountOf = data[key];
  return count(typeof amountOf === 'number' ? amountOf : 0, 'item');
}

function text(entry: TimelineEntry, key: string): string | null {
  const value = entry.data[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
