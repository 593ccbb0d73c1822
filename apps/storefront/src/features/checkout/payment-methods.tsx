'use client';

import { useState } from 'react';
import type { Quote } from './queries.ts';
import { Section } from './section.tsx';

type Method = Quote['paymentMethods'][number];

const words: Readonly<Record<Method, { name: string; text: string }>> = {
  card: { name: 'Card', text: 'You pay on the next page.' },
  invoice: { name: 'Invoice', text: 'The invoice comes by e-mail. Pay it by bank transfer.' },
  cash_on_delivery: { name: 'Cash on delivery', text: 'You pay whoever brings the parcel.' },
};

/** How to pay, where there is a choice. */
export function PaymentMethods({ quote }: { quote: Quote | null }) {
  const methods = quote?.paymentMethods ?? [];
  const [chosen, setChosen] = useState<Method | null>(null);
  if (methods.length < 2 || quote?.dueMinor === 0) return null;
  const value = chosen !== null && methods.includes(chosen) ? chosen : methods[0];
  return (
    <Section title="Payment">
      <fieldset className="space-y-3">
        <legend className="sr-only">Payment method</legend>
        {methods.map((method) => (
          <label
            key={method}
            className="border-line bg-surface has-checked:border-accent has-checked:bg-accent-soft hover:border-edge flex items-center gap-4 rounded-md border px-4 py-3.5 transition-colors"
          >
            <input
              type="radio"
              name="paymentMethod"
              value={method}
              checked={method === value}
              onChange={() => setChosen(method)}
              aria-label={words[method].name}
              className="size-4.5 shrink-0"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{words[method].name}</span>
              <span className="text-muted block text-sm">{words[method].text}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
