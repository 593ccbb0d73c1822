/** Sentences for the codes of the sign-in service. */
const messages: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail or the password is not right.',
  INVALID_PASSWORD: 'The password is not right.',
  INVALID_EMAIL: 'Enter an e-mail address, such as jo@example.com.',
  VALIDATION_ERROR: 'Enter an e-mail address, such as jo@example.com.',
  NAME_INVALID: 'Enter your name in one line.',
  PASSWORD_TOO_SHORT: 'Choose a longer password: at least 10 characters.',
  PASSWORD_TOO_LONG: 'Choose a shorter password: at most 128 characters.',
  PASSWORD_COMMON: 'Too many people use this password. A few unrelated words do well.',
  PASSWORD_IS_EMAIL: 'Choose a password that is not your e-mail address.',
  PASSWORD_BREACHED: 'This password is in lists of stolen passwords. Choose another one.',
  EMAIL_NOT_VERIFIED: 'Confirm your e-mail address first: the link is in your inbox.',
  INVALID_TOKEN: 'This link does not work any more. Ask for a new one.',
  TOKEN_EXPIRED: 'This link is too old. Ask for a new one.',
  USER_NOT_FOUND: 'This link does not work any more. Ask for a new one.',
  INVALID_USER: 'This link belongs to another account. Sign out first, then open it again.',
  INVALID_CODE: 'The code is not right. Codes change every half minute: try the one shown now.',
  INVALID_BACKUP_CODE: 'This recovery code is not right, or was used before.',
  INVALID_TWO_FACTOR_COOKIE: 'That took too long. Sign in once more.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many codes were wrong. Sign in once more.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many codes were wrong. Try again in a quarter of an hour.',
  SESSION_NOT_FRESH: 'You signed in a while ago. Sign in once more to change this.',
  CREDENTIAL_ACCOUNT_NOT_FOUND:
    'Your account has no password yet. Ask for one under “Forgotten your password?”.',
  USER_NOT_VERIFIED: 'Your device did not check that it is you. Try again with a finger, a face or a PIN.',
  PASSKEY_NOT_FOUND: 'We do not know this passkey. It may have been removed from your account.',
  AUTHENTICATION_FAILED: 'The passkey could not be checked. Try again.',
  UNREACHABLE: 'Signing in does not work at the moment. Try again shortly.',
};

/** What came back with an error after a visit to another provider, by its query parameter. */
const providerMessages: Readonly<Record<string, string>> = {
  email_not_checked:
    'The provider has not confirmed your e-mail address, so we cannot trust it. Confirm it there, or sign in here.',
  account_not_linked:
    'There is an account with this address that was never confirmed. Choose “Forgotten your password?” once; after that this works, too.',
  access_denied: 'You did not finish signing in there. Try again whenever you like.',
};

/** What to tell a person whose wish was refused. */
export function authMessageOf({ status, code, retryAfter }: AuthRefusal): string {
  if (status === 429 && code !== 'ACCOUNT_TEMPORARILY_LOCKED') return waitMessage(retryAfter);
  const known = code === null ? undefined : messages[code];
  return known ?? (status >= 500 ? messages.UNREACHABLE : messages.INVALID_EMAIL_OR_PASSWORD) ?? '';
}

export interface AuthRefusal {
  readonly status: number;
  readonly code: string | null;
  /** Seconds to wait, where the answer says so. */
  readonly retryAfter: number | null;
}

export function providerMessageOf(error: string | undefined): string | null {
  if (error === undefined) return null;
  return providerMessages[error] ?? 'Signing in there did not work. Try again, or use your password.';
}

function waitMessage(seconds: number | null): string {
  if (seconds === null || seconds <= 60) return 'Too many tries. Wait a minute, then try again.';
  const minutes = Math.ceil(seconds / 60);
  return `Too many tries. Wait ${minutes} minutes, or choose a new password by e-mail, which lets you in at once.`;
}
