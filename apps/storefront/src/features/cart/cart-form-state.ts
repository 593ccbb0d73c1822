/** What a form of the cart shows after it was sent. */
export interface CartFormState {
  readonly outcome: 'none' | 'done' | 'failed';
  readonly message: string | null;
  /** Idempotency key of the next write. */
  readonly key: string;
  /** The line that was changed. */
  readonly lineId?: string;
  /** What was typed and refused. */
  readonly typed?: string;
}

export function initialState(key: string): CartFormState {
  return { outcome: 'none', message: null, key };
}
