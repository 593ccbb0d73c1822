import { formatMoney } from './currency.ts';
import type { Currency } from './money.ts';

/**
 * One thing to ask of a product. Categories, attributes and values are named by id; a category includes what is below
 * it. `price` is the lowest of an active variant, in minor units; `published` is a number of days.
 */
export type CollectionCondition =
  | { readonly field: 'tag' | 'brand'; readonly operator: 'is' | 'isNot'; readonly value: string }
  | { readonly field: 'category' | 'attribute'; readonly operator: 'is' | 'isNot'; readonly value: string }
  | {
      readonly field: 'number';
      readonly attributeId: string;
      readonly operator: 'less' | 'greater';
      readonly value: number;
    }
  | { readonly field: 'title'; readonly operator: 'contains' | 'containsNot'; readonly value: string }
  | {
      readonly field: 'price';
      readonly currency: Currency;
      readonly operator: 'less' | 'greater';
      readonly value: number;
    }
  | { readonly field: 'onSale' | 'inStock' | 'featured'; readonly operator: 'is'; readonly value: boolean }
  | { readonly field: 'rating'; readonly operator: 'atLeast'; readonly value: number }
  | { readonly field: 'published'; readonly operator: 'within'; readonly value: number };

/** What a product must keep to belong to a collection: all of the conditions, or any. */
export interface CollectionRules {
  readonly match: 'all' | 'any';
  readonly conditions: readonly CollectionCondition[];
}

/** The name of a category or attribute (`Cooking`, `Height`), or of a value with its attribute's (`Colour: Blue`). */
export type NameOf = (id: string) => string | undefined;

const states = {
  onSale: ['on sale', 'not on sale'],
  inStock: ['in stock', 'out of stock'],
  featured: ['featured', 'not featured'],
} as const;

/** The condition in words that follow "products": `tagged “gift”`. */
export function describeCondition(condition: CollectionCondition, nameOf: NameOf): string {
  switch (condition.field) {
    case 'tag':
      return `${negation(condition.operator)}tagged “${condition.value}”`;
    case 'brand':
      return `${negation(condition.operator)}by ${condition.value}`;
    case 'category':
      return `${negation(condition.operator)}in ${nameOf(condition.value) ?? 'a deleted category'}`;
    case 'attribute':
      return `${condition.operator === 'isNot' ? 'without' : 'with'} ${nameOf(condition.value) ?? 'a deleted value'}`;
    case 'number':
      return `with ${nameOf(condition.attributeId) ?? 'a deleted attribute'} ${comparison(condition.operator)} ${condition.value}`;
    case 'title':
      return `${condition.operator === 'containsNot' ? 'without' : 'with'} “${condition.value}” in the name`;
    case 'price':
      return `${comparison(condition.operator)} ${formatMoney({ amountMinor: condition.value, currency: condition.currency })}`;
    case 'rating':
      return `rated ${condition.value} or better`;
    case 'published':
      return `new in the last ${condition.value === 1 ? 'day' : `${condition.value} days`}`;
    case 'onSale':
    case 'inStock':
    case 'featured':
      return states[condition.field][condition.value ? 0 : 1];
  }
}

function negation(operator: 'is' | 'isNot'): string {
  return operator === 'isNot' ? 'not ' : '';
}

function comparison(operator: 'less' | 'greater'): string {
  return operator === 'less' ? 'under' : 'over';
}

/** The rules as one sentence: `Products tagged “gift” and under $50.00`. */
export function describeRules({ match, conditions }: CollectionRules, nameOf: NameOf): string {
  const parts = conditions.map((condition) => describeCondition(condition, nameOf));
  const last = parts.pop() ?? '';
  const word = match === 'all' ? 'and' : 'or';
  return `Products ${parts.length === 0 ? last : `${parts.join(', ')} ${word} ${last}`}`;
}
