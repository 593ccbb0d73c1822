import type { RouterOutputs } from '@turing/client';

export type Attribute = RouterOutputs['products']['staff']['attributes']['list'][number];
export type AttributeValue = Attribute['values'][number];
export type AttributeKind = Attribute['kind'];

export const attributeKinds: Readonly<
  Record<AttributeKind, { readonly label: string; readonly color: string; readonly hint: string }>
> = {
  choice: { label: 'Choice', color: 'brand', hint: 'One or more of the values you list, such as a colour.' },
  boolean: { label: 'Yes or no', color: 'teal', hint: 'True of a product or not, such as vegan.' },
  number: { label: 'Number', color: 'cyan', hint: 'A measure with its unit, such as a height in cm.' },
  text: { label: 'Text', color: 'gray', hint: 'Words of its own for each product. Not a filter.' },
};

/** What a row says beside the name: how much of it there is. */
export function describeAttribute({ kind, unit, values, productCount }: Attribute): string {
  const products = `${productCount.toLocaleString('en-US')} ${productCount === 1 ? 'product' : 'products'}`;
  if (kind === 'choice') return `${values.length} ${values.length === 1 ? 'value' : 'values'} · ${products}`;
  return kind === 'number' && unit !== null ? `in ${unit} · ${products}` : products;
}
