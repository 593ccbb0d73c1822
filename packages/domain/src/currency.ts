import { ShopError } from './errors.ts';
import { assertMinor } from './money.ts';

// Source: ISO 4217, list one (SIX Interbank Clearing). Funds codes and metals are left out.
const codesByExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
    CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS
    KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
    PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const exponents = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/**
 * How many decimals a currency's minor unit stands for (USD 2, JPY 0, KWD 3), by ISO 4217; also for currencies the
 * shop does not sell in.
 * @throws CURRENCY_UNSUPPORTED for a code that is not in the table
 */
export function currencyExponent(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new ShopError('CURRENCY_UNSUPPORTED', { currency });
  return exponent;
}

/**
 * The amount in major units, exactly, as plain digits: 1499 USD is "14.99", 1499 JPY is "1499". For machines.
 * @throws MONEY_OUT_OF_RANGE, CURRENCY_UNSUPPORTED
 */
export function toMajorString(amountMinor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const sign = assertMinor(amountMinor) < 0 ? '-' : '';
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return exponent === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * The minor units of plain digits in major units: "14.99" or "14.9" USD. Plus signs, groups and spaces are refused,
 * and so are more decimals than the currency has.
 * @throws INPUT_INVALID, MONEY_OUT_OF_RANGE, CURRENCY_UNSUPPORTED
 */
export function parseMajor(text: string, currency: string): number {
  const exponent = currencyExponent(currency);
  const match = /^(-?)(\d{1,20})(?:\.(\d{1,4}))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > exponent)
    throw new ShopError('INPUT_INVALID', { amount: text.slice(0, 40), currency });
  return assertMinor(Number(`${sign}${whole}${fraction.padEnd(exponent, '0')}`));
}

/**
 * The amount as people of a locale read it ("$14.99", "14,99 €"), with the decimals of its currency.
 * @throws MONEY_OUT_OF_RANGE, CURRENCY_UNSUPPORTED
 */
export function formatMoney(money: { amountMinor: number; currency: string }, locale = 'en-US'): string {
  const { amountMinor, currency } = money;
  // A decimal string is formatted exactly; a number divided by 100 would pass through a float.
  return formatOf(locale, currency).format(toMajorString(amountMinor, currency) as `${number}`);
}

// Making a format costs some fifty times what using it does, so a few are kept.
const formats = new Map<string, Intl.NumberFormat>();
const keptFormats = 100;

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const digits = currencyExponent(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (formats.size >= keptFormats) formats.clear();
  formats.set(key, format);
  return format;
}
