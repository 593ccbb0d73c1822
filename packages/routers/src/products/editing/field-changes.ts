import type { ProductChange } from './write-product.ts';
import { fieldNames, type ProductFields } from './product-store.ts';

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The columns that differ, with what they were and become. */
export function fieldChanges(
  current: ProductFields,
  wanted: Partial<ProductFields>,
): Required<Omit<ProductChange, 'receipt'>> {
  const changed = fieldNames.filter(
    (name) => wanted[name] !== undefined && !isSame(wanted[name], current[name]),
  );
  const pick = (from: Partial<ProductFields>) =>
    Object.fromEntries(changed.map((name) => [name, from[name]])) as Partial<ProductFields>;
  return { fields: pick(wanted), before: pick(current), after: pick(wanted) };
}
