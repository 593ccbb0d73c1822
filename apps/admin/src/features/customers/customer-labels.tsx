'use client';

import { Button, Group, MultiSelect, Stack, TagsInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { CustomerAccount } from './customer.ts';
import { useCustomerWrite } from './use-customer-write.ts';

/** Groups change what a customer pays; tags only help to find them. */
export function CustomerLabels({ customer }: { customer: CustomerAccount }) {
  const mayWrite = useStaff().permissions.includes('customers:write');
  return (
    <Section title="Groups and tags">
      <Stack gap="md">
        <GroupsField customer={customer} mayWrite={mayWrite} />
        <TagsField customer={customer} mayWrite={mayWrite} />
      </Stack>
    </Section>
  );
}

interface FieldProps {
  readonly customer: CustomerAccount;
  readonly mayWrite: boolean;
}

function GroupsField({ customer, mayWrite }: FieldProps) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { done, failed } = useCustomerWrite(customer.id);
  const all = useQuery(trpc.customers.staff.groups.list.queryOptions());
  const kept = customer.groups.map(({ id }) => id);
  const [groupIds, setGroupIds] = useState(kept);
  const known = all.data ?? customer.groups;
  const save = useMutation(
    trpc.customers.staff.accounts.setGroups.mutationOptions({
      onSuccess: () => done('Groups saved', `${customer.name} pays the prices of these groups from now on.`),
      onError: failed,
    }),
  );
  const input = { id: customer.id, version: customer.version, groupIds };
  return (
    <>
      <MultiSelect
        label="Groups"
        placeholder={groupIds.length === 0 ? 'None' : ''}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={groupIds}
        onChange={setGroupIds}
        disabled={!mayWrite}
        searchable
        clearable
      />
      <SaveButton
        label="Save groups"
        changed={!isSame(kept, groupIds)}
        busy={save.isPending}
        onCancel={() => setGroupIds(kept)}
        onSave={() => save.mutate({ ...input, idempotencyKey: keyOf(input) })}
      />
    </>
  );
}

function TagsField({ customer, mayWrite }: FieldProps) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { done, failed } = useCustomerWrite(customer.id);
  const used = useQuery(trpc.customers.staff.accounts.tags.queryOptions());
  const [tags, setTags] = useState(customer.tags);
  const save = useMutation(
    trpc.customers.staff.accounts.setTags.mutationOptions({
      onSuccess: () => done('Tags saved', `${customer.name} can be found by them.`),
      onError: failed,
    }),
  );
  const input = { id: customer.id, version: customer.version, tags };
  return (
    <>
      <TagsInput
        label="Tags"
        placeholder={tags.length === 0 ? 'None' : ''}
        data={used.data?.map(({ tag }) => tag) ?? []}
        value={tags}
        onChange={(typed) => setTags(typed.map((tag) => tag.trim().toLowerCase()))}
        maxTags={20}
        maxLength={40}
        disabled={!mayWrite}
        clearable
      />
      <SaveButton
        label="Save tags"
        changed={!isSame(customer.tags, tags)}
        busy={save.isPending}
        onCancel={() => setTags(customer.tags)}
        onSave={() => save.mutate({ ...input, idempotencyKey: keyOf(input) })}
      />
    </>
  );
}

interface SaveButtonProps {
  readonly label: string;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

function SaveButton({ label, changed, busy, onCancel, onSave }: SaveButtonProps) {
  if (!changed) return null;
  return (
    <Group gap="xs">
      <Button size="xs" loading={busy} onClick={onSave}>
        {label}
      </Button>
      <Button size="xs" variant="default" disabled={busy} onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n');
}
