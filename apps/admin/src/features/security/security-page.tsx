'use client';

import { Stack } from '@mantine/core';
import { PageHeader } from '../../components/page-header.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { HistorySection } from './history-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export function SecurityPage() {
  const { email, roleName } = useStaff();
  return (
    <>
      <PageHeader title="Your security" description={`${email} · ${roleName}`} />
      <Stack gap="lg" maw={760}>
        <SecondFactorSection />
        <PasswordSection />
        <SessionsSection />
        <HistorySection />
      </Stack>
    </>
  );
}
