'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { authMessageOf } from '@/lib/auth-messages.ts';
import { callAuth } from '@/lib/auth.ts';
import { readSecret, readText } from '@/lib/form-data.ts';
import { dropCartToken } from '@/lib/session.ts';
import { noTwoFactor, untouched, type SecurityState, type TwoFactorState } from './form-state.ts';

const enabledSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const codesSchema = z.object({ backupCodes: z.array(z.string()) });
const done: SecurityState = { message: null, done: true };

async function change(path: string, body: object): Promise<SecurityState> {
  const answer = await callAuth(path, body);
  return answer.ok ? done : { ...untouched, message: authMessageOf(answer) };
}

export async function changePassword(_state: SecurityState, data: FormData): Promise<SecurityState> {
  const state = await change('/change-password', {
    currentPassword: readSecret(data, 'current'),
    newPassword: readSecret(data, 'password'),
    revokeOtherSessions: true,
  });
  if (state.done) refresh();
  return state;
}

export async function changeEmail(_state: SecurityState, data: FormData): Promise<SecurityState> {
  const newEmail = readText(data, 'email');
  if (newEmail.toLowerCase() === readText(data, 'current')) {
    return { ...untouched, message: 'That is your address already.' };
  }
  return change('/change-email', { newEmail });
}

export async function setUpTwoFactor(_state: TwoFactorState, data: FormData): Promise<TwoFactorState> {
  const answer = await callAuth('/two-factor/enable', { password: readSecret(data, 'password') });
  const enabled = enabledSchema.safeParse(answer.data);
  if (!answer.ok || !enabled.success) return { ...noTwoFactor, message: authMessageOf(answer) };
  const { totpURI, backupCodes } = enabled.data;
  const svg = renderSVG(totpURI, { border: 2 });
  return {
    ...noTwoFactor,
    setUp: {
      picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      secret: new URL(totpURI).searchParams.get('secret') ?? '',
      recoveryCodes: backupCodes,
    },
  };
}

export async function confirmTwoFactor(_state: SecurityState, data: FormData): Promise<SecurityState> {
  const state = await change('/two-factor/verify-totp', {
    code: readText(data, 'code').replaceAll(/\s/gu, ''),
  });
  if (state.done) refresh();
  return state;
}

export async function renewRecoveryCodes(_state: TwoFactorState, data: FormData): Promise<TwoFactorState> {
  const answer = await callAuth('/two-factor/generate-backup-codes', {
    password: readSecret(data, 'password'),
  });
  const renewed = codesSchema.safeParse(answer.data);
  if (!answer.ok || !renewed.success) return { ...noTwoFactor, message: authMessageOf(answer) };
  return {
    ...noTwoFactor,
    done: true,
    setUp: { picture: '', secret: '', recoveryCodes: renewed.data.backupCodes },
  };
}

export async function turnTwoFactorOff(_state: SecurityState, data: FormData): Promise<SecurityState> {
  const state = await change('/two-factor/disable', { password: readSecret(data, 'password') });
  if (state.done) refresh();
  return state;
}

export async function renamePasskey(data: FormData): Promise<void> {
  const name = readText(data, 'name').slice(0, 60);
  if (name !== '') await callAuth('/passkey/update-passkey', { id: readText(data, 'id'), name });
  refresh();
}

export async function removePasskey(data: FormData): Promise<void> {
  await callAuth('/passkey/delete-passkey', { id: readText(data, 'id') });
  refresh();
}

export async function endSession(data: FormData): Promise<void> {
  await callAuth('/sessions/revoke', { id: readText(data, 'id') });
  refresh();
}

export async function endAllSessions(): Promise<void> {
  await callAuth('/revoke-sessions');
  await dropCartToken();
  redirect('/sign-in');
}
