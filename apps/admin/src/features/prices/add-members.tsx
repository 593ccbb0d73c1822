'use client';

import { Button, Stack, TagsInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { type CustomerGroup, readEmails } from './group.ts';
import classes from './groups.module.css';
import { useGroupWrite } from './use-group-write.ts';

const modalId = 'add-members';

export function openAddMembers(group: CustomerGroup): void {
  modals.open({ modalId, title: `Add to ${group.name}`, children: <AddMembersForm group={group} /> });
}

function AddMembersForm({ group: { id, version } }: { group: CustomerGroup }) {
  const trpc = useTRPC();
  const { refresh, failed } = useGroupWrite();
  const [emails, setEmails] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const [problem, setProblem] = useState<string | null>(null);
  const candidates = useQuery(
    trpc.customers.staff.groups.candidates.queryOptions({ id, query }, { enabled: query.length >= 2 }),
  );
  const names = new Map(candidates.data?.map(({ email, name }) => [email, name]));
  const add = useMutation(
    trpc.customers.staff.groups.addMembers.mutationOptions({
      onSuccess: async ({ added, unknown }) => {
        modals.close(modalId);
        await refresh();
        toastDone('Members added', `${count(added, 'customer')} joined the group.`);
        if (unknown.length > 0) toastProblem('Nobody has these addresses', unknown.slice(0, 10).join(', '));
      },
      onError: (error) => {
        const sentence = failed(error);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
      },
    }),
  );
  const all = [...new Set([...emails, ...readEmails(typed)])];

  return (
    <Stack>
      <Problem sentence={problem} />
      <TagsInput
        label="Customers"
        description="Type a name or e-mail address, or paste many addresses."
        placeholder={emails.length === 0 ? 'ada@example.com' : ''}
        data-autofocus
        classNames={{ inputField: classes.field }}
        data={[...names.keys()]}
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <div>
            <Text size="sm">{names.get(option.value)}</Text>
            <Text size="xs" c="dimmed">
              {option.value}
            </Text>
          </div>
        )}
        splitChars={[',', ';', ' ', '\n', '\t']}
        maxTags={500}
        value={emails}
        onChange={(values) => setEmails(readEmails(values.join(' ')))}
        searchValue={typed}
        onSearchChange={setTyped}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          disabled={all.length === 0}
          loading={add.isPending}
          onClick={() => add.mutate({ id, version, emails: all, idempotencyKey: createIdempotencyKey() })}
        >
          Add {count(all.length, 'customer')}
        </Button>
      </ModalActions>
    </Stack>
  );
}
