'use client';

import type { Currency } from '@turing/domain';
import { ChevronDown, Globe } from 'lucide-react';
import { useTransition } from 'react';
import { ProgressBar } from '../progress-bar.tsx';
import { chooseRegion } from './preferences-actions.ts';

const signs: Readonly<Record<Currency, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** A region as the switch shows it. */
export interface RegionChoice {
  readonly code: string;
  readonly name: string;
  readonly currency: Currency;
}

export interface RegionSwitchProps {
  regions: readonly RegionChoice[];
  region: RegionChoice;
  className?: string;
}

/** Where somebody shops: a short word with an arrow, and the whole names in the list. */
export function RegionSwitch({ regions, region, className = '' }: RegionSwitchProps) {
  const [pending, startTransition] = useTransition();
  if (regions.length < 2) return null;

  function choose(form: HTMLFormElement | null): void {
    if (form !== null) startTransition(() => chooseRegion(new FormData(form)));
  }

  return (
    <form action={chooseRegion} className={`flex items-center gap-1 ${className}`}>
      <span className="hover:bg-sunken has-focus-visible:outline-accent relative inline-flex min-h-11 items-center gap-1.5 rounded-full px-3 text-sm font-medium transition-colors has-focus-visible:outline-2">
        <Globe aria-hidden="true" className="size-4.5" strokeWidth={1.5} />
        <span aria-hidden="true">
          {region.currency} {signs[region.currency]}
        </span>
        <ChevronDown aria-hidden="true" className="size-4" />
        <select
          key={region.code}
          name="region"
          aria-label="Region and currency"
          defaultValue={region.code}
          onChange={(event) => choose(event.currentTarget.form)}
          className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
        >
          {regions.map(({ code, name, currency }) => (
            <option key={code} value={code}>
              {name} ({currency} {signs[currency]})
            </option>
          ))}
        </select>
      </span>
      <button type="submit" className="noscript:inline hidden text-sm underline">
        Change
      </button>
      {pending && <ProgressBar />}
    </form>
  );
}
