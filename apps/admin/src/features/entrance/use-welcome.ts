'use client';

import { useRouter } from 'next/navigation';
import { signIn } from '../../lib/staff-session.ts';

/** Signs a new member of staff in with what they have just chosen, or sends them to the form. */
export function useWelcome() {
  const router = useRouter();
  return async (credentials: { email: string; password: string }): Promise<void> => {
    const outcome = await signIn(credentials);
    // A full navigation: what was asked for as a stranger is forgotten.
    if (outcome === 'signed-in') window.location.replace('/');
    else router.replace('/sign-in?welcome=1');
  };
}
