import { complain } from './cells.ts';
import type { VariantsInput } from './plan-variants.ts';
import type { VariantSnapshot } from './product-snapshot.ts';

/** An option with the values it has and gets. */
export interface OptionState {
  readonly id: string;
  readonly name: string;
  /** Value → id. */
  readonly values: Map<string, string>;
}

/** What the product has; or what the file names, when the product has none and all its variants are named. */
export function settleOptions(
  { draft, current, productId, writes, context }: VariantsInput,
  known: ReadonlyMap<string, VariantSnapshot>,
): OptionState[] {
  const own = (current?.options ?? []).map(({ id, name, values }) => ({
    id,
    name,
    values: new Map(values.map((each) => [each.value, each.id])),
  }));
  const names = draft.optionNames;
  const isSame = names.length === own.length && names.every((name, index) => name === own[index]?.name);
  if (names.length === 0 || isSame) return own;
  const named = new Set(draft.variants.map(({ sku }) => sku));
  if (own.length > 0 || [...known.keys()].some((sku) => !named.has(sku))) {
    const message =
      own.length > 0
        ? `The product's options are ${own.map(({ name }) => name).join(', ')}: the console changes them.`
        : 'A product gets its first options when all its variants are in the file.';
    const scope = { row: draft.first, problems: draft.problems };
    complain(scope, { column: 'option1_name', code: 'differs', message });
    return own;
  }
  return names.map((name, position) => {
    const id = context.newId();
    writes.insertOptions.push({ id, product_id: productId, name, position });
    return { id, name, values: new Map<string, string>() };
  });
}
