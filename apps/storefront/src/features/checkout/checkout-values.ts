import {
  countries,
  isCountryCode,
  type CountryCode,
  type Currency,
  type PostalAddress,
} from '@turing/domain';

/** What was typed into the checkout, as typed. */
export interface CheckoutValues {
  readonly email: string;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: CountryCode;
  readonly phone: string;
  readonly shippingMethod: string;
  readonly note: string;
  /** The saved address the fields were filled with, and a number for each time; empty when they were typed. */
  readonly addressId: string;
}

export type CheckoutField = keyof CheckoutValues;
export type CheckoutErrors = Partial<Record<CheckoutField, string>>;

const homes: Readonly<Record<Currency, CountryCode>> = { USD: 'US', EUR: 'DE', GBP: 'GB' };

export function emptyValues(currency: Currency, known: { email: string; name: string }): CheckoutValues {
  return {
    ...known,
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
    country: homes[currency],
    phone: '',
    shippingMethod: '',
    note: '',
    addressId: '',
  };
}

/** The fields of a saved address. */
export function addressValues(saved: PostalAddress & { readonly id: string }) {
  return {
    name: saved.name,
    line1: saved.line1,
    line2: saved.line2 ?? '',
    city: saved.city,
    region: saved.region ?? '',
    postalCode: saved.postalCode,
    country: saved.country,
    phone: saved.phone ?? '',
    addressId: saved.id,
  };
}

/** What was typed, with the fields of a saved address in their place. */
export function withAddress(
  values: CheckoutValues,
  saved: PostalAddress & { readonly id: string },
): CheckoutValues {
  const { country, ...fields } = addressValues(saved);
  return isCountryCode(country) ? { ...values, ...fields, country } : values;
}

/** The fields of a submitted form. `read` gives the trimmed text of one. */
export function readValues(read: (name: CheckoutField) => string): CheckoutValues {
  const country = read('country');
  return {
    email: read('email'),
    name: read('name'),
    line1: read('line1'),
    line2: read('line2'),
    city: read('city'),
    region: read('region'),
    postalCode: read('postalCode'),
    country: isCountryCode(country) ? country : 'US',
    phone: read('phone'),
    shippingMethod: read('shippingMethod'),
    note: read('note'),
    addressId: read('addressId'),
  };
}

export function toAddress(values: CheckoutValues): PostalAddress {
  const { name, line1, line2, city, region, postalCode, country, phone } = values;
  const optional = (text: string) => (text === '' ? null : text);
  return {
    name,
    line1,
    line2: optional(line2),
    city,
    region: optional(region),
    postalCode,
    country,
    phone: optional(phone),
  };
}

/** Whether what is chosen is fetched instead of delivered. */
export function isPickup(
  quote: {
    readonly shippingMethod: string;
    readonly methods: readonly { code: string; pickup: unknown }[];
  } | null,
): boolean {
  const chosen = quote?.methods.find(({ code }) => code === quote.shippingMethod);
  return chosen !== undefined && chosen.pickup !== null;
}

/** Who fetches an order, and the place its price was asked for. */
export function toPickup(values: CheckoutValues) {
  const { name, phone, country, postalCode } = values;
  return { name, phone: phone === '' ? null : phone, country, region: toTaxRegion(values), postalCode };
}

/** The region a tax may depend on: only codes count, other text is for the label. */
export function toTaxRegion({ country, region }: CheckoutValues): string | null {
  const { regions } = countries[country];
  return regions !== null && Object.hasOwn(regions, region) ? region : null;
}
