'use client';

import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { Info } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '../../components/problem.tsx';
import { safeNext } from '../../lib/safe-next.ts';
import type { SignInOutcome } from '../../lib/staff-session.ts';
import { CodeForm } from './code-form.tsx';
import { useSignIn } from './use-sign-in.ts';

const problems: Readonly<Record<Exclude<SignInOutcome, 'signed-in' | 'code-wanted'>, string>> = {
  'wrong-credentials': 'That e-mail and password do not match. Check both and try again.',
  inactive: 'This account has been deactivated. Ask an owner of the shop.',
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
  const { step, submitPassword, submitCode, startAgain, pending, problem } = useSignIn(
    safeNext(params.get('next')),
  );
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: schemaResolver(credentialsSchema, { sync: true }),
  });
  const sentence = sentenceOf(problem, step);
  if (step === 'code') {
    return <CodeForm pending={pending} problem={sentence} onSubmit={submitCode} onBack={startAgain} />;
  }
  return (
    <form onSubmit={form.onSubmit((values) => submitPassword(values))} noValidate>
      <Stack>
        <Problem sentence={sentence} />
        {problem === null && params.has('ended') && (
          <Alert color="brand" icon={<Info size={18} />}>
            Your session has ended. Sign in to continue where you were.
          </Alert>
        )}
        {problem === null && params.has('welcome') && (
          <Alert color="teal" icon={<Info size={18} />}>
            Your account is ready. Sign in to begin.
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

function sentenceOf(problem: SignInOutcome | null, step: 'password' | 'code'): string | null {
  if (problem === null || problem === 'signed-in' || problem === 'code-wanted') return null;
  if (step === 'code' && problem === 'wrong-credentials') {
    return 'That code is not right, or it took too long. Try the next one.';
  }
  return problems[problem];
}
