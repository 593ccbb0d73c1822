import { isCountryCode, type CountryCode, type Currency, type PostalAddress } from '@turing/domain';

/** The fields of an address as a form has them. */
export interface AddressValues {
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: CountryCode;
  readonly phone: string;
}

const homes: Readonly<Record<Currency, CountryCode>> = { USD: 'US', EUR: 'DE', GBP: 'GB' };

export function emptyAddress(name: string, currency: Currency): AddressValues {
  const text = { line1: '', line2: '', city: '', region: '', postalCode: '', phone: '' };
  return { ...text, name, country: homes[currency] };
}

export function fromAddress(address: PostalAddress): AddressValues {
  const { line2, region, phone, country, ...rest } = address;
  const code = isCountryCode(country) ? country : 'US';
  return { ...rest, country: code, line2: line2 ?? '', region: region ?? '', phone: phone ?? '' };
}

/** The fields of a submitted form. `read` gives the trimmed text of one. */
export function readAddress(read: (name: keyof AddressValues) => string): AddressValues {
  const country = read('country');
  return {
    name: read('name'),
    line1: read('line1'),
    line2: read('line2'),
    city: read('city'),
    region: read('region'),
    postalCode: read('postalCode'),
    country: isCountryCode(country) ? country : 'US',
    phone: read('phone'),
  };
}

export function toPostalAddress(values: AddressValues): PostalAddress {
  const { line2, region, phone, ...rest } = values;
  const optional = (text: string) => (text === '' ? null : text);
  return { ...rest, line2: optional(line2), region: optional(region), phone: optional(phone) };
}
