import { combinationKey } from '@turing/domain';
import { complain } from './cells.ts';
import { type OptionState, settleOptions } from './settle-options.ts';
import type { VariantsInput } from './plan-variants.ts';
import type { VariantDraft } from './product-draft.ts';
import type { VariantSnapshot } from './product-snapshot.ts';

/** A variant being given its values; `known` is what it was. */
export interface PlacedVariant {
  readonly id: string;
  readonly variant: VariantDraft;
  readonly known: VariantSnapshot | undefined;
}

/** The options of a product while its variants are placed. */
export interface OptionPlan {
  readonly options: readonly OptionState[];
  readonly valueNames: Map<string, string>;
  /** Values of a variant together → its SKU. */
  readonly taken: Map<string, string>;
}

export function planOptions(input: VariantsInput, known: ReadonlyMap<string, VariantSnapshot>): OptionPlan {
  const options = settleOptions(input, known);
  const valueNames = new Map(
    options.flatMap(({ values }) => [...values].map(([value, id]): [string, string] => [id, value])),
  );
  const taken = new Map([...known.values()].map(({ valueIds, sku }) => [combinationKey(valueIds), sku]));
  return { options, valueNames, taken };
}

/** The variant's name by its values; null when it keeps them all. No two variants have the same. */
export function placeVariant(
  input: VariantsInput,
  plan: OptionPlan,
  placed: PlacedVariant,
): { readonly name: string } | null {
  const { variant, known, id } = placed;
  checkSurplus(input, plan, variant);
  const own = known?.valueIds ?? [];
  const chosen = plan.options.map((_option, index) => chooseValue(input, plan, { index, placed }));
  const ids = chosen.filter((valueId) => valueId !== null);
  const key = combinationKey(ids);
  const isSame = known !== undefined && key === combinationKey(own);
  if (isSame || ids.length < plan.options.length) return null;
  const twin = plan.taken.get(key);
  if (twin !== undefined && twin !== variant.sku) {
    const message = `${twin} has the same options: nothing would tell the two apart.`;
    complain(scopeOf(input, variant), { column: 'option1_value', code: 'repeated', message });
  }
  plan.taken.set(key, variant.sku);
  const toRow = (valueId: string) => ({ variant_id: id, option_value_id: valueId });
  input.writes.deleteVariantValues.push(...own.filter((each) => !ids.includes(each)).map(toRow));
  input.writes.insertVariantValues.push(...ids.filter((each) => !own.includes(each)).map(toRow));
  return { name: ids.map((each) => plan.valueNames.get(each)).join(' / ') || 'Standard' };
}

function scopeOf({ draft }: VariantsInput, { row }: VariantDraft) {
  return { row, problems: draft.problems };
}

function checkSurplus(input: VariantsInput, { options }: OptionPlan, variant: VariantDraft): void {
  const surplus = variant.optionValues.findIndex((value, index) => value !== null && index >= options.length);
  if (surplus === -1) return;
  const message = 'The product has no such option: name it in the first row.';
  complain(scopeOf(input, variant), { column: `option${surplus + 1}_value`, code: 'unknown', message });
}

function chooseValue(
  input: VariantsInput,
  plan: OptionPlan,
  { index, placed: { variant, known } }: { readonly index: number; readonly placed: PlacedVariant },
): string | null {
  const option = plan.options[index];
  if (option === undefined) return null;
  const value = variant.optionValues[index] ?? null;
  if (value !== null) return findOrAdd(input, plan, { option, value });
  const kept = [...option.values.values()].find((id) => known?.valueIds.includes(id));
  if (kept !== undefined) return kept;
  const message = `Every variant has a value of ${option.name}.`;
  complain(scopeOf(input, variant), { column: `option${index + 1}_value`, code: 'required', message });
  return null;
}

function findOrAdd(
  { context, writes }: VariantsInput,
  { valueNames }: OptionPlan,
  { option, value }: { readonly option: OptionState; readonly value: string },
): string {
  const found = option.values.get(value);
  if (found !== undefined) return found;
  const id = context.newId();
  const position = option.values.size;
  writes.insertOptionValues.push({ id, option_id: option.id, value, swatch: null, position });
  option.values.set(value, id);
  valueNames.set(id, value);
  return id;
}
