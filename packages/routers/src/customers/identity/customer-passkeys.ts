import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';

/**
 * Passkeys that stand for both factors: the device asks for a finger, a face or a PIN, or the key is not taken. They can
 * be found without a user name, so that the sign-in form may offer them by itself.
 */
export function customerPasskeys(appUrl: string) {
  const { origin, hostname } = new URL(appUrl);
  return passkey({
    rpID: hostname,
    rpName: 'Turing Goods',
    origin,
    schema: { passkey: { modelName: 'customerPasskey', fields: { userId: 'customerId' } } },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => {
        assertUserVerified(verification.registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        assertUserVerified(verification.authenticationInfo.userVerified);
      },
    },
  });
}

function assertUserVerified(isVerified: boolean | undefined): void {
  if (isVerified === true) return;
  throw new APIError('UNAUTHORIZED', {
    code: 'USER_NOT_VERIFIED',
    message: 'The device did not check who is using it',
  });
}
