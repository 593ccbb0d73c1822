import 'server-only';
import Bowser from 'bowser';
import { z } from 'zod';
import { askAuth } from '@/lib/auth.ts';

const sessionSchema = z.object({
  id: z.string(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  signedInAt: z.string(),
  lastSeenAt: z.string(),
  isCurrent: z.boolean(),
});
const passkeySchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  createdAt: z.string().nullish(),
});
const accountSchema = z.object({ providerId: z.string() });
const ownSchema = z.object({
  user: z.object({ email: z.string(), twoFactorEnabled: z.boolean().nullish() }),
});

export interface OwnSession {
  readonly id: string;
  /** "Firefox on Windows". */
  readonly device: string;
  readonly address: string | null;
  readonly lastSeenAt: string;
  readonly isCurrent: boolean;
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string | null;
}

export interface Security {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly hasTwoFactor: boolean;
  readonly passkeys: readonly OwnPasskey[];
  readonly sessions: readonly OwnSession[];
}

/** How the signed-in customer signs in, and where; null when nobody is signed in. */
export async function findSecurity(): Promise<Security | null> {
  const [own, accounts, passkeys, sessions] = await Promise.all([
    askAuth('/get-session?disableCookieCache=true', ownSchema.nullable()),
    askAuth('/list-accounts', z.array(accountSchema)),
    askAuth('/passkey/list-user-passkeys', z.array(passkeySchema)),
    askAuth('/sessions', z.array(sessionSchema)),
  ]);
  if (own === null) return null;
  return {
    email: own.user.email,
    hasPassword: accounts?.some(({ providerId }) => providerId === 'credential') ?? false,
    hasTwoFactor: own.user.twoFactorEnabled === true,
    passkeys: (passkeys ?? []).map(({ id, name, createdAt }) => ({
      id,
      name: name ?? 'Passkey',
      createdAt: createdAt ?? null,
    })),
    sessions: (sessions ?? [])
      .map(({ userAgent, ...session }) => ({ ...session, device: deviceOf(userAgent) }))
      .toSorted(
        (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.lastSeenAt.localeCompare(a.lastSeenAt),
      ),
  };
}

function deviceOf(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return 'Unknown device';
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name ?? 'Unknown browser', os.name === undefined ? null : `on ${os.name}`]
    .filter(Boolean)
    .join(' ');
}
