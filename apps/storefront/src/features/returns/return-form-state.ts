export interface ReturnFormState {
  readonly message: string | null;
  readonly key: string;
}
