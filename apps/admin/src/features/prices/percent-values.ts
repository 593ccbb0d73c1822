import type { Currency } from '@turing/domain';
import type { PercentTarget } from './price-list.ts';

export interface PercentValues {
  readonly kind: PercentTarget['kind'];
  /** The id or name of what was chosen; null for nothing yet. */
  readonly chosen: string | null;
  readonly percent: number | string;
  readonly rounding: 'none' | '99' | '95';
  readonly currencies: readonly Currency[];
}

export const targetKinds: readonly { readonly value: PercentTarget['kind']; readonly label: string }[] = [
  { value: 'all', label: 'All products' },
  { value: 'category', label: 'A category' },
  { value: 'collection', label: 'A collection' },
  { value: 'brand', label: 'A brand' },
  { value: 'tag', label: 'A tag' },
];

function targetOf(kind: PercentTarget['kind'], chosen: string | null): PercentTarget | null {
  if (kind === 'all') return { kind };
  if (chosen === null) return null;
  return kind === 'category' || kind === 'collection' ? { kind, id: chosen } : { kind, name: chosen };
}

/** What to ask of the API; null while something is missing. */
export function toPercentTerms({ kind, chosen, percent, rounding, currencies }: PercentValues) {
  const target = targetOf(kind, chosen);
  const ratePpm = Math.round(Number(percent) * 10_000);
  if (target === null || percent === '' || !(ratePpm >= 1 && ratePpm <= 1_000_000)) return null;
  return currencies.length === 0 ? null : { target, ratePpm, rounding, currencies: [...currencies] };
}
