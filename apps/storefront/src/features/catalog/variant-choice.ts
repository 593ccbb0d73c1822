/** What a choice needs to know of a version of a product. */
export interface VariantLike {
  readonly sku: string;
  readonly optionValues: readonly string[];
  readonly available: number;
  readonly priceMinor: number | null;
}

interface OptionLike {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly swatch: string | null }[];
}

export interface ChoiceValue {
  readonly value: string;
  readonly swatch: string | null;
  /** The version this choice leads to; null when none has the value. */
  readonly sku: string | null;
  readonly chosen: boolean;
  /** Whether that version can be bought now. */
  readonly available: boolean;
}

export interface Choice {
  readonly name: string;
  readonly chosen: string;
  readonly values: readonly ChoiceValue[];
}

/** The version of an address, or the first that can be bought, or the first. */
export function selectVariant<Variant extends VariantLike>(
  variants: readonly Variant[],
  sku: string | undefined,
): Variant | null {
  return variants.find((variant) => variant.sku === sku) ?? variants.find(isBuyable) ?? variants[0] ?? null;
}

/** Per option, where each of its values leads from the version chosen now: as little else changes as possible. */
export function listChoices(
  options: readonly OptionLike[],
  variants: readonly VariantLike[],
  chosen: VariantLike,
): Choice[] {
  return options.map(({ name, values }, position) => ({
    name,
    chosen: chosen.optionValues[position] ?? '',
    values: values.map(({ value, swatch }) => {
      const target = nearest(variants, chosen, { position, value });
      return {
        value,
        swatch,
        sku: target?.sku ?? null,
        chosen: chosen.optionValues[position] === value,
        available: target !== null && isBuyable(target),
      };
    }),
  }));
}

function nearest(
  variants: readonly VariantLike[],
  chosen: VariantLike,
  { position, value }: { position: number; value: string },
): VariantLike | null {
  const candidates = variants.filter((variant) => variant.optionValues[position] === value);
  const score = (variant: VariantLike) =>
    variant.optionValues.filter((other, index) => index !== position && other === chosen.optionValues[index])
      .length *
      2 +
    (isBuyable(variant) ? 1 : 0);
  return candidates.toSorted((a, b) => score(b) - score(a))[0] ?? null;
}

function isBuyable(variant: VariantLike): boolean {
  return variant.available > 0 && variant.priceMinor !== null;
}
