import type { Currency } from '@turing/domain';

// A price in another currency is set, not converted: near the dollar price, then on that currency's own points.
const levels: Readonly<Record<Currency, number>> = { USD: 1, EUR: 0.94, GBP: 0.8 };
const points: Readonly<Record<Currency, readonly number[]>> = {
  USD: [0, 50, 95],
  EUR: [0, 50, 90],
  GBP: [0, 50, 95],
};
const wholeFromMinor = 8000;

/** The price point of a currency nearest to an amount in US cents, in minor units. From 80 on, whole units. */
export function pricePoint(usdMinor: number, currency: Currency): number {
  const wanted = usdMinor * levels[currency];
  const unit = Math.floor(wanted / 100) * 100;
  const candidates =
    wanted >= wholeFromMinor ? [unit, unit + 100] : points[currency].map((point) => unit + point);
  const nearest = candidates.reduce((best, next) =>
    Math.abs(next - wanted) < Math.abs(best - wanted) ? next : best,
  );
  return Math.max(100, nearest);
}

/** An EAN-13 of the range GS1 keeps for a company's own use (prefix 29), with its check digit. */
export function ean13(serial: number): string {
  const digits = `29${String(serial).padStart(10, '0')}`;
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
