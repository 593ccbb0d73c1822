'use client';

import type { Currency } from '@turing/domain';
import { useListNavigation } from './list-navigation.tsx';
import { toShortMajor } from './list-query.ts';
import type { Facets } from './queries.ts';

const box = 'border-edge bg-surface h-10 w-full min-w-0 rounded-md border px-3 text-base sm:text-sm';

/** From and to, in whole units of the currency; applied with the form. */
export function PriceRange({ facets, currency }: { facets: Facets; currency: Currency }) {
  const { minPriceMinor, maxPriceMinor } = useListNavigation().query.filter;
  const hint = (amount: number | null) => (amount === null ? '' : toShortMajor(amount, currency));
  return (
    <fieldset className="border-line border-b py-4">
      <legend className="float-left w-full pb-3 text-sm font-medium">Price, {currency}</legend>
      <div className="clear-both flex items-center gap-2">
        <input
          key={`min-${minPriceMinor}`}
          name="min"
          inputMode="decimal"
          aria-label="Lowest price"
          placeholder={hint(facets.minPriceMinor)}
          defaultValue={minPriceMinor === undefined ? '' : toShortMajor(minPriceMinor, currency)}
          className={box}
        />
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        <input
          key={`max-${maxPriceMinor}`}
          name="max"
          inputMode="decimal"
          aria-label="Highest price"
          placeholder={hint(facets.maxPriceMinor)}
          defaultValue={maxPriceMinor === undefined ? '' : toShortMajor(maxPriceMinor, currency)}
          className={box}
        />
        <button
          type="submit"
          aria-label="Go: apply the price range"
          className="border-edge bg-surface hover:bg-sunken h-10 rounded-md border px-3 text-sm font-medium"
        >
          Go
        </button>
      </div>
    </fieldset>
  );
}
