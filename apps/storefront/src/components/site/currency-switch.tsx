'use client';

import { currencies, type Currency } from '@turing/domain';
import { useTransition } from 'react';
import { PillSelect } from '../pill-select.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { chooseCurrency } from './preferences-actions.ts';

const signs: Readonly<Record<Currency, string>> = { USD: '$', EUR: '€', GBP: '£' };

export function CurrencySwitch({ currency, className = '' }: { currency: Currency; className?: string }) {
  const [pending, startTransition] = useTransition();

  function choose(form: HTMLFormElement | null): void {
    if (form !== null) startTransition(() => chooseCurrency(new FormData(form)));
  }

  return (
    <form action={chooseCurrency} className={`flex items-center gap-1 ${className}`}>
      <PillSelect
        key={currency}
        name="currency"
        aria-label="Currency"
        defaultValue={currency}
        onChange={(event) => choose(event.currentTarget.form)}
      >
        {currencies.map((code) => (
          <option key={code} value={code}>
            {code} {signs[code]}
          </option>
        ))}
      </PillSelect>
      <button type="submit" className="noscript:inline hidden text-sm underline">
        Change
      </button>
      {pending && <ProgressBar />}
    </form>
  );
}
