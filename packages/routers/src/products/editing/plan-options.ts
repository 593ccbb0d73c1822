import { combinationKey, ShopError } from '@turing/domain';
import type { OptionRow, PlacedValue, VariantChoice } from './option-store.ts';
import type { SetOptionsInput } from './variant-schemas.ts';

/** What becomes of a product's options, and of the variants that were made of them. */
export interface OptionsPlan {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly values: readonly PlacedValue[];
  readonly goneOptionIds: readonly string[];
  readonly goneValueIds: readonly string[];
  readonly goneVariantIds: readonly string[];
  /** The first value of each new option: variants there are get it. */
  readonly givenValueIds: readonly string[];
}

interface Present {
  readonly options: readonly OptionRow[];
  readonly variants: readonly VariantChoice[];
}

/**
 * Compares the options that shall be with those that are. A variant goes with a value that goes. An option that goes
 * takes variants along only when without it two of them would be the same.
 * @throws INPUT_INVALID for an id that is not of this product
 */
export function planOptions(
  present: Present,
  wanted: SetOptionsInput['options'],
  createId: () => string,
): OptionsPlan {
  assertOwn(present.options, wanted);
  const options = wanted.map((option) => ({
    ...option,
    isNew: option.id === undefined,
    id: option.id ?? createId(),
  }));
  const values = options.flatMap((option) =>
    option.values.map(({ id, value, swatch }, position) => ({
      id: id ?? createId(),
      optionId: option.id,
      value,
      swatch,
      position,
    })),
  );
  const kept = new Set([...options, ...values].map(({ id }) => id));
  const goneOptions = present.options.filter(({ id }) => !kept.has(id));
  const goneValueIds = present.options
    .filter(({ id }) => kept.has(id))
    .flatMap((option) => option.values.map(({ id }) => id).filter((id) => !kept.has(id)));
  return {
    options: options.map(({ id, name }) => ({ id, name })),
    values,
    goneOptionIds: goneOptions.map(({ id }) => id),
    goneValueIds,
    goneVariantIds: goneVariants(present.variants, goneOptions, goneValueIds),
    givenValueIds: options
      .filter(({ isNew }) => isNew)
      .flatMap(({ id }) => values.find(({ optionId }) => optionId === id)?.id ?? []),
  };
}

function goneVariants(
  variants: readonly VariantChoice[],
  goneOptions: readonly OptionRow[],
  goneValueIds: readonly string[],
): string[] {
  const removed = new Set(goneValueIds);
  const withValue = variants.filter(({ valueIds }) => valueIds.some((id) => removed.has(id)));
  const rest = variants.filter((variant) => !withValue.includes(variant));
  const dropped = new Set(goneOptions.flatMap(({ values }) => values.map(({ id }) => id)));
  const keys = rest.map(({ valueIds }) => combinationKey(valueIds.filter((id) => !dropped.has(id))));
  const merging =
    new Set(keys).size === keys.length
      ? []
      : rest.filter(({ valueIds }) => valueIds.some((id) => dropped.has(id)));
  return [...withValue, ...merging].map(({ id }) => id);
}

function assertOwn(present: readonly OptionRow[], wanted: SetOptionsInput['options']): void {
  for (const option of wanted) {
    const own = present.find(({ id }) => id === option.id);
    if (option.id !== undefined && own === undefined) {
      throw new ShopError('INPUT_INVALID', { optionId: option.id });
    }
    const stranger = option.values.find(
      ({ id }) => id !== undefined && own?.values.every((value) => value.id !== id) !== false,
    );
    if (stranger !== undefined) throw new ShopError('INPUT_INVALID', { valueId: stranger.id });
  }
  const ids = wanted.flatMap(({ id, values }) => [id, ...values.map((value) => value.id)]);
  const given = ids.filter((id) => id !== undefined);
  if (new Set(given).size !== given.length)
    throw new ShopError('INPUT_INVALID', { reason: 'an id comes twice' });
}
