'use client';

import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Enrolment } from '../../components/enrolment.tsx';
import { PasswordForm } from '../../components/password-form.tsx';
import { RecoveryCodes } from '../../components/recovery-codes.tsx';
import { Section } from '../../components/section.tsx';
import { count } from '../../lib/format.ts';
import { countRecoveryCodes, removeSecondFactor, renewRecoveryCodes } from '../../lib/second-factor.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';

const modalId = 'second-factor';
const codesKey = ['recovery-codes'];

export function SecondFactorSection() {
  const { hasSecondFactor } = useStaff();
  return (
    <Section
      title="Second factor"
      aside={<Badge color={hasSecondFactor ? 'teal' : 'orange'}>{hasSecondFactor ? 'On' : 'Off'}</Badge>}
    >
      {hasSecondFactor ? <Enrolled /> : <NotEnrolled />}
    </Section>
  );
}

function NotEnrolled() {
  const queryClient = useQueryClient();
  const enrol = () =>
    modals.open({
      modalId,
      title: 'Set up a second factor',
      children: (
        <Enrolment
          onDone={() => {
            modals.close(modalId);
            void queryClient.invalidateQueries();
            toastDone('Second factor on', 'Next time you sign in with a code as well.');
          }}
        />
      ),
    });
  return (
    <Stack align="flex-start">
      <Text size="sm" c="dimmed">
        Your password alone opens the console. A code of your phone beside it keeps out whoever learns the
        password.
      </Text>
      <Button onClick={enrol}>Set up</Button>
    </Stack>
  );
}

function Enrolled() {
  const left = useQuery({ queryKey: codesKey, queryFn: countRecoveryCodes });
  const queryClient = useQueryClient();
  const remove = () =>
    modals.open({
      modalId,
      title: 'Remove the second factor',
      children: (
        <PasswordForm
          explanation="Your password alone will open the console. Where your role needs a second factor you set up another one before anything else."
          submit="Remove"
          danger
          run={removeSecondFactor}
          onDone={() => {
            modals.close(modalId);
            void queryClient.invalidateQueries();
          }}
        />
      ),
    });
  const renew = () =>
    modals.open({
      modalId,
      title: 'New recovery codes',
      children: <Renew onDone={() => void queryClient.invalidateQueries({ queryKey: codesKey })} />,
    });
  return (
    <Stack align="flex-start">
      <Text size="sm" c={left.data !== undefined && left.data < 3 ? 'var(--mantine-color-error)' : 'dimmed'}>
        {left.data === undefined
          ? 'Signing in takes a code of your authenticator app.'
          : `Signing in takes a code of your authenticator app. ${count(left.data, 'recovery code')} left.`}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={renew}>
          New recovery codes
        </Button>
        <Button variant="default" onClick={remove}>
          Remove
        </Button>
      </Group>
    </Stack>
  );
}

function Renew({ onDone }: { readonly onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) {
    return <RecoveryCodes codes={codes} done="I have kept them" onDone={() => modals.close(modalId)} />;
  }
  return (
    <PasswordForm
      explanation="The codes you have now stop working."
      submit="Make new codes"
      run={renewRecoveryCodes}
      onDone={(made) => {
        setCodes(made);
        onDone();
      }}
    />
  );
}
