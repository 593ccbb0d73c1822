import { toastProblem } from './toast.tsx';
import { messages } from './messages.ts';
import { endSession } from './staff-session.ts';

/** Ends the session and leaves by a full navigation, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  if (await endSession()) window.location.replace('/sign-in');
  else toastProblem('You are still signed in', messages.UNREACHABLE);
}
