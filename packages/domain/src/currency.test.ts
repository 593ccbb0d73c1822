import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyExponent, formatMoney, parseMajor, toMajorString } from './currency.ts';
import { currencies } from './money.ts';

const anyCurrency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'KWD');

describe('currencyExponent', () => {
  test.each([
    ['USD', 2],
    ['EUR', 2],
    ['GBP', 2],
    ['JPY', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['ZWG', 2],
  ])('%s has %i decimals', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });

  test('knows every currency the shop sells in', () => {
    for (const currency of currencies) expect(currencyExponent(currency)).toBeGreaterThanOrEqual(0);
  });

  test.each(['', 'usd', 'XXX', 'USDT', 'constructor'])('refuses %j', (currency) => {
    expect(() => currencyExponent(currency)).toThrow('CURRENCY_UNSUPPORTED');
  });
});

describe('toMajorString and parseMajor', () => {
  test.each([
    [1_499, 'USD', '14.99'],
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [0, 'EUR', '0.00'],
    [1_499, 'JPY', '1499'],
    [1_499, 'KWD', '1.499'],
    [Number.MAX_SAFE_INTEGER, 'USD', '90071992547409.91'],
  ])('%i %s is %s', (amountMinor, currency, text) => {
    expect(toMajorString(amountMinor, currency)).toBe(text);
  });

  test('each undoes the other', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), anyCurrency, (amountMinor, currency) => {
        expect(parseMajor(toMajorString(amountMinor, currency), currency)).toBe(amountMinor);
      }),
    );
  });

  test('reads fewer decimals than the currency has', () => {
    expect(parseMajor('14.9', 'USD')).toBe(1_490);
    expect(parseMajor('14', 'USD')).toBe(1_400);
    expect(Object.is(parseMajor('-0', 'USD'), 0)).toBe(true);
  });

  test.each(['', ' 1', '1.', '.5', '1,00', '1.999', '1e3', '+1', '--1', '١', '1\n', '0x1', 'NaN'])(
    'refuses %j',
    (text) => {
      expect(() => parseMajor(text, 'USD')).toThrow('INPUT_INVALID');
    },
  );

  test('refuses decimals of a currency without, and what is too large to hold', () => {
    expect(() => parseMajor('1.0', 'JPY')).toThrow('INPUT_INVALID');
    expect(() => parseMajor('90071992547409.92', 'USD')).toThrow('MONEY_OUT_OF_RANGE');
  });
});

describe('formatMoney', () => {
  test.each([
    [{ amountMinor: 1_499, currency: 'USD' }, 'en-US', '$14.99'],
    [{ amountMinor: 1_499, currency: 'EUR' }, 'de-DE', '14,99 €'],
    [{ amountMinor: 123_456_789, currency: 'GBP' }, 'en-GB', '£1,234,567.89'],
    [{ amountMinor: 1_499, currency: 'JPY' }, 'en-US', '¥1,499'],
    [{ amountMinor: -1_499, currency: 'USD' }, 'en-US', '-$14.99'],
    [{ amountMinor: Number.MAX_SAFE_INTEGER, currency: 'USD' }, 'en-US', '$90,071,992,547,409.91'],
  ])('%j in %s reads %s', (money, locale, text) => {
    expect(formatMoney(money, locale).replaceAll('\u00A0', ' ')).toBe(text);
  });

  test('shows three decimals for a dinar', () => {
    expect(formatMoney({ amountMinor: 1_499, currency: 'KWD' })).toContain('1.499');
  });

  test('keeps every digit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), anyCurrency, (amountMinor, currency) => {
        const digits = formatMoney({ amountMinor, currency }).replaceAll(/\D/g, '');
        expect(Number(digits)).toBe(Math.abs(amountMinor));
      }),
    );
  });
});
