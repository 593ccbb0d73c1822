/** Something that must hold after every step and under every fault, as a question to the database. */
export interface Invariant {
  /** Of the list in ARCHITECTURE.md; null for what is derived from other rows and could be made again. */
  readonly number: number | null;
  readonly promise: string;
  /** Selects one row for each violation, with the `id` of what is wrong; `moment.now` is when it is asked. */
  readonly violations: string;
}
