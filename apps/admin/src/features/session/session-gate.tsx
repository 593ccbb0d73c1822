'use client';

import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { useTRPC } from '../../lib/api.ts';
import { signInPath } from '../../lib/safe-next.ts';
import { StaffProvider } from '../../lib/staff.tsx';
import { EnrolGate } from './enrol-gate.tsx';

/** Lets staff in, and sends everyone else to sign in and back to where they were. */
export function SessionGate({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const me = useQuery(trpc.customers.staff.me.queryOptions(undefined, { staleTime: 60_000 }));
  const signedOut = me.data === null;
  useSignInRedirect(signedOut);

  if (me.data?.mustEnrol) return <EnrolGate name={me.data.name} />;
  if (me.data) return <StaffProvider staff={me.data}>{children}</StaffProvider>;
  return (
    <Center mih="100dvh">
      {me.isError ? (
        <ErrorState error={me.error} title="The console is not available" onRetry={() => void me.refetch()} />
      ) : (
        <Loader type="dots" aria-label="Opening the console" />
      )}
    </Center>
  );
}

function useSignInRedirect(signedOut: boolean): void {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  useEffect(() => {
    if (!signedOut) return;
    router.replace(signInPath(search === '' ? pathname : `${pathname}?${search}`, { ended: true }));
  }, [signedOut, router, pathname, search]);
}
