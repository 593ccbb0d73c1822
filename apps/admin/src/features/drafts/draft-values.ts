import type { RouterInputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import type { FoundVariant } from '../../components/variant-search.tsx';
import { moneyText, readMoney } from '../../lib/money-text.ts';
import type { Draft } from './draft.ts';

export interface DraftLineValues {
  readonly variant: FoundVariant;
  readonly quantity: number;
  /** Staff's own price; empty for today's. */
  readonly price: string;
}

export interface DraftValues {
  readonly customerId: string | null;
  readonly email: string;
  readonly currency: Currency;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly phone: string;
  readonly shippingMethod: string | null;
  readonly shipping: string;
  readonly discount: string;
  readonly note: string;
  readonly lines: readonly DraftLineValues[];
}

export const emptyDraft: DraftValues = {
  customerId: null,
  email: '',
  currency: 'USD',
  name: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: 'US',
  phone: '',
  shippingMethod: null,
  shipping: '',
  discount: '',
  note: '',
  lines: [],
};

export function valuesOf(draft: Draft): DraftValues {
  const { currency, lines } = draft.preview;
  const { address } = draft;
  return {
    customerId: draft.customerId,
    email: draft.email ?? '',
    currency,
    name: address?.name ?? '',
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    postalCode: address?.postalCode ?? '',
    country: address?.country ?? 'US',
    phone: address?.phone ?? '',
    shippingMethod: draft.chosenMethod,
    shipping: moneyText(draft.customShippingMinor, currency),
    discount: draft.customDiscountMinor === 0 ? '' : moneyText(draft.customDiscountMinor, currency),
    note: draft.note ?? '',
    lines: lines.map((line) => ({
      variant: line,
      quantity: line.quantity,
      price: moneyText(line.customPriceMinor, currency),
    })),
  };
}

export type DraftContent = RouterInputs['orders']['staff']['drafts']['preview'];

/** What to ask the API for; null while an amount cannot be read. An address counts once its main parts are there. */
export function toContent(values: DraftValues): DraftContent | null {
  const { currency, customerId, shippingMethod } = values;
  const shippingMinor = readMoney(values.shipping, currency);
  const discountMinor = readMoney(values.discount, currency);
  const lines = values.lines.map(({ variant, quantity, price }) => ({
    variantId: variant.variantId,
    quantity,
    unitPriceMinor: readMoney(price, currency),
  }));
  if (shippingMinor === undefined || discountMinor === undefined) return null;
  const readable = lines.flatMap((line) =>
    line.unitPriceMinor === undefined ? [] : [{ ...line, unitPriceMinor: line.unitPriceMinor }],
  );
  if (readable.length !== lines.length) return null;
  const email = values.email.trim();
  return {
    customerId,
    email: /^\S+@\S+\.\S+$/u.test(email) ? email : null,
    currency,
    address: addressOf(values),
    shippingMethod,
    shippingMinor,
    discountMinor: discountMinor ?? 0,
    note: orNull(values.note),
    lines: readable,
  };
}

/** The same of values that are known to be readable. */
export function contentOf(values: DraftValues): DraftContent {
  const content = toContent(values);
  if (content === null) throw new Error('the amounts of these values are readable');
  return content;
}

function addressOf(values: DraftValues): DraftContent['address'] {
  const [name, line1, city] = [values.name.trim(), values.line1.trim(), values.city.trim()];
  if (name === '' || line1 === '' || city === '') return null;
  return {
    name,
    line1,
    city,
    line2: orNull(values.line2),
    region: orNull(values.region),
    postalCode: values.postalCode.trim(),
    country: values.country,
    phone: orNull(values.phone),
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
