'use client';

import { Center } from '@mantine/core';
import { Compass } from 'lucide-react';
import { EmptyState } from './empty-state.tsx';
import { LinkButton } from './link-button.tsx';

export function NotFoundState() {
  return (
    <Center component="main" mih="100dvh">
      <EmptyState
        icon={Compass}
        title="There is nothing here"
        description="The address may be mistyped, or what was here has gone."
        action={<LinkButton href="/">Go to the console</LinkButton>}
      />
    </Center>
  );
}
