'use client';

import { Anchor, Card, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { failureFor } from '../../lib/messages.ts';
import type { CustomerAccount } from './customer.ts';
import { CustomerCredit } from './customer-credit.tsx';
import { CustomerLabels } from './customer-labels.tsx';
import { CustomerNotes } from './customer-notes.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { CustomerPrivacy } from './customer-privacy.tsx';
import { CustomerAddresses, CustomerContact, CustomerSessions } from './customer-profile.tsx';
import { CustomerTimeline } from './customer-timeline.tsx';
import classes from './customers.module.css';
import { Spent } from './spent.tsx';

export function CustomerPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const customer = useQuery(trpc.customers.staff.accounts.get.queryOptions({ id }));
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/customers" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All customers
        </Group>
      </Anchor>
      {customer.data && <CustomerView customer={customer.data} />}
      {customer.isPending && (
        <Card padding={0}>
          <RowSkeletons />
        </Card>
      )}
      {customer.isError && customer.data === undefined && (
        <Card>
          {isMissing(customer.error) ? (
            <EmptyState
              icon={SearchX}
              title="This customer does not exist"
              description="The address may be mistyped, or the account was deleted."
              action={<LinkButton href="/customers">See all customers</LinkButton>}
            />
          ) : (
            <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />
          )}
        </Card>
      )}
    </Stack>
  );
}

function isMissing(error: unknown): boolean {
  return ['CUSTOMER_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(error).code);
}

function CustomerView({ customer }: { customer: CustomerAccount }) {
  const { id, name, createdAt } = customer;
  return (
    <div>
      <title>{`${name} · Turing Goods Console`}</title>
      <PageHeader
        title={name}
        description={
          <>
            Customer since {formatDateTime(createdAt)} · <Ago at={createdAt} />
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <Figures customer={customer} />
            <CustomerNotes customer={customer} />
            <CustomerOrders id={id} />
            <CustomerCredit customerId={id} />
            <CustomerTimeline id={id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <CustomerContact customer={customer} />
            <CustomerLabels key={customer.version} customer={customer} />
            <CustomerAddresses customer={customer} />
            <CustomerSessions customer={customer} />
            <CustomerPrivacy customer={customer} />
          </Stack>
        </Grid.Col>
      </Grid>
    </div>
  );
}

function Figures({ customer }: { customer: CustomerAccount }) {
  return (
    <Card component="section" aria-label="Figures">
      <div className={classes.figures}>
        <Figure name="Paid orders">{customer.orderCount}</Figure>
        <Figure name="Spent">
          <Spent spent={customer.spent} />
        </Figure>
        <Figure name="Last order">
          {customer.lastOrderAt === null ? 'Never' : <Ago at={customer.lastOrderAt} />}
        </Figure>
      </div>
    </Card>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fw={600} component="div">
        {children}
      </Text>
    </div>
  );
}
