'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { enterCode, signIn, type SignInOutcome } from '../../lib/staff-session.ts';

/** Both halves of a sign-in, and the way to where one was going. */
export function useSignIn(next: string) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const me = useQuery(trpc.customers.staff.me.queryOptions(undefined, { retry: false }));
  const setUp = useQuery(trpc.customers.staff.setUp.needed.queryOptions(undefined, { retry: false }));
  const [pending, setPending] = useState(false);
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [problem, setProblem] = useState<SignInOutcome | null>(null);

  useEffect(() => {
    if (me.data) router.replace(next);
    else if (setUp.data === true) router.replace('/set-up');
  }, [me.data, setUp.data, router, next]);

  async function settle(work: Promise<SignInOutcome>): Promise<void> {
    setPending(true);
    setProblem(null);
    const outcome = await work;
    if (outcome === 'signed-in') {
      // The form stays busy until the next page replaces it; the effect above leads there.
      await queryClient.resetQueries();
      return;
    }
    if (outcome === 'code-wanted') setStep('code');
    else setProblem(outcome);
    setPending(false);
  }

  return {
    step,
    pending,
    problem,
    submitPassword: (credentials: { email: string; password: string }) => settle(signIn(credentials)),
    submitCode: (code: string, trustDevice: boolean) => settle(enterCode(code, trustDevice)),
    startAgain: () => {
      setStep('password');
      setProblem(null);
    },
  };
}
