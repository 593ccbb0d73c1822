import { betterAuth, type User } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import {
  commonOptions,
  deriveSecret,
  maxPasswordLength,
  minPasswordLength,
  staffPopulation,
} from './auth-options.ts';
import { passwordRules } from './password-rules.ts';
import { plainNames } from './plain-names.ts';
import { type SecurityEvent, securityEvents } from './security-events.ts';
import type { AuthSettings } from './settings.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';
import type { StaffPolicy } from './staff-policy.ts';

export interface StaffAuthSettings extends AuthSettings {
  readonly policy: StaffPolicy;
  /** Also asks Have I Been Pwned about new passwords. */
  readonly askBreachService: boolean;
  /** Told after each sign-in, worked or failed. Must not throw, nor keep the answer waiting. */
  readonly onSecurityEvent: (event: SecurityEvent) => void;
}

const secondFactorPaths = [
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/two-factor/recovery-codes',
];

// Both speak of other sessions by their secret tokens; the console has procedures that do not.
const closedPaths = new Set(['/list-sessions', '/revoke-session']);

const trustDeviceSeconds = 14 * 24 * 3600;

/** Sign-in and sessions of staff, served below `/auth/staff`, in cookies named `staff.…`. Nobody signs up. */
export function createStaffAuth(settings: StaffAuthSettings) {
  const { idleSeconds, absoluteSeconds } = settings.policy;
  const paths = [...staffPopulation.paths.filter((path) => !closedPaths.has(path)), ...secondFactorPaths];
  const { db, askBreachService, logger } = settings;
  const throttle = createSignInThrottle({ db, secret: deriveSecret(settings.secret, 'throttle of staff') });
  const common = commonOptions({ ...staffPopulation, paths, sessionSeconds: idleSeconds }, settings);
  return betterAuth({
    ...common,
    user: {
      modelName: 'staff',
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'support', input: false },
        roleId: { type: 'string', required: false, input: false },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    session: {
      ...common.session,
      // Use is noted this often; the idle limit is as exact as that.
      updateAge: Math.floor(idleSeconds / 24),
      additionalFields: { endsAt: { type: 'date', required: false, input: false, returned: false } },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength, maxPasswordLength },
    plugins: [
      plainNames(),
      passwordRules({ askBreachService, logger }),
      twoFactor({
        issuer: 'Turing Commerce',
        twoFactorTable: 'staffTwoFactor',
        trustDeviceMaxAge: trustDeviceSeconds,
        schema: { twoFactor: { fields: { userId: 'staffId' } } },
      }),
      throttle.plugin,
      securityEvents(settings.onSecurityEvent),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session, endpoint) => {
            const staff = await endpoint?.context.internalAdapter.findUserById(session.userId);
            if (isActive(staff)) return { data: { ...session, endsAt: endOf(session, absoluteSeconds) } };
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

// A session that replaces another, as when a second factor is set up, ends when that would have ended.
function endOf(session: object, absoluteSeconds: number): Date {
  const inherited = 'endsAt' in session && session.endsAt instanceof Date ? session.endsAt : null;
  return inherited ?? new Date(Date.now() + absoluteSeconds * 1000);
}

function isActive(staff: User | null | undefined): boolean {
  return staff !== null && staff !== undefined && 'active' in staff && staff.active === true;
}

export type StaffAuth = ReturnType<typeof createStaffAuth>;
