import { countries, isCountryCode, type CountryFormat } from './countries.ts';

/** Where a parcel goes. `country` is ISO 3166-1 alpha-2; `region` is a code where the country's entry lists codes. */
export interface PostalAddress {
  name: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  phone: string | null;
}

/** One thing wrong with an address: the field, and a sentence for the person who typed it. */
export interface AddressIssue {
  field: keyof PostalAddress;
  message: string;
}

// Generous for people, small enough for a parcel label's lines and the columns they are kept in.
const maximumLengths: Readonly<Record<keyof PostalAddress, number>> = {
  name: 100,
  line1: 100,
  line2: 100,
  city: 100,
  region: 60,
  postalCode: 12,
  country: 2,
  phone: 30,
};

const requiredFields = {
  name: 'Enter a name.',
  line1: 'Enter a street address.',
  city: 'Enter a town or city.',
} as const;

const fields = Object.keys(maximumLengths) as (keyof PostalAddress)[];

/**
 * Everything wrong with an address, at most one issue per field, in the order of the fields; none when a parcel can be
 * addressed with it. Letters of codes count in either case, except the country's.
 */
export function validateAddress(address: PostalAddress): AddressIssue[] {
  return fields.flatMap((field) => {
    const message = textIssue(address, field) ?? meaningIssue(address, field);
    return message === null ? [] : [{ field, message }];
  });
}

function textIssue(address: PostalAddress, field: keyof PostalAddress): string | null {
  const text = address[field] ?? '';
  // Control characters would break a label, and NUL is refused by PostgreSQL.
  if (/\p{Cc}/u.test(text)) return 'Use plain text on one line.';
  // An over-long country is no country we know; its own sentence says more.
  if (field !== 'country' && text.length > maximumLengths[field])
    return `Use at most ${maximumLengths[field]} characters.`;
  return null;
}

function meaningIssue(address: PostalAddress, field: keyof PostalAddress): string | null {
  const text = (address[field] ?? '').trim();
  if (field === 'country') return isCountryCode(text) ? null : 'Choose a country we ship to.';
  if (field === 'phone')
    return text === '' || isPhone(text) ? null : 'Enter a phone number, such as +1 503 555 0100.';
  if (field === 'region' || field === 'postalCode') {
    if (!isCountryCode(address.country)) return null;
    const format = countries[address.country];
    return field === 'region' ? regionIssue(format, text) : postalCodeIssue(format, text);
  }
  return field !== 'line2' && text === '' ? requiredFields[field] : null;
}

function regionIssue(format: CountryFormat, region: string): string | null {
  if (region === '') return format.regionRequired ? `Enter a ${format.regionName}.` : null;
  const known = format.regions === null || codeOfRegion(format, region) !== null;
  return known ? null : `Choose a ${format.regionName} of ${format.name}.`;
}

/** The code of a region that was given by code or by name, in either case. */
function codeOfRegion({ regions }: CountryFormat, region: string): string | null {
  if (regions === null) return null;
  const typed = region.trim();
  if (Object.hasOwn(regions, typed.toUpperCase())) return typed.toUpperCase();
  const named = Object.entries(regions).find(([, name]) => name.toLowerCase() === typed.toLowerCase());
  return named?.[0] ?? null;
}

/**
 * An address as it is kept: no spaces at the ends, nothing for empty, codes in capitals, a region by its code where its
 * country has codes.
 */
export function normaliseAddress(address: PostalAddress): PostalAddress {
  const format = isCountryCode(address.country) ? countries[address.country] : null;
  const region = textOrNull(address.region);
  return {
    name: address.name.trim(),
    line1: address.line1.trim(),
    line2: textOrNull(address.line2),
    city: address.city.trim(),
    region: (format !== null && region !== null ? codeOfRegion(format, region) : null) ?? region,
    postalCode: address.postalCode.trim().toUpperCase(),
    country: address.country,
    phone: textOrNull(address.phone),
  };
}

function textOrNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}

/** Whether a text can be a telephone number anywhere. */
export function isPhoneNumber(text: string): boolean {
  return isPhone(text.trim());
}

function postalCodeIssue(format: CountryFormat, postalCode: string): string | null {
  if (format.postalCode.test(postalCode.trim())) return null;
  return `Enter a valid ${format.postalCodeName}, such as ${format.postalCodeExample}.`;
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  // ITU-T E.164: at most 15 digits.
  return /^\+?[\d ().-]+$/.test(text) && digits >= 6 && digits <= 15;
}
