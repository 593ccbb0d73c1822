import { type Currency, parseMajor, toMajorString } from '@turing/domain';

/** "5.95", of minor units; empty of none. */
export function moneyText(amountMinor: number | null, currency: Currency): string {
  return amountMinor === null ? '' : toMajorString(amountMinor, currency);
}

/** The minor units of "5.95" or "5,95"; null when it is empty, undefined when it is no amount. */
export function readMoney(text: string, currency: Currency): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  try {
    const amountMinor = parseMajor(plain, currency);
    return amountMinor < 0 ? undefined : amountMinor;
  } catch {
    return undefined;
  }
}
