import type { RouterInputs } from '@turing/client';
import type { StaffProduct } from './product.ts';

export interface ValueDraft {
  /** Stays the same while it is typed. */
  readonly key: string;
  readonly id?: string;
  readonly value: string;
  readonly swatch: string | null;
}

export interface OptionDraft {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly values: readonly ValueDraft[];
}

export type OptionsInput = RouterInputs['products']['staff']['variants']['setOptions']['options'];

let keys = 0;

export function newKey(): string {
  keys += 1;
  return `new-${keys}`;
}

export function toDrafts(options: StaffProduct['options']): OptionDraft[] {
  return options.map(({ id, name, values }) => ({
    key: id,
    id,
    name,
    values: values.map((value) => ({ ...value, key: value.id })),
  }));
}

/** What to send; the names as they were typed, without what is empty. */
export function toOptionsInput(drafts: readonly OptionDraft[]): OptionsInput {
  return drafts.map(({ id, name, values }) => ({
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    values: values
      .filter(({ value }) => value.trim() !== '')
      .map(({ id: valueId, value, swatch }) => ({
        ...(valueId === undefined ? {} : { id: valueId }),
        value: value.trim(),
        swatch,
      })),
  }));
}

export function isChanged(drafts: readonly OptionDraft[], options: StaffProduct['options']): boolean {
  return JSON.stringify(toOptionsInput(drafts)) !== JSON.stringify(toOptionsInput(toDrafts(options)));
}

/** Whether what was typed is what is saved by now: what was new then has an id since. */
export function saysTheSame(drafts: readonly OptionDraft[], options: StaffProduct['options']): boolean {
  const textOf = (some: readonly OptionDraft[]) =>
    JSON.stringify(
      toOptionsInput(some).map(({ name, values }) => [
        name,
        values.map(({ value, swatch }) => [value, swatch]),
      ]),
    );
  return textOf(drafts) === textOf(toDrafts(options));
}

/** What stops the options from being saved; null when nothing does. */
export function problemOf(drafts: readonly OptionDraft[]): string | null {
  const options = toOptionsInput(drafts);
  if (options.some(({ name }) => name === '')) return 'Every option needs a name, such as Size.';
  const nameless = options.find(({ values }) => values.length === 0);
  if (nameless !== undefined) return `${nameless.name} needs a value.`;
  if (hasTwins(options.map(({ name }) => name))) return 'Two options have the same name.';
  const twin = options.find(({ values }) => hasTwins(values.map(({ value }) => value)));
  return twin === undefined ? null : `A value of ${twin.name} comes twice.`;
}

function hasTwins(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.toLowerCase())).size < texts.length;
}

/** The values that were typed or pasted as one text, without those there are. */
export function addedValues(option: OptionDraft, text: string): OptionDraft {
  const known = new Set(option.values.map(({ value }) => value.trim().toLowerCase()));
  const added = text
    .split(/[,\t\r\n]+/u)
    .map((value) => value.trim())
    .filter((value) => {
      if (value === '' || known.has(value.toLowerCase())) return false;
      known.add(value.toLowerCase());
      return true;
    });
  return {
    ...option,
    values: [...option.values, ...added.map((value) => ({ key: newKey(), value, swatch: null }))],
  };
}

/** The list with one of it a place up or down. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(index + by, 0, item);
  return next;
}

/** The ids of values that are saved and would go. */
export function removedValueIds(
  drafts: readonly OptionDraft[],
  options: StaffProduct['options'],
): Set<string> {
  const kept = new Set(toOptionsInput(drafts).flatMap(({ values }) => values.map(({ id }) => id)));
  return new Set(options.flatMap(({ values }) => values.map(({ id }) => id).filter((id) => !kept.has(id))));
}
