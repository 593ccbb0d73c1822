'use client';

import { Anchor, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { Problem } from '../../components/problem.tsx';

interface CodeFormProps {
  readonly pending: boolean;
  readonly problem: string | null;
  readonly onSubmit: (code: string, trustDevice: boolean) => void;
  readonly onBack: () => void;
}

/** The second half of a sign-in. */
export function CodeForm({ pending, problem, onSubmit, onBack }: CodeFormProps) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '', trustDevice: false },
    validate: { code: (code) => (code.trim() === '' ? 'Enter a code.' : null) },
  });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form onSubmit={form.onSubmit(({ code, trustDevice }) => onSubmit(code, trustDevice))} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <Text size="sm">Enter the code your authenticator app shows, or one of your recovery codes.</Text>
        <TextInput
          label="Code"
          size="md"
          ref={field}
          autoComplete="one-time-code"
          {...form.getInputProps('code')}
          key={form.key('code')}
        />
        <Checkbox
          label="Trust this device for two weeks"
          description="Your password alone will do here. Not for shared computers."
          {...form.getInputProps('trustDevice', { type: 'checkbox' })}
          key={form.key('trustDevice')}
        />
        <Button type="submit" size="md" loading={pending} fullWidth>
          Go on
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          Sign in as somebody else
        </Anchor>
      </Stack>
    </form>
  );
}
