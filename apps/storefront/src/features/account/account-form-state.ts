/** What a form of the account shows after it was refused. Passwords are never sent back. */
export interface AccountFormState {
  readonly message: string | null;
  readonly email: string;
  readonly name: string;
}

export const emptyAccountForm: AccountFormState = { message: null, email: '', name: '' };
