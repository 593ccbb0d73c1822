'use client';

import { Button, Card, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Globe, Plus } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { TryAddress } from '../../components/try-address.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { ZoneCard } from './zone-card.tsx';
import { openZoneForm } from './zone-form.tsx';

export function ShippingPage() {
  const trpc = useTRPC();
  const mayWrite = useStaff().permissions.includes('settings:write');
  const zones = useQuery(trpc.orders.staff.shipping.zones.queryOptions());
  return (
    <div>
      <PageHeader
        title="Shipping"
        description="A buyer is offered the methods of the zone that names their address most exactly: by postal code, then by state, then by country."
        actions={
          mayWrite && (
            <Button leftSection={<Plus size={16} />} onClick={() => openZoneForm(null)}>
              New zone
            </Button>
          )
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {zones.isPending && (
              <Card padding={0}>
                <RowSkeletons rows={5} />
              </Card>
            )}
            {zones.isError && (
              <Card padding={0}>
                <ErrorState error={zones.error} onRetry={() => void zones.refetch()} />
              </Card>
            )}
            {zones.data?.length === 0 && (
              <Card padding={0}>
                <EmptyState
                  icon={Globe}
                  title="Nothing ships anywhere yet"
                  description="Make a zone for the countries you send to, then give it methods and rates."
                />
              </Card>
            )}
            {zones.data?.map((zone) => (
              <ZoneCard key={zone.id} zone={zone} mayWrite={mayWrite} />
            ))}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <TryAddress />
        </Grid.Col>
      </Grid>
    </div>
  );
}
