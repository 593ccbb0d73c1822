import { betterAuth } from 'better-auth';
import { commonOptions, customerPopulation, minPasswordLength } from './auth-options.ts';
import type { AuthSettings } from './settings.ts';

/** Sign-up, sign-in and sessions of customers, served below `/auth/customer`, in cookies named `shop.…`. */
export function createCustomerAuth(settings: AuthSettings) {
  return betterAuth({
    ...commonOptions(customerPopulation, settings),
    user: {
      modelName: 'customer',
      additionalFields: {
        marketingConsent: {
          type: 'boolean',
          required: false,
          defaultValue: false,
          input: true,
          returned: false,
        },
      },
    },
    emailAndPassword: { enabled: true, minPasswordLength, autoSignIn: true },
  });
}

export type CustomerAuth = ReturnType<typeof createCustomerAuth>;
