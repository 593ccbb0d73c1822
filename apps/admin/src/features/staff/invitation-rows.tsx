'use client';

import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Mail, Trash2 } from 'lucide-react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone } from '../../lib/toast.tsx';
import type { Invitation } from './staff.ts';
import classes from './staff.module.css';
import { useStaffWrite } from './use-staff-write.ts';

/** Who was asked and has not answered. */
export function InvitationRows({ invitations }: { readonly invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <Section title="Open invitations" flush>
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} />
      ))}
    </Section>
  );
}

function InvitationRow({ invitation }: { readonly invitation: Invitation }) {
  const { invitations } = useTRPC().customers.staff;
  const { refresh, toast } = useStaffWrite();
  const outcome = (title: string, message: string) => ({
    onSuccess: async () => {
      await refresh();
      toastDone(title, message);
    },
    onError: toast,
  });
  const { id, version, email } = invitation;
  const resend = useMutation(
    invitations.resend.mutationOptions(
      outcome('Sent again', `${email} has another week; the old link is over.`),
    ),
  );
  const revoke = useMutation(
    invitations.revoke.mutationOptions(outcome('Withdrawn', `The link of ${email} leads nowhere now.`)),
  );
  const edit = () => ({ id, version, idempotencyKey: createIdempotencyKey() });
  return (
    <div className={classes.row}>
      <Mail size={18} aria-hidden />
      <div className={classes.who}>
        <Text size="sm" fw={500} truncate>
          {email}
        </Text>
        <Text size="xs" c="dimmed">
          By {invitation.inviterName} · until {formatDateTime(invitation.expiresAt)}
        </Text>
      </div>
      <div className={classes.facts}>
        <Badge color="gray">{invitation.roleName}</Badge>
        {invitation.isOver && <Badge color="orange">Over</Badge>}
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate(edit())}>
          Send again
        </Button>
        <Tooltip label="Withdraw">
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Withdraw the invitation of ${email}`}
            loading={revoke.isPending}
            onClick={() => revoke.mutate(edit())}
          >
            <Trash2 size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  );
}
