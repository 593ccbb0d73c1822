/** What a form of the security page shows after it was sent. Passwords are never sent back. */
export interface SecurityState {
  readonly message: string | null;
  readonly done: boolean;
}

export const untouched: SecurityState = { message: null, done: false };

/** Setting up an authenticator app goes in steps. */
export interface TwoFactorState extends SecurityState {
  readonly setUp: {
    /** The code to scan, as a picture. */
    readonly picture: string;
    readonly secret: string;
    readonly recoveryCodes: readonly string[];
  } | null;
}

export const noTwoFactor: TwoFactorState = { ...untouched, setUp: null };
