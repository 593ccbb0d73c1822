/** What a form of the account shows after it was sent. */
export interface OwnFormState {
  readonly outcome: 'none' | 'done' | 'failed';
  readonly message: string | null;
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, by field: it stays when it was refused. */
  readonly typed: Readonly<Record<string, string>>;
  /** Idempotency key of the next write. */
  readonly key: string;
}

export function initialForm(key: string): OwnFormState {
  return { outcome: 'none', message: null, errors: {}, typed: {}, key };
}
