'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { z } from 'zod';
import { EntranceCard } from '../../components/entrance-card.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { AccountFields, accountSchema } from './account-fields.tsx';
import { useWelcome } from './use-welcome.ts';

const setUpSchema = accountSchema.extend({
  secret: z.string().trim().min(1, 'Enter the set-up code'),
  email: z.email('Enter your e-mail address'),
});

/** Once in the life of a shop: who owns it. */
export function SetUpCard() {
  const trpc = useTRPC();
  const router = useRouter();
  const needed = useQuery(trpc.customers.staff.setUp.needed.queryOptions());
  const isDone = needed.data === false;
  useEffect(() => {
    if (isDone) router.replace('/sign-in');
  }, [isDone, router]);
  return (
    <EntranceCard
      title="Set up the shop"
      description="Nobody works here yet. Make the first account: it owns the shop and invites everybody else."
      footnote="The set-up code is in the log of the API, or what STAFF_SETUP_SECRET says."
    >
      <SetUpForm />
    </EntranceCard>
  );
}

function SetUpForm() {
  const trpc = useTRPC();
  const welcome = useWelcome();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { secret: '', email: '', name: '', password: '' },
    validate: schemaResolver(setUpSchema, { sync: true }),
  });
  const create = useMutation(
    trpc.customers.staff.setUp.createOwner.mutationOptions({
      onSuccess: ({ email }, { password }) => welcome({ email, password }),
    }),
  );
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <Stack>
        <Problem sentence={create.error === null ? null : sentenceFor(create.error)} />
        <TextInput
          label="Set-up code"
          autoComplete="off"
          size="md"
          {...form.getInputProps('secret')}
          key={form.key('secret')}
        />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
          key={form.key('email')}
        />
        <AccountFields form={form} />
        <Button type="submit" size="md" mt="xs" loading={create.isPending || create.isSuccess} fullWidth>
          Open the shop
        </Button>
      </Stack>
    </form>
  );
}
