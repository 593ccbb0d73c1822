const minimumMinor: Record<string, number> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };

/** Stripe's smallest charge; the currencies it does not list here may go down to one minor unit. */
export function minimumChargeMinor(currency: string): number {
  return minimumMinor[currency] ?? 1;
}

export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code.toUpperCase());
}

export function formatMoney(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: currency.toUpperCase() });
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** exponent);
}
