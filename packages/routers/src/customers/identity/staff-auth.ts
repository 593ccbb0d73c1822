import { betterAuth, type User } from 'better-auth';
import { APIError } from 'better-auth/api';
import { commonOptions, minPasswordLength, staffPopulation } from './auth-options.ts';
import type { AuthSettings } from './settings.ts';

/** Sign-in and sessions of staff, served below `/auth/staff`, in cookies named `staff.…`. Nobody signs up. */
export function createStaffAuth(settings: AuthSettings) {
  return betterAuth({
    ...commonOptions(staffPopulation, settings),
    user: {
      modelName: 'staff',
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'support', input: false },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, endpoint) => {
            const staff = await endpoint?.context.internalAdapter.findUserById(userId);
            if (isActive(staff)) return;
            throw new APIError('FORBIDDEN', {
              code: 'STAFF_INACTIVE',
              message: 'This account has been deactivated',
            });
          },
        },
      },
    },
  });
}

function isActive(staff: User | null | undefined): boolean {
  return staff !== null && staff !== undefined && 'active' in staff && staff.active === true;
}

export type StaffAuth = ReturnType<typeof createStaffAuth>;
