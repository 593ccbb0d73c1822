import { Center } from '@mantine/core';
import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
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
