'use client';

import { Badge, Button, Code, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { useState } from 'react';
import { Ago } from '../../components/moment.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { permissionLabels } from '../../lib/permission-labels.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import classes from './tokens.module.css';

export type ApiToken = RouterOutputs['customers']['staff']['tokens']['list'][number];

export function TokenRow({ token }: { readonly token: ApiToken }) {
  const [now] = useState(Date.now);
  const isOver = Date.parse(token.expiresAt) <= now;
  const inForce = token.revokedAt === null && !isOver;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {token.name}
          </Text>
          <Code>{token.prefix}…</Code>
          {token.revokedAt !== null && <Badge color="red">Revoked</Badge>}
          {token.revokedAt === null && isOver && <Badge color="orange">Over</Badge>}
        </Group>
        <Text size="xs" c="dimmed" mt={2}>
          {token.permissions.map((each) => permissionLabels[each].action).join(' · ')}
        </Text>
        <Text size="xs" c="dimmed" mt={2} component="div">
          Made by {token.makerName} · until {formatDateTime(token.expiresAt)} ·{' '}
          {token.lastUsedAt === null ? 'never used' : <>last used {<Ago at={token.lastUsedAt} />}</>}
        </Text>
      </div>
      {inForce && <RevokeButton token={token} />}
    </div>
  );
}

function RevokeButton({ token }: { readonly token: ApiToken }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.customers.staff.tokens.pathFilter());
  const revoke = useMutation(
    trpc.customers.staff.tokens.revoke.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Token revoked', `“${token.name}” stops working within seconds.`);
      },
      onError: (error) => toastRefusal(error, () => void refresh()),
    }),
  );
  const confirm = () =>
    modals.openConfirmModal({
      title: `Revoke “${token.name}”?`,
      children: <Text size="sm">What uses it stops working within seconds, for good.</Text>,
      labels: { confirm: 'Revoke', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        revoke.mutate({ id: token.id, version: token.version, idempotencyKey: createIdempotencyKey() }),
    });
  return (
    <Button
      size="xs"
      variant="default"
      loading={revoke.isPending}
      onClick={confirm}
      aria-label={`Revoke ${token.name}`}
    >
      Revoke
    </Button>
  );
}
