'use client';

import { formatMoney } from '@turing/domain';
import { formatDays } from '@/lib/format.ts';
import type { Quote } from './queries.ts';
import { Section } from './section.tsx';

export interface ShippingMethodsProps {
  /** Null when nothing can be sent there. */
  quote: Quote | null;
  onChoose: () => void;
}

export function ShippingMethods({ quote, onChoose }: ShippingMethodsProps) {
  return (
    <Section title="Shipping">
      {quote === null ? (
        <p className="text-muted text-sm">Choose another country to see how we can send it.</p>
      ) : (
        <fieldset key={quote.methods.map((method) => method.code).join()} className="space-y-3">
          <legend className="sr-only">Shipping method</legend>
          {quote.methods.map((method) => (
            <label
              key={method.code}
              className="border-line bg-surface has-checked:border-accent has-checked:bg-accent-soft hover:border-edge flex items-center gap-4 rounded-md border px-4 py-3.5 transition-colors"
            >
              <input
                type="radio"
                name="shippingMethod"
                value={method.code}
                defaultChecked={method.code === quote.shippingMethod}
                onChange={onChoose}
                className="size-4.5 shrink-0"
              />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{method.name}</span>
                <span className="text-muted block text-sm">
                  {method.description}{' '}
                  {method.maxDays > 0 && `${formatDays(method.minDays, method.maxDays)}.`}
                </span>
                {method.pickup !== null && (
                  <span className="text-muted block text-sm">
                    {method.pickup.line1}, {method.pickup.postalCode} {method.pickup.city}
                  </span>
                )}
              </span>
              <span className="font-medium tabular-nums">
                {method.amountMinor === 0
                  ? 'Free'
                  : formatMoney({ amountMinor: method.amountMinor, currency: quote.currency })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Section>
  );
}
