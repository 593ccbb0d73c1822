'use client';

import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../components/problem.tsx';
import { Section } from '../../components/section.tsx';
import { changePassword } from '../../lib/second-factor.ts';
import { toastDone } from '../../lib/toast.tsx';

const toggle = { 'aria-label': 'Show or hide what is typed' };

export function PasswordSection() {
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (current) => (current === '' ? 'Enter the password you have now.' : null),
      next: (next) => (next.length < 10 ? 'Use at least 10 characters.' : null),
    },
  });
  const change = useMutation({
    mutationFn: ({ current, next }: typeof form.values) => changePassword(current, next),
    onSuccess: () => {
      form.reset();
      void queryClient.invalidateQueries();
      toastDone('Password changed', 'Everywhere else you have to sign in again.');
    },
  });
  return (
    <Section title="Password">
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack maw={420}>
          <Problem sentence={change.error === null ? null : change.error.message} />
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label="New password"
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('next')}
          />
          <Group>
            <Button type="submit" loading={change.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
