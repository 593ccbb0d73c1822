'use client';

import { Alert, Button, Code, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isForTokens, type Permission } from '@turing/domain';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { CopyIcon } from '../../components/copy-text.tsx';
import { ModalActions } from '../../components/modal-actions.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';

const modalId = 'api-token';

export function openTokenForm(held: readonly Permission[]): void {
  modals.open({ modalId, size: 'lg', title: 'New API token', children: <TokenForm held={held} /> });
}

interface TokenValues {
  name: string;
  days: string;
  permissions: Permission[];
}

const lives = [
  { value: '7', label: 'A week' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

function TokenForm({ held }: { readonly held: readonly Permission[] }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const choosable = held.filter(isForTokens);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm<TokenValues>({
    initialValues: { name: '', days: '90', permissions: [] },
    validate: {
      name: (name) => (name.trim() === '' ? 'Say what it is for.' : null),
      permissions: (list) => (list.length === 0 ? 'Choose at least one.' : null),
    },
  });
  const create = useMutation(
    trpc.customers.staff.tokens.create.mutationOptions({
      onSuccess: async (made) => {
        setSecret(made.secret);
        await queryClient.invalidateQueries(trpc.customers.staff.tokens.pathFilter());
      },
    }),
  );
  if (secret !== null) return <SecretOnce secret={secret} />;
  const error = form.errors.permissions;
  const save = ({ name, days, permissions }: TokenValues) =>
    create.mutate({ name, permissions, days: Number(days), idempotencyKey: createIdempotencyKey() });
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack>
        <Problem sentence={create.error === null ? null : sentenceFor(create.error)} />
        <TextInput
          label="Name"
          description="What will use it, such as “ERP” or “warehouse robot”."
          maxLength={80}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select label="Works for" data={lives} allowDeselect={false} {...form.getInputProps('days')} />
        <PermissionPicker
          label="May"
          value={form.values.permissions}
          choosable={choosable}
          error={typeof error === 'string' ? error : null}
          onChange={(permissions) => form.setFieldValue('permissions', permissions)}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={create.isPending}>
            Make token
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function SecretOnce({ secret }: { readonly secret: string }) {
  return (
    <Stack>
      <Alert color="teal" icon={<KeyRound size={18} />} title="Copy it now">
        It is shown this once. The shop keeps only a hash and cannot tell it again.
      </Alert>
      <Group gap="xs" wrap="nowrap">
        <Code block flex={1} style={{ wordBreak: 'break-all', whiteSpace: 'normal' }} data-testid="token">
          {secret}
        </Code>
        <CopyIcon label="token" text={secret} />
      </Group>
      <Text size="sm" c="dimmed">
        Send it as <Code>Authorization: Bearer …</Code> to the same procedures the console uses.
      </Text>
      <ModalActions>
        <Button onClick={() => modals.close(modalId)}>I have copied it</Button>
      </ModalActions>
    </Stack>
  );
}
