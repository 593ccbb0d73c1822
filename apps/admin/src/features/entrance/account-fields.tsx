'use client';

import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { z } from 'zod';

export const accountSchema = z.object({
  name: z.string().trim().min(1, 'Enter your name'),
  password: z.string().min(10, 'Use at least 10 characters'),
});

interface AccountValues {
  name: string;
  password: string;
}

/** Who somebody is, and with what they will sign in. */
export function AccountFields<Values extends AccountValues>({
  form,
}: {
  readonly form: UseFormReturnType<Values>;
}) {
  return (
    <>
      <TextInput
        label="Your name"
        description="Colleagues see it beside what you do."
        autoComplete="name"
        size="md"
        maxLength={120}
        {...form.getInputProps('name')}
        key={form.key('name')}
      />
      <PasswordInput
        label="Password"
        description="At least 10 characters. Long and unusual beats complicated."
        autoComplete="new-password"
        size="md"
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
        {...form.getInputProps('password')}
        key={form.key('password')}
      />
    </>
  );
}
