import {
  type AddressIssue,
  normaliseAddress,
  type PostalAddress,
  ShopError,
  validateAddress,
} from '@turing/domain';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * What is wrong with a telephone number, as written in a country: null when it could be dialled. Lengths and prefixes are those of
 * Google's libphonenumber; whether a number is assigned changes too often to refuse anybody for it.
 */
export function phoneIssue(phone: string | null, country: string): string | null {
  if (phone === null || phone.trim() === '') return null;
  const home = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(phone, { ...(home && { defaultCountry: home }), extract: false });
  return parsed?.isPossible() === true
    ? null
    : 'Check the phone number: it seems too short, too long, or to lack its country code.';
}

/**
 * An address as it is kept, once it is one.
 * @throws ADDRESS_INVALID with one sentence for each wrong field
 */
export function checkAddress(address: PostalAddress): PostalAddress {
  const issues: AddressIssue[] = validateAddress(address);
  const phone = issues.some(({ field }) => field === 'phone')
    ? null
    : phoneIssue(address.phone, address.country);
  const fields = phone === null ? issues : [...issues, { field: 'phone' as const, message: phone }];
  if (fields.length > 0) throw new ShopError('ADDRESS_INVALID', { fields });
  return normaliseAddress(address);
}
