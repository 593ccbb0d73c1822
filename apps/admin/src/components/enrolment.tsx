'use client';

import { Box, Button, Center, Code, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { beginEnrolment, type Enrolment as Begun, finishEnrolment } from '../lib/second-factor.ts';
import { PasswordForm } from './password-form.tsx';
import { Problem } from './problem.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** From the password to an authenticator app that works, and the codes for when it is lost. */
export function Enrolment({ onDone }: { readonly onDone: () => void }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [isVerified, setVerified] = useState(false);
  if (begun === null) {
    return (
      <PasswordForm
        explanation="An authenticator app on your phone will show a code that changes every half minute. Signing in will take your password and that code."
        submit="Go on"
        run={beginEnrolment}
        onDone={setBegun}
      />
    );
  }
  if (isVerified) {
    return <RecoveryCodes codes={begun.recoveryCodes} done="I have kept them" onDone={onDone} />;
  }
  return <ScanAndVerify totpURI={begun.totpURI} onVerified={() => setVerified(true)} />;
}

interface ScanAndVerifyProps {
  readonly totpURI: string;
  readonly onVerified: () => void;
}

function ScanAndVerify({ totpURI, onVerified }: ScanAndVerifyProps) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (code) => (/^\d{6}$/u.test(code.replaceAll(/\s/gu, '')) ? null : 'Six digits.') },
  });
  const verify = useMutation({ mutationFn: finishEnrolment, onSuccess: onVerified });
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  return (
    <form onSubmit={form.onSubmit(({ code }) => verify.mutate(code))} noValidate>
      <Stack>
        <Text size="sm">Scan this with your authenticator app, then enter the code it shows.</Text>
        <Center>
          <Box p="md" bg="white" style={{ borderRadius: 12, lineHeight: 0 }}>
            <QRCodeSVG value={totpURI} size={176} title="Code to scan with an authenticator app" />
          </Box>
        </Center>
        <Text size="xs" c="dimmed" ta="center">
          Cannot scan? Type <Code data-testid="secret">{secret}</Code>
        </Text>
        <Problem sentence={verify.error === null ? null : verify.error.message} />
        <TextInput
          label="Code"
          autoComplete="one-time-code"
          inputMode="numeric"
          {...form.getInputProps('code')}
          key={form.key('code')}
        />
        <Button type="submit" loading={verify.isPending}>
          Turn it on
        </Button>
      </Stack>
    </form>
  );
}
