'use client';

import { ChevronDown } from 'lucide-react';
import type { Facets } from './queries.ts';

type Facet = Facets['facets'][number];

const shownAtFirst = 7;

export interface FacetGroupProps {
  facet: Facet;
  /** `attribute:value` codes in force. */
  chosen: readonly string[];
  open: boolean;
  onToggle: (code: string) => void;
}

export function FacetGroup({ facet, chosen, open, onToggle }: FacetGroupProps) {
  const isChosen = (value: string) => chosen.includes(`${facet.code}:${value}`);
  const values = facet.values.filter((value) => value.count > 0 || isChosen(value.code));
  if (values.length === 0) return null;
  const first = values.filter((value, index) => index < shownAtFirst || isChosen(value.code));
  const rest = values.filter((value) => !first.includes(value));
  const list = (some: Facet['values']) => (
    <ul>
      {some.map((value) => (
        <li key={value.code}>
          <label className="hover:text-accent flex min-h-9 items-center gap-3 text-sm">
            <input
              type="checkbox"
              name="f"
              value={`${facet.code}:${value.code}`}
              checked={isChosen(value.code)}
              onChange={() => onToggle(`${facet.code}:${value.code}`)}
              className="size-4.5 shrink-0"
            />
            <span className="min-w-0 flex-1">{value.label}</span>
            <span className="text-muted tabular-nums">{value.count}</span>
          </label>
        </li>
      ))}
    </ul>
  );
  return (
    <details
      open={open || values.some((value) => isChosen(value.code))}
      className="group border-line border-b py-4"
    >
      <summary className="flex items-center justify-between text-sm font-medium">
        {facet.name}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <fieldset className="pt-3">
        <legend className="sr-only">{facet.name}</legend>
        {list(first)}
        {rest.length > 0 && (
          <details>
            <summary className="text-muted hover:text-ink py-2 text-sm underline underline-offset-4">
              {rest.length} more
            </summary>
            {list(rest)}
          </details>
        )}
      </fieldset>
    </details>
  );
}
