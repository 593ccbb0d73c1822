'use client';

import { Text } from '@mantine/core';
import type { RouterOutputs } from '@turing/client';
import { KeyRound, LogIn, type LucideIcon, ShieldAlert, ShieldCheck } from 'lucide-react';
import { deviceOf } from '../lib/device.ts';
import { Ago } from './moment.tsx';
import classes from './security-lists.module.css';

export type SecurityEvent = RouterOutputs['customers']['staff']['own']['history']['items'][number];

const events: Readonly<Record<SecurityEvent['event'], readonly [string, LucideIcon, string]>> = {
  'signed-in': ['Signed in', LogIn, 'teal'],
  'signed-in-with-code': ['Signed in with a code', LogIn, 'teal'],
  'signed-in-with-recovery-code': ['Signed in with a recovery code', LogIn, 'orange'],
  'password-failed': ['Wrong password', ShieldAlert, 'red'],
  'code-asked': ['Password right, code asked', KeyRound, 'gray'],
  'code-failed': ['Wrong code', ShieldAlert, 'red'],
  'deactivated-refused': ['Refused: deactivated', ShieldAlert, 'red'],
  'second-factor-enabled': ['Second factor set up', ShieldCheck, 'teal'],
  'second-factor-disabled': ['Second factor removed', ShieldAlert, 'orange'],
  'second-factor-reset': ['Second factor reset by a colleague', ShieldAlert, 'orange'],
  'recovery-codes-renewed': ['New recovery codes', KeyRound, 'gray'],
  'password-changed': ['Password changed', KeyRound, 'gray'],
  'invitation-accepted': ['Joined by invitation', ShieldCheck, 'teal'],
};

/** What happened at the door, newest first. */
export function SecurityHistory({ items }: { readonly items: readonly SecurityEvent[] }) {
  return items.map(({ id, event, address, userAgent, createdAt }) => {
    const [label, Icon, colour] = events[event];
    return (
      <div key={id} className={classes.row}>
        <Icon size={18} aria-hidden color={`var(--mantine-color-${colour}-light-color)`} />
        <div className={classes.what}>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {[userAgent === '' ? '' : deviceOf(userAgent), address].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Text size="xs" c="dimmed" className={classes.when} component="div">
          <Ago at={createdAt} />
        </Text>
      </div>
    );
  });
}
