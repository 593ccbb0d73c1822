import { reorder } from '../../lib/reorder.ts';
import type { StaffVariant, VariantChange } from './variant-grid-state.ts';

/** The ids of all variants in an order that is not saved yet; null: the saved one. */
export type DraftOrder = readonly string[] | null;

/** The variants in the draft's order; those it does not know come last, as somebody added them since. */
export function inOrder(variants: readonly StaffVariant[], order: DraftOrder): readonly StaffVariant[] {
  if (order === null) return variants;
  const places = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ id }: StaffVariant) => places.get(id) ?? order.length;
  return variants.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Puts the chosen variants together at a place of the list, counted from zero among all variants. */
export function placed(
  variants: readonly StaffVariant[],
  chosen: ReadonlySet<string>,
  place: number,
): DraftOrder {
  const ids = variants.map(({ id }) => id);
  const moving = ids.filter((id) => chosen.has(id));
  const others = ids.filter((id) => !chosen.has(id));
  return others.toSpliced(Math.min(Math.max(place, 0), others.length), 0, ...moving);
}

/** Moves the chosen variants one row up or down, each for itself unless it stands at the edge or behind one that does. */
export function stepped(
  variants: readonly StaffVariant[],
  chosen: ReadonlySet<string>,
  step: 1 | -1,
): DraftOrder {
  let ids = variants.map(({ id }) => id);
  const indexes = ids.flatMap((id, index) => (chosen.has(id) ? [index] : []));
  for (const index of step === 1 ? indexes.toReversed() : indexes) {
    const next = ids[index + step];
    if (next !== undefined && !chosen.has(next)) ids = reorder(ids, index, index + step);
  }
  return ids;
}

/** The positions to save, of those that stand elsewhere: the same positions as before, dealt out anew. */
export function positionChanges(
  variants: readonly StaffVariant[],
  order: DraftOrder,
): ReadonlyMap<string, Required<Pick<VariantChange, 'position'>>> {
  const positions = variants.map(({ position }) => position).toSorted((one, other) => one - other);
  const moved = inOrder(variants, order).flatMap(({ id, position }, index) => {
    const next = positions[index];
    return next === undefined || next === position ? [] : [[id, { position: next }] as const];
  });
  return new Map(moved);
}
