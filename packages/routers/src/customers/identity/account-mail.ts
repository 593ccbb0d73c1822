import type { AccountLetter, AccountLetterTemplate } from './account-letter.ts';
import { isCustomerEmail } from './customer-store.ts';
import { readEmailToken } from './email-token.ts';
import { queueAccountLetter } from './letter-store.ts';
import type { AuthSettings } from './settings.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

interface Addressee {
  readonly email: string;
}

export interface AccountMail {
  /** To confirm the address of a new account, or the new address of an old one. */
  readonly verify: (to: Addressee, token: string) => Promise<void>;
  /** To the old address, before the new one is asked. */
  readonly confirmChange: (to: Addressee, newEmail: string, token: string) => Promise<void>;
  readonly resetPassword: (to: Addressee, token: string) => Promise<void>;
  /** Somebody typed this address where new accounts are made, or new addresses chosen. */
  readonly accountExists: (to: Addressee) => Promise<void>;
  /** Tells the owner what was done, in case it was somebody else. */
  readonly notify: (template: AccountLetterTemplate, to: Addressee, newEmail?: string) => Promise<void>;
}

/** The letters about the way into a customer's account. Those that anybody can ask for are sent rarely. */
export function createAccountMail(settings: AuthSettings, throttle: SignInThrottle): AccountMail {
  const { db, appUrl } = settings;
  const queue = (letter: Omit<AccountLetter, 'id'>) => queueAccountLetter(db, letter);
  const pageOf = (path: string, token?: string) =>
    `${appUrl}/${path}${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`;
  const queueRarely = async (letter: Omit<AccountLetter, 'id'>) => {
    if (await throttle.mayWriteTo(letter.to)) await queue(letter);
  };
  const accountExists = ({ email }: Addressee) =>
    queueRarely({ template: 'account-exists', to: email, url: pageOf('sign-in') });

  return {
    accountExists,
    verify: async ({ email }, token) => {
      const url = pageOf('confirm-email', token);
      const isChange = readEmailToken(token)?.requestType === 'change-email-verification';
      if (!isChange) await queueRarely({ template: 'verify-email', to: email, url });
      else if (await isCustomerEmail(db, email)) await accountExists({ email });
      else await queueRarely({ template: 'verify-new-email', to: email, url });
    },
    confirmChange: ({ email }, newEmail, token) =>
      queue({ template: 'confirm-email-change', to: email, url: pageOf('confirm-email', token), newEmail }),
    resetPassword: ({ email }, token) =>
      queueRarely({ template: 'reset-password', to: email, url: pageOf('reset-password', token) }),
    notify: (template, { email }, newEmail) =>
      queue({
        template,
        to: email,
        url: pageOf('account/security'),
        ...(newEmail === undefined ? {} : { newEmail }),
      }),
  };
}
