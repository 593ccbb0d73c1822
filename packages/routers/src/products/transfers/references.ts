/** What the cells of a file may name. Names are found whatever their case. */
export interface References {
  /** Id by slug and by path. */
  readonly categories: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, AttributeReference>;
}

export interface AttributeReference {
  readonly id: string;
  readonly code: string;
  readonly kind: 'choice' | 'boolean' | 'number' | 'text';
  /** Id by code and by label. */
  readonly values: ReadonlyMap<string, string>;
}
