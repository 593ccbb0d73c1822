import {
  type CollectionCondition,
  type CollectionRules,
  type Currency,
  currencyExponent,
} from '@turing/domain';

export type Field = CollectionCondition['field'];

/** A condition while it is written: every part that some field needs, so that changing the field loses nothing. */
export interface Draft {
  readonly key: string;
  readonly field: Field;
  readonly operator: string;
  readonly text: string;
  /** Of a category or a value. */
  readonly id: string | null;
  readonly attributeId: string | null;
  readonly number: number | '';
  readonly currency: Currency;
}

interface FieldTerms {
  readonly label: string;
  /** What can be asked of it, in words that stand between the field and the value. */
  readonly operators: Readonly<Record<string, string>>;
}

const isOrNot = { is: 'is', isNot: 'is not' };
const underOrOver = { less: 'is under', greater: 'is over' };

export const fields: Readonly<Record<Field, FieldTerms>> = {
  category: { label: 'Category', operators: { is: 'is or lies below', isNot: 'is not and lies not below' } },
  tag: { label: 'Tag', operators: isOrNot },
  brand: { label: 'Brand', operators: isOrNot },
  attribute: { label: 'Attribute', operators: isOrNot },
  number: { label: 'Measure', operators: underOrOver },
  title: { label: 'Name', operators: { contains: 'contains', containsNot: 'does not contain' } },
  price: { label: 'Price', operators: underOrOver },
  onSale: { label: 'On sale', operators: { yes: 'yes', no: 'no' } },
  inStock: { label: 'In stock', operators: { yes: 'yes', no: 'no' } },
  rating: { label: 'Rating', operators: { atLeast: 'is at least' } },
  published: { label: 'Published', operators: { within: 'within the last' } },
  featured: { label: 'Featured', operators: { yes: 'yes', no: 'no' } },
};

/** A fresh condition on a field. */
export function draftOf(field: Field, key: string): Draft {
  const [operator = ''] = Object.keys(fields[field].operators);
  return { key, field, operator, text: '', id: null, attributeId: null, number: '', currency: 'USD' };
}

/** The draft asks of another field: the operator is the first that fits. */
export function changeField(draft: Draft, field: Field): Draft {
  const { operators } = fields[field];
  const [first = ''] = Object.keys(operators);
  const operator = Object.hasOwn(operators, draft.operator) ? draft.operator : first;
  return { ...draft, field, operator, number: '' };
}

/** A saved condition, to be edited. */
export function toDraft(condition: CollectionCondition, key: string): Draft {
  const draft = { ...draftOf(condition.field, key), operator: condition.operator };
  switch (condition.field) {
    case 'tag':
    case 'brand':
    case 'title':
      return { ...draft, text: condition.value };
    case 'category':
    case 'attribute':
      return { ...draft, id: condition.value };
    case 'number':
      return { ...draft, attributeId: condition.attributeId, number: condition.value };
    case 'price':
      return {
        ...draft,
        currency: condition.currency,
        number: condition.value / minorsOf(condition.currency),
      };
    case 'rating':
    case 'published':
      return { ...draft, number: condition.value };
    case 'onSale':
    case 'inStock':
    case 'featured':
      return { ...draft, operator: condition.value ? 'yes' : 'no' };
  }
}

/** The condition a draft stands for, or null while something of it is missing. */
export function toCondition(draft: Draft): CollectionCondition | null {
  const { field, number } = draft;
  const isOr = draft.operator === 'isNot' ? 'isNot' : 'is';
  const than = draft.operator === 'greater' ? 'greater' : 'less';
  const value = draft.text.trim();
  switch (field) {
    case 'tag':
    case 'brand':
      return value === '' ? null : { field, operator: isOr, value };
    case 'title':
      return value === ''
        ? null
        : { field, operator: draft.operator === 'containsNot' ? 'containsNot' : 'contains', value };
    case 'category':
    case 'attribute':
      return draft.id === null ? null : { field, operator: isOr, value: draft.id };
    case 'number':
      return draft.attributeId === null || number === ''
        ? null
        : { field, attributeId: draft.attributeId, operator: than, value: number };
    case 'price':
      return number === ''
        ? null
        : {
            field,
            currency: draft.currency,
            operator: than,
            value: Math.round(number * minorsOf(draft.currency)),
          };
    case 'rating':
      return number === '' ? null : { field, operator: 'atLeast', value: number };
    case 'published':
      return number === '' ? null : { field, operator: 'within', value: number };
    case 'onSale':
    case 'inStock':
    case 'featured':
      return { field, operator: 'is', value: draft.operator === 'yes' };
  }
}

/** Rules while they are written. */
export interface RulesDraft {
  readonly match: CollectionRules['match'];
  readonly drafts: readonly Draft[];
}

/** What the API takes: lists that may be written to. */
export type SavedRules = { match: CollectionRules['match']; conditions: CollectionCondition[] };

/** The rules, or null while one of the conditions is not whole. */
export function toRules({ match, drafts }: RulesDraft): SavedRules | null {
  const conditions = drafts.map((draft) => toCondition(draft)).filter((condition) => condition !== null);
  return conditions.length === 0 || conditions.length < drafts.length ? null : { match, conditions };
}

/** How many minor units make one major unit. */
function minorsOf(currency: Currency): number {
  return 10 ** currencyExponent(currency);
}
