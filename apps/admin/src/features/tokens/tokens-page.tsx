'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { openTokenForm } from './token-form.tsx';
import { TokenRow } from './token-row.tsx';

export function TokensPage() {
  const trpc = useTRPC();
  const { permissions } = useStaff();
  const tokens = useQuery(trpc.customers.staff.tokens.list.queryOptions());
  return (
    <>
      <PageHeader
        title="API tokens"
        description="For machines that work with the shop. Each may do some of what its maker may."
        actions={
          <Button leftSection={<Plus size={16} />} onClick={() => openTokenForm(permissions)}>
            New token
          </Button>
        }
      />
      <Section title="Tokens" flush>
        {tokens.isPending && <RowSkeletons rows={3} />}
        {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
        {tokens.data?.length === 0 && (
          <EmptyState
            icon={KeyRound}
            title="No tokens yet"
            description="Make one for each integration, with as few permissions as it needs."
          />
        )}
        {tokens.data?.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </Section>
    </>
  );
}
