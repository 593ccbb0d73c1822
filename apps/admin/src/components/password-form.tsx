'use client';

import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Problem } from './problem.tsx';

interface PasswordFormProps<Result> {
  readonly explanation: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly run: (password: string) => Promise<Result>;
  readonly onDone: (result: Result) => void;
}

/** Asks for the password once more, before something that matters. */
export function PasswordForm<Result>({
  explanation,
  submit,
  danger,
  run,
  onDone,
}: PasswordFormProps<Result>) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? 'Enter your password.' : null) },
  });
  const ask = useMutation({ mutationFn: run, onSuccess: onDone });
  return (
    <form onSubmit={form.onSubmit(({ password }) => ask.mutate(password))} noValidate>
      <Stack>
        <Text size="sm">{explanation}</Text>
        <Problem sentence={ask.error === null ? null : ask.error.message} />
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
          {...form.getInputProps('password')}
          key={form.key('password')}
        />
        <Button type="submit" color={danger ? 'red' : 'brand'} loading={ask.isPending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
