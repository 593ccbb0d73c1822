/** Why a row, or a cell of it, was refused. */
export type ProblemCode =
  | 'malformed'
  | 'cell_count'
  | 'required'
  | 'too_long'
  | 'not_text'
  | 'not_a_slug'
  | 'not_a_number'
  | 'not_money'
  | 'not_a_choice'
  | 'not_a_date'
  | 'out_of_range'
  | 'unknown'
  | 'differs'
  | 'repeated'
  | 'taken'
  | 'too_many'
  | 'not_publishable'
  | 'changed_meanwhile'
  | 'refused';

/** One bad cell; `column` is null when the whole row is meant. Lines count from 1, the header's. */
export interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly message: string;
  readonly value: string | null;
}

const keptValue = 200;

/** Cuts what is shown of a cell, without splitting a character. */
export function shorten(value: string): string {
  return value.slice(0, keptValue).replace(/[\uD800-\uDBFF]$/u, '');
}

/** What is wrong with a file as a whole: nothing more of it can be read. */
export class FileProblem extends Error {
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.name = 'FileProblem';
    this.line = line;
  }
}
