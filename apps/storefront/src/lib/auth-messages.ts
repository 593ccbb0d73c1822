/** Sentences for the codes of the sign-in service. */
const messages: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail or the password is not right.',
  INVALID_EMAIL: 'Enter an e-mail address, such as jo@example.com.',
  USER_ALREADY_EXISTS: 'There is an account with this e-mail already. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this e-mail already. Sign in instead.',
  PASSWORD_TOO_SHORT: 'Choose a longer password.',
  PASSWORD_TOO_LONG: 'Choose a shorter password.',
  EMAIL_NOT_VERIFIED: 'Confirm your e-mail address first: the link is in your inbox.',
  UNREACHABLE: 'Signing in does not work at the moment. Try again shortly.',
};

/** What to tell a person whose sign-in or registration was refused. */
export function authMessageOf(status: number, code: string | null): string {
  if (status === 429) return 'Too many tries. Wait a minute, then try again.';
  const known = code === null ? undefined : messages[code];
  return known ?? (status >= 500 ? messages.UNREACHABLE : messages.INVALID_EMAIL_OR_PASSWORD) ?? '';
}
