import { z } from 'zod';
import { type AuthAnswer, authGet, authPost } from './staff-session.ts';

const enabledSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const renewedSchema = z.object({ backupCodes: z.array(z.string()) });
const leftSchema = z.object({ left: z.number() });
const codeSchema = z.object({ code: z.string() });

/** What an authenticator app scans, and what stands in for it when it is lost. */
export interface Enrolment {
  readonly totpURI: string;
  readonly recoveryCodes: readonly string[];
}

/** A sentence for the person at the form. */
class SecurityProblem extends Error {}

/** @throws SecurityProblem */
export async function beginEnrolment(password: string): Promise<Enrolment> {
  const { totpURI, backupCodes } = enabledSchema.parse(await expectOk('/two-factor/enable', { password }));
  return { totpURI, recoveryCodes: backupCodes };
}

/** @throws SecurityProblem */
export async function finishEnrolment(code: string): Promise<void> {
  await expectOk('/two-factor/verify-totp', { code: code.replaceAll(/\s/gu, '') });
}

/** @throws SecurityProblem */
export async function removeSecondFactor(password: string): Promise<void> {
  await expectOk('/two-factor/disable', { password });
}

/** @throws SecurityProblem */
export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  return renewedSchema.parse(await expectOk('/two-factor/generate-backup-codes', { password })).backupCodes;
}

/** @throws SecurityProblem */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await expectOk('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
}

/** @throws SecurityProblem */
export async function countRecoveryCodes(): Promise<number> {
  return leftSchema.parse(okOf(await authGet('/two-factor/recovery-codes'))).left;
}

async function expectOk(path: string, body: object): Promise<unknown> {
  return okOf(await authPost(path, body));
}

function okOf({ status, body }: AuthAnswer): unknown {
  if (status < 300) return body;
  throw new SecurityProblem(sentenceOf(status, codeSchema.safeParse(body).data?.code ?? ''));
}

const sentences: Readonly<Record<string, string>> = {
  INVALID_PASSWORD: 'That is not your password.',
  INVALID_CODE: 'That code is not right, or it took too long. Try the next one.',
  PASSWORD_TOO_SHORT: 'Use at least 10 characters.',
  PASSWORD_TOO_LONG: 'That password is too long.',
  PASSWORD_COMMON: 'Too many people use that password. Choose another.',
  PASSWORD_IS_EMAIL: 'The password must not be your address.',
  PASSWORD_BREACHED: 'That password is in lists of stolen passwords. Choose another.',
  TOTP_ALREADY_ENABLED: 'You have a second factor already.',
};

function sentenceOf(status: number, code: string): string {
  if (status === 429) return 'Too many attempts. Wait a minute and try again.';
  if (status === 503) return 'The service does not answer. Try again in a moment.';
  return sentences[code] ?? 'That did not work. Try again.';
}
