'use client';

import { Badge, Group, Text } from '@mantine/core';
import type { RouterOutputs } from '@turing/client';
import { Monitor, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceOf } from '../lib/device.ts';
import { Ago } from './moment.tsx';
import classes from './security-lists.module.css';

export type StaffSession = RouterOutputs['customers']['staff']['own']['sessions'][number];

interface SessionRowProps {
  readonly session: StaffSession;
  readonly children?: ReactNode;
}

/** Where somebody is signed in, and what can be done about it. */
export function SessionRow({ session, children }: SessionRowProps) {
  const Icon = /Mobile|iPhone|Android/u.test(session.userAgent) ? Smartphone : Monitor;
  return (
    <div className={classes.row}>
      <Icon size={18} aria-hidden />
      <div className={classes.what}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {deviceOf(session.userAgent)}
          </Text>
          {session.isCurrent && <Badge color="teal">This one</Badge>}
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {session.address} · last used <Ago at={session.lastSeenAt} />
        </Text>
      </div>
      {children}
    </div>
  );
}
