'use client';

import { Button, Loader, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { EntranceCard } from '../../components/entrance-card.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { AccountFields, accountSchema } from './account-fields.tsx';
import { useWelcome } from './use-welcome.ts';

/** Reads the secret of the link behind its #, which browsers send to nobody. */
export function InvitationCard() {
  const trpc = useTRPC();
  const view = useMutation(trpc.customers.staff.invitations.view.mutationOptions());
  const { mutate, data: offer, error } = view;
  const token = view.variables?.token;
  useEffect(() => {
    mutate({ token: window.location.hash.slice(1) });
  }, [mutate]);

  if (error !== null) {
    return (
      <EntranceCard title="This link leads nowhere" description={sentenceForLink(error)}>
        <LinkButton href="/sign-in" variant="default" fullWidth>
          To the sign-in page
        </LinkButton>
      </EntranceCard>
    );
  }
  if (offer === undefined || token === undefined) {
    return (
      <EntranceCard title="Welcome" description="One moment.">
        <Loader type="dots" aria-label="Opening the invitation" />
      </EntranceCard>
    );
  }
  return (
    <EntranceCard
      title="Welcome"
      description={
        <>
          {offer.inviterName} invites you to work here. Your role:{' '}
          <Text span fw={600}>
            {offer.roleName}
          </Text>
          .
        </>
      }
      footnote={`You will sign in as ${offer.email}.`}
    >
      <AcceptForm token={token} />
    </EntranceCard>
  );
}

function sentenceForLink(error: unknown): string {
  const sentence = sentenceFor(error);
  return sentence.startsWith('Some of what') ? 'The link is not complete. Copy all of it.' : sentence;
}

function AcceptForm({ token }: { readonly token: string }) {
  const trpc = useTRPC();
  const welcome = useWelcome();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', password: '' },
    validate: schemaResolver(accountSchema, { sync: true }),
  });
  const accept = useMutation(
    trpc.customers.staff.invitations.accept.mutationOptions({
      onSuccess: ({ email }, { password }) => welcome({ email, password }),
    }),
  );
  return (
    <form onSubmit={form.onSubmit((values) => accept.mutate({ ...values, token }))} noValidate>
      <Stack>
        <Problem sentence={accept.error === null ? null : sentenceFor(accept.error)} />
        <AccountFields form={form} />
        <Button type="submit" size="md" mt="xs" loading={accept.isPending || accept.isSuccess} fullWidth>
          Begin
        </Button>
      </Stack>
    </form>
  );
}
