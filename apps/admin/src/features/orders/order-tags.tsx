'use client';

import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { useAftercare, useAftercareWrite } from './use-aftercare.ts';

/** Tags help to find orders; each is kept as it is typed. */
export function OrderTags({ orderId }: { orderId: string }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const mayWrite = useStaff().permissions.includes('orders:write');
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim().toLowerCase(), 200);
  const tags = useAftercare(orderId).data?.tags ?? [];
  const used = useQuery(trpc.orders.staff.tags.suggest.queryOptions({ query }, { enabled: mayWrite }));
  const { done, failed } = useAftercareWrite(orderId);
  const set = useMutation(
    trpc.orders.staff.tags.set.mutationOptions({
      onSuccess: () => done('Tags saved', 'The order can be found by them.'),
      onError: failed,
    }),
  );
  function change(next: string[]): void {
    const wanted = [...new Set(next.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];
    const add = wanted.filter((tag) => !tags.includes(tag));
    const remove = tags.filter((tag) => !wanted.includes(tag));
    if (add.length + remove.length === 0) return;
    const input = { id: orderId, add, remove };
    set.mutate({ ...input, idempotencyKey: keyOf([tags, input]) });
  }
  return (
    <Section title="Tags">
      <TagsInput
        aria-label="Tags"
        placeholder={tags.length === 0 ? 'Add a tag' : ''}
        data={used.data ?? []}
        value={tags}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={change}
        maxTags={30}
        maxLength={40}
        disabled={!mayWrite || set.isPending}
      />
    </Section>
  );
}
