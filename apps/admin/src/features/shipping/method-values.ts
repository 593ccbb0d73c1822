import type { RouterInputs } from '@turing/client';
import { areBands, currencies, type Currency, type RateBasis } from '@turing/domain';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { moneyText, readMoney } from '../../lib/money-text.ts';
import type { ShippingMethod } from './shipping.ts';

/** A step as typed: from so many kilograms or so much money on this much; empty ends the offer. */
export interface StepDraft {
  /** Tells rows apart while they are typed. */
  readonly key: string;
  readonly from: string;
  readonly amount: string;
}

export interface RateDraft {
  readonly offered: boolean;
  readonly amount: string;
  readonly freeOver: string;
  readonly steps: readonly StepDraft[];
}

export interface MethodDraft {
  readonly name: string;
  readonly description: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly isPickup: boolean;
  readonly basis: RateBasis;
  readonly carrierService: string;
  readonly active: boolean;
  readonly locationId: string | null;
  readonly address: NonNullable<ShippingMethod['pickupAddress']>;
  readonly rates: Readonly<Record<Currency, RateDraft>>;
}

const noAddress = { line1: '', line2: null, city: '', region: null, postalCode: '', country: 'US' };

/** A method as its form begins; of a new one, with nothing offered yet. */
export function toDraft(method: ShippingMethod | null): MethodDraft {
  return {
    name: method?.name ?? '',
    description: method?.description ?? '',
    minDays: method?.minDays ?? 2,
    maxDays: method?.maxDays ?? 5,
    isPickup: method?.kind === 'pickup',
    basis: method?.basis ?? 'flat',
    carrierService: method?.carrierService ?? '',
    active: method?.active ?? true,
    locationId: method?.locationId ?? null,
    address: method?.pickupAddress ?? noAddress,
    rates: Object.fromEntries(
      currencies.map((currency) => [currency, toRateDraft(method, currency)]),
    ) as MethodDraft['rates'],
  };
}

function toRateDraft(method: ShippingMethod | null, currency: Currency): RateDraft {
  const rate = method?.rates.find((each) => each.currency === currency);
  return {
    offered: rate !== undefined,
    amount: rate === undefined ? '' : moneyText(rate.amountMinor, currency),
    freeOver: rate === undefined ? '' : moneyText(rate.freeOverMinor, currency),
    steps: (rate?.bands ?? []).map(({ from, amountMinor }) => ({
      key: createIdempotencyKey(),
      from: method?.basis === 'weight' ? String(from / 1000) : moneyText(from, currency),
      amount: moneyText(amountMinor, currency),
    })),
  };
}

type Terms = Omit<RouterInputs['orders']['staff']['shipping']['createMethod'], 'zoneId' | 'idempotencyKey'>;

/** What is saved, or the sentence that says what is missing. */
export function readDraft(draft: MethodDraft, position: number): Terms | string {
  if (draft.name.trim() === '') return 'A method needs a name.';
  if (draft.minDays > draft.maxDays) return 'The fewest days are more than the most.';
  if (draft.isPickup && draft.locationId === null) return 'Choose where the stock lies.';
  if (draft.isPickup && (draft.address.line1 === '' || draft.address.city === ''))
    return 'Say where buyers come to.';
  const rates: Terms['rates'] = [];
  for (const currency of currencies) {
    const rate = readRate(draft, currency);
    if (typeof rate === 'string') return `${currency}: ${rate}`;
    if (rate !== null) rates.push(rate);
  }
  if (rates.length === 0) return 'Offer it in one currency at least.';
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    minDays: draft.minDays,
    maxDays: draft.maxDays,
    kind: draft.isPickup ? 'pickup' : 'delivery',
    basis: draft.basis,
    carrierService: draft.carrierService.trim() || null,
    active: draft.active,
    locationId: draft.isPickup ? draft.locationId : null,
    pickupAddress: draft.isPickup ? draft.address : null,
    position,
    rates,
  };
}

function readRate({ rates, basis }: MethodDraft, currency: Currency): Terms['rates'][number] | null | string {
  const { offered, amount, freeOver, steps } = rates[currency];
  if (!offered) return null;
  const [amountMinor, freeOverMinor] = [readMoney(amount, currency), readMoney(freeOver, currency)];
  if (amountMinor === null || amountMinor === undefined) return 'say what it costs.';
  if (freeOverMinor === undefined || freeOverMinor === 0) return 'free from which amount on?';
  const bands = basis === 'flat' ? [] : steps.map((step) => readStep(step, basis, currency));
  const whole = bands.flatMap((band) => band ?? []);
  if (whole.length < bands.length) return 'a step is not complete.';
  return areBands(whole)
    ? { currency, amountMinor, freeOverMinor, bands: whole }
    : 'steps ascend, and only the last may be empty.';
}

function readStep({ from, amount }: StepDraft, basis: RateBasis, currency: Currency) {
  const start =
    basis === 'weight' ? Math.round(Number(from.replace(',', '.')) * 1000) : readMoney(from, currency);
  const amountMinor = readMoney(amount, currency);
  if (start === null || start === undefined || !(start > 0) || amountMinor === undefined) return null;
  return { from: start, amountMinor };
}
