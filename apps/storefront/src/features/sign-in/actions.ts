'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { authMessageOf, type AuthRefusal } from '@/lib/auth-messages.ts';
import { callAuth, openAuthLink } from '@/lib/auth.ts';
import { readSecret, readText } from '@/lib/form-data.ts';
import { toOwnPath } from '@/lib/own-path.ts';
import { emptyDoor, type DoorState } from './form-state.ts';

const secondStep = z.object({ twoFactorRedirect: z.literal(true) });
const redirectAnswer = z.object({ url: z.url() });

function refused(refusal: AuthRefusal, kept: Partial<DoorState> = {}): DoorState {
  return { ...emptyDoor, ...kept, message: authMessageOf(refusal) };
}

export async function signIn(_state: DoorState, data: FormData): Promise<DoorState> {
  const email = readText(data, 'email');
  const next = toOwnPath(readText(data, 'next'));
  const answer = await callAuth('/sign-in/email', { email, password: readSecret(data, 'password') });
  if (!answer.ok) return refused(answer, { email, isUnconfirmed: answer.code === 'EMAIL_NOT_VERIFIED' });
  redirect(
    secondStep.safeParse(answer.data).success ? `/sign-in/code?next=${encodeURIComponent(next)}` : next,
  );
}

export async function signInWithCode(_state: DoorState, data: FormData): Promise<DoorState> {
  const code = readText(data, 'code').replaceAll(/\s/gu, '');
  const isRecovery = readText(data, 'kind') === 'recovery';
  const answer = await callAuth(isRecovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', {
    code,
  });
  if (!answer.ok) return refused(answer);
  redirect(toOwnPath(readText(data, 'next')));
}

export async function signInWithProvider(data: FormData): Promise<void> {
  const answer = await callAuth('/sign-in/social', {
    provider: readText(data, 'provider'),
    callbackURL: toOwnPath(readText(data, 'next')),
    errorCallbackURL: '/sign-in',
    disableRedirect: true,
  });
  const found = redirectAnswer.safeParse(answer.data);
  redirect(found.success ? found.data.url : '/sign-in?error=provider');
}

export async function signUp(_state: DoorState, data: FormData): Promise<DoorState> {
  const [email, name] = [readText(data, 'email'), readText(data, 'name')];
  if (name === '') return { ...emptyDoor, message: 'Enter your name.', email };
  const answer = await callAuth('/sign-up/email', { email, name, password: readSecret(data, 'password') });
  return answer.ok ? { ...emptyDoor, email, done: true } : refused(answer, { email, name });
}

export async function sendConfirmation(_state: DoorState, data: FormData): Promise<DoorState> {
  const email = readText(data, 'email');
  const answer = await callAuth('/send-verification-email', { email });
  return answer.ok ? { ...emptyDoor, email, done: true } : refused(answer, { email });
}

export async function confirmEmail(_state: DoorState, data: FormData): Promise<DoorState> {
  const token = encodeURIComponent(readText(data, 'token'));
  const answer = await openAuthLink(`/verify-email?token=${token}`);
  return answer.ok ? { ...emptyDoor, done: true } : refused(answer);
}

export async function forgotPassword(_state: DoorState, data: FormData): Promise<DoorState> {
  const email = readText(data, 'email');
  const answer = await callAuth('/request-password-reset', { email });
  return answer.ok ? { ...emptyDoor, email, done: true } : refused(answer, { email });
}

export async function resetPassword(_state: DoorState, data: FormData): Promise<DoorState> {
  const token = readText(data, 'token');
  const answer = await callAuth('/reset-password', { token, newPassword: readSecret(data, 'password') });
  if (!answer.ok) return refused(answer);
  redirect('/sign-in?notice=password-changed');
}
