'use client';

import { Anchor, Card, Grid, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { failureFor } from '../../lib/messages.ts';
import { OverlapsSection } from './overlaps-section.tsx';
import { PriceListActions } from './price-list-actions.tsx';
import { kinds, periodOf, type PriceList, states, unbroken } from './price-list.ts';
import { PricesSection } from './prices-section.tsx';
import { TermsSection } from './terms-section.tsx';

export function PriceListPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const list = useQuery(trpc.products.staff.priceLists.get.queryOptions({ id }));
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/prices" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All price lists
        </Group>
      </Anchor>
      {list.data && <PriceListView list={list.data} />}
      {list.isPending && <Skeleton h={420} radius="lg" role="status" aria-label="Loading" />}
      {list.isError && list.data === undefined && (
        <Card>
          {['PRICE_LIST_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(list.error).code) ? (
            <EmptyState
              icon={SearchX}
              title="This price list does not exist"
              description="It may have been deleted, or the address is mistyped."
              action={<LinkButton href="/prices">See all price lists</LinkButton>}
            />
          ) : (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          )}
        </Card>
      )}
    </Stack>
  );
}

function PriceListView({ list }: { list: PriceList }) {
  return (
    <div>
      <title>{`${list.name} · Turing Goods Console`}</title>
      <PageHeader
        title={list.name}
        aside={<StatusBadge {...states[list.state]} />}
        description={`${kinds[list.kind].label} for ${list.group?.name ?? 'everybody'} · ${unbroken(periodOf(list))}`}
        actions={<PriceListActions list={list} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <PricesSection list={list} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <TermsSection key={list.version} list={list} />
            <OverlapsSection list={list} />
          </Stack>
        </Grid.Col>
      </Grid>
    </div>
  );
}
