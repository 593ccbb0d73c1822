import type { Database } from '@turing/db';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { createAccountMail, type AccountMail } from './account-mail.ts';
import { accountNotices } from './account-notices.ts';
import {
  commonOptions,
  customerPopulation,
  deriveSecret,
  maxPasswordLength,
  minPasswordLength,
} from './auth-options.ts';
import { customerPasskeys } from './customer-passkeys.ts';
import { isCustomerEmail, markEmailVerified } from './customer-store.ts';
import { passwordRules } from './password-rules.ts';
import { plainNames, toPlainName } from './plain-names.ts';
import { sessionList } from './session-list.ts';
import type { CustomerAuthSettings } from './settings.ts';
import {
  oidcProvider,
  onlyRedirects,
  refuseUncheckedAddresses,
  socialProviders,
} from './sign-in-providers.ts';
import { createSignInThrottle, type SignInThrottle } from './sign-in-throttle.ts';
import { steadyAnswers } from './steady-answers.ts';

const hour = 3600;

/** Everything by which customers prove who they are, served below `/auth/customer`, in cookies named `shop.…`. */
export function createCustomerAuth(settings: CustomerAuthSettings) {
  const { db, appUrl, providers } = settings;
  const throttle = createSignInThrottle({
    db,
    secret: deriveSecret(settings.secret, 'throttle of customer'),
  });
  const mail = createAccountMail(settings, throttle);
  const common = commonOptions(customerPopulation, settings);
  return betterAuth({
    ...common,
    user: {
      modelName: 'customer',
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: ({ user, newEmail, token }) => mail.confirmChange(user, newEmail, token),
      },
      validateUserInfo: refuseUncheckedAddresses,
    },
    // `updateAge`: how exactly a customer sees when a session was last used.
    session: { ...common.session, updateAge: hour, freshAge: hour },
    account: { ...common.account, encryptOAuthTokens: true },
    onAPIError: { ...common.onAPIError, errorURL: `${appUrl}/sign-in` },
    ...passwordOptions({ db, throttle, mail }),
    socialProviders: socialProviders(providers, appUrl),
    databaseHooks: { user: userHooks(db) },
    plugins: [...pluginsOf(settings, { throttle, mail })],
  });
}

interface Parts {
  readonly throttle: SignInThrottle;
  readonly mail: AccountMail;
}

function passwordOptions({ db, throttle, mail }: Parts & { readonly db: Database }) {
  return {
    emailAndPassword: {
      enabled: true,
      minPasswordLength,
      maxPasswordLength,
      autoSignIn: false,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: hour,
      sendResetPassword: ({ user, token }) => mail.resetPassword(user, token),
      onExistingUserSignUp: ({ user }) => mail.accountExists(user),
      onPasswordReset: async ({ user }, request) => {
        await markEmailVerified(db, user.id);
        await throttle.letOwnerIn(user.email, request);
        await mail.notify('password-changed', user);
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      // Whoever registered may not be who reads the mail: the password decides, and the reader can choose a new one.
      autoSignInAfterVerification: false,
      expiresIn: 24 * hour,
      sendVerificationEmail: ({ user, token }) => mail.verify(user, token),
    },
  } satisfies BetterAuthOptions;
}

function userHooks(db: Database) {
  return {
    create: {
      before: (user) => Promise.resolve({ data: { ...user, name: toPlainName(user.name, user.email) } }),
    },
    update: {
      before: async ({ email }) => {
        if (email === undefined || !(await isCustomerEmail(db, email))) return;
        throw new APIError('UNAUTHORIZED', {
          code: 'INVALID_TOKEN',
          message: 'The address is not to be had',
        });
      },
    },
  } satisfies NonNullable<BetterAuthOptions['databaseHooks']>['user'];
}

// In this order: what refuses comes first, what has to see how it ended comes last.
function pluginsOf(settings: CustomerAuthSettings, { throttle, mail }: Parts) {
  const { appUrl, logger, providers, askBreachService } = settings;
  return [
    onlyRedirects(),
    plainNames(),
    passwordRules({ askBreachService, logger }),
    twoFactor({
      issuer: 'Turing Goods',
      twoFactorTable: 'customerTwoFactor',
      schema: { twoFactor: { fields: { userId: 'customerId' } } },
    }),
    customerPasskeys(appUrl),
    oidcProvider(providers, appUrl),
    sessionList(),
    accountNotices(mail),
    throttle.plugin,
    steadyAnswers(),
  ] as const;
}

export type CustomerAuth = ReturnType<typeof createCustomerAuth>;
