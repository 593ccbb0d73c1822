import { type Cell, complain, readList, readNumber, readText, type RowScope } from './cells.ts';
import { attributePrefix } from './columns.ts';
import type { AttributeReference, References } from './references.ts';

/** What a product has of an attribute; all three are empty when it has none of it. */
export interface AttributeDraft {
  readonly attributeId: string;
  readonly valueIds: readonly string[];
  readonly number: number | null;
  readonly text: string | null;
}

/** The ids of the categories, primary first; undefined when the file leaves them as they are. */
export function readCategories(scope: RowScope, { categories }: References): string[] | undefined {
  const names = readList(scope, 'categories', 400);
  if (names === undefined || names === null) return undefined;
  const ids = names.map((name) => {
    const id = categories.get(name.toLowerCase());
    if (id === undefined)
      complain(scope, { column: 'categories', code: 'unknown', message: `There is no category ${name}.` });
    return id;
  });
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  return known.length === 0 ? undefined : known;
}

/** What the file says of each attribute it has a column for. */
export function readAttributes(scope: RowScope, { attributes }: References): AttributeDraft[] {
  return [...scope.row.cells.keys()].flatMap((column) => {
    if (!column.startsWith(attributePrefix)) return [];
    const attribute = attributes.get(column.slice(attributePrefix.length));
    if (attribute === undefined) return [];
    const draft = readAttribute(scope, column, attribute);
    return draft === undefined ? [] : [draft];
  });
}

function readAttribute(
  scope: RowScope,
  column: string,
  attribute: AttributeReference,
): AttributeDraft | undefined {
  const none = { attributeId: attribute.id, valueIds: [], number: null, text: null };
  switch (attribute.kind) {
    case 'number':
      return toDraft(readNumber(scope, column), (number) => ({ ...none, number }), none);
    case 'text':
      return toDraft(readText(scope, column, 2000), (text) => ({ ...none, text }), none);
    case 'choice':
    case 'boolean':
      return toDraft(readList(scope, column, 200), (names) => chooseValues(names), none);
  }

  function chooseValues(names: readonly string[]): AttributeDraft {
    const ids = names.map((name) => {
      const id = attribute.values.get(name.toLowerCase());
      if (id === undefined)
        complain(scope, { column, code: 'unknown', message: `${attribute.code} has no value ${name}.` });
      return id;
    });
    if (attribute.kind === 'boolean' && ids.length > 1)
      complain(scope, { column, code: 'not_a_choice', message: 'Either yes or no.' });
    return { ...none, valueIds: [...new Set(ids.filter((id) => id !== undefined))] };
  }
}

function toDraft<Value>(
  cell: Cell<Value>,
  build: (value: Value) => AttributeDraft,
  none: AttributeDraft,
): AttributeDraft | undefined {
  if (cell === undefined) return undefined;
  return cell === null ? none : build(cell);
}
