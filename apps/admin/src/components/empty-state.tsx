'use client';

import { EmptyState as MantineEmptyState } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly description: string;
  readonly action?: ReactNode;
}

/** Nothing to show, said kindly, with what to do about it. */
export function EmptyState({ icon: Icon, title, description, action }: EmptyStateProps) {
  return (
    <MantineEmptyState
      variant="light"
      color="brand"
      size="sm"
      py={56}
      px="md"
      icon={<Icon size={24} aria-hidden />}
      title={title}
      description={description}
    >
      {action !== undefined && <MantineEmptyState.Actions>{action}</MantineEmptyState.Actions>}
    </MantineEmptyState>
  );
}
