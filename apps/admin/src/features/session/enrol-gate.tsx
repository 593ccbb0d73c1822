'use client';

import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Enrolment } from '../../components/enrolment.tsx';
import { EntranceCard } from '../../components/entrance-card.tsx';
import { signOut } from '../../lib/sign-out.ts';

/** All that somebody sees whose role needs a second factor and who has none. */
export function EnrolGate({ name }: { readonly name: string }) {
  const queryClient = useQueryClient();
  return (
    <EntranceCard
      title="One more thing"
      description={`Your role moves money, ${name}, so a password alone is not enough. It takes two minutes.`}
      footnote={
        <Anchor component="button" type="button" size="xs" onClick={() => void signOut()}>
          Sign out
        </Anchor>
      }
    >
      <Enrolment onDone={() => void queryClient.resetQueries()} />
    </EntranceCard>
  );
}
