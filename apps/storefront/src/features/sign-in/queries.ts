import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';
import { attemptOr } from '@/lib/attempt.ts';
import { hasSession } from '@/lib/session.ts';

export async function isSignedIn(): Promise<boolean> {
  return (await hasSession()) && (await attemptOr(shopperApi().customers.me.query(), null)) !== null;
}

export function listSignInProviders(): Promise<RouterOutputs['customers']['signInProviders']> {
  return attemptOr(shopperApi().customers.signInProviders.query(), []);
}
