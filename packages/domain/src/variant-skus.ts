import { ShopError } from './errors.ts';
import { slugify } from './slug.ts';
import type { Combination, VariantOption } from './variants.ts';

/** The longest SKU the shop keeps. */
export const maxSkuLength = 64;

const longestProductCode = 32;
const token = /\{([^{}]*)\}/gu;

/** What SKUs of a product are made from. */
export interface SkuSource {
  /** Text with `{product}`, `{n}` and the names of options in braces, in any case: `{product}-{colour}`. */
  readonly pattern: string;
  readonly slug: string;
  readonly options: readonly VariantOption[];
}

/** A pattern that tells the variants of these options apart. */
export function defaultSkuPattern(options: readonly Pick<VariantOption, 'name'>[]): string {
  return ['{product}', ...options.map(({ name }) => `{${name}}`)].join('-');
}

/**
 * The SKU of one combination, the `number`th of its product counting from 1. Values are written in capitals, ASCII
 * letters and digits; one without any is written as its place among its option's values.
 * @throws INPUT_INVALID with the `token` that is neither an option nor `product` nor `n`
 */
export function skuOf(source: SkuSource, combination: Combination, number: number): string {
  const { pattern, slug, options } = source;
  const sku = pattern.replaceAll(token, (_braces, name: string) => {
    const key = name.trim().toLowerCase();
    if (key === 'product') return shorten(slug.toUpperCase());
    if (key === 'n') return String(number);
    const index = options.findIndex((option) => option.name.trim().toLowerCase() === key);
    const [option, value] = [options[index], combination[index]];
    if (option === undefined || value === undefined) throw new ShopError('INPUT_INVALID', { token: name });
    const place = option.values.findIndex(({ id }) => id === value.id) + 1;
    return slugify(value.value).toUpperCase() || String(place);
  });
  return sku.trim().slice(0, maxSkuLength) || String(number);
}

function shorten(code: string): string {
  if (code.length <= longestProductCode) return code;
  return code.slice(0, longestProductCode).replace(/-[^-]*$/u, '');
}

/** The same SKUs, each one that is taken or came before told apart by a number: `MUG`, `MUG-2`, `MUG-3`. */
export function uniqueSkus(wanted: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return wanted.map((sku) => {
    let free = sku;
    for (let count = counts.get(sku) ?? 2; used.has(free); count += 1) {
      const suffix = `-${count}`;
      free = `${sku.slice(0, maxSkuLength - suffix.length)}${suffix}`;
      counts.set(sku, count + 1);
    }
    used.add(free);
    return free;
  });
}
