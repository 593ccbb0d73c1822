'use client';

import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Info, TriangleAlert } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useTRPC } from '../../lib/api.ts';
import { safeNext } from '../../lib/safe-next.ts';
import { signIn, type SignInOutcome } from '../../lib/staff-session.ts';

const problems: Readonly<Record<Exclude<SignInOutcome, 'signed-in'>, string>> = {
  'wrong-credentials': 'That e-mail and password do not match. Check both and try again.',
  limited: 'Too many attempts. Wait a minute and try again.',
  unreachable: 'The service does not answer. Check your connection and try again in a moment.',
  failed: 'Signing in did not work. Try again; if it happens again, tell your administrator.',
};

const credentialsSchema = z.object({
  email: z.email('Enter your e-mail address'),
  password: z.string().min(1, 'Enter your password'),
});

export function SignInForm() {
  const params = useSearchParams();
  const { submit, pending, problem } = useSignIn(safeNext(params.get('next')));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: schemaResolver(credentialsSchema, { sync: true }),
  });

  return (
    <form onSubmit={form.onSubmit((values) => submit(values))} noValidate>
      <Stack>
        {problem !== null && (
          <Alert color="red" icon={<TriangleAlert size={18} />} role="alert">
            {problems[problem]}
          </Alert>
        )}
        {problem === null && params.has('ended') && (
          <Alert color="brand" icon={<Info size={18} />}>
            Your session has ended. Sign in to continue where you were.
          </Alert>
        )}
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
          key={form.key('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
          {...form.getInputProps('password')}
          key={form.key('password')}
        />
        <Button type="submit" size="md" mt="xs" loading={pending} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}

function useSignIn(next: string) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const me = useQuery(trpc.customers.staff.me.queryOptions(undefined, { retry: false }));
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Exclude<SignInOutcome, 'signed-in'> | null>(null);

  useEffect(() => {
    if (me.data) router.replace(next);
  }, [me.data, router, next]);

  async function submit(credentials: { email: string; password: string }): Promise<void> {
    setPending(true);
    setProblem(null);
    const outcome = await signIn(credentials);
    if (outcome === 'signed-in') {
      // The form stays busy until the next page replaces it; the effect above leads there.
      await queryClient.resetQueries();
      return;
    }
    setProblem(outcome);
    setPending(false);
  }

  return { submit, pending, problem };
}
