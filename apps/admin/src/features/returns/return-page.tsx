'use client';

import { Anchor, Card, Grid, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { resolutionLabels, ReturnStatus } from '../../components/return-status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { failureFor } from '../../lib/messages.ts';
import { NextStep } from './next-step.tsx';
import { ReturnFacts } from './return-facts.tsx';
import { ReturnLines } from './return-lines.tsx';
import type { StaffReturn } from './return.ts';

export function ReturnPage({ id }: { id: string }) {
  const back = useQuery(useTRPC().orders.staff.returns.get.queryOptions({ id }));
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/returns" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All returns
        </Group>
      </Anchor>
      {back.data && <ReturnView back={back.data} />}
      {back.isPending && <Skeleton h={320} />}
      {back.isError && back.data === undefined && (
        <Card>
          {['RETURN_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(back.error).code) ? (
            <EmptyState
              icon={SearchX}
              title="This return does not exist"
              description="The address may be mistyped. Look for the return by the number of its order."
              action={<LinkButton href="/returns">See all returns</LinkButton>}
            />
          ) : (
            <ErrorState error={back.error} onRetry={() => void back.refetch()} />
          )}
        </Card>
      )}
    </Stack>
  );
}

function ReturnView({ back }: { back: StaffReturn }) {
  return (
    <div>
      <title>{`Return ${back.name} · Turing Goods Console`}</title>
      <PageHeader
        title={`Return ${back.name}`}
        aside={<ReturnStatus status={back.status} />}
        description={
          <>
            {resolutionLabels[back.resolution]} wanted · requested {formatDateTime(back.createdAt)} ·{' '}
            <Ago at={back.createdAt} />
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <NextStep key={back.version} back={back} />
            <ReturnLines back={back} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <ReturnFacts back={back} />
        </Grid.Col>
      </Grid>
    </div>
  );
}
