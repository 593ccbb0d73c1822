'use client';

import { Alert, Badge, Button, Card, Grid, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Info, RefreshCw } from 'lucide-react';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { TryAddress } from '../../components/try-address.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import { RatesSection } from './rates-section.tsx';
import { RegistrationsSection } from './registrations-section.tsx';

export function TaxPage() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mayWrite = useStaff().permissions.includes('settings:write');
  const settings = useQuery(trpc.orders.staff.tax.get.queryOptions());
  const refresh = () => {
    void queryClient.invalidateQueries(trpc.orders.staff.tax.pathFilter());
    void queryClient.invalidateQueries(trpc.orders.staff.shipping.tryAddress.pathFilter());
  };
  const adopt = useMutation(
    trpc.orders.staff.tax.adoptMaintained.mutationOptions({
      onSuccess: ({ added, ended }) => {
        refresh();
        toastDone('Rates taken over', `${added} added, ${ended} ended.`);
      },
      onError: (error) => toastRefusal(error, refresh),
    }),
  );
  const { data } = settings;
  return (
    <div>
      <PageHeader
        title="Tax"
        description="Tax is collected only where the shop is registered. Each line is rounded once, half up, and shared over who collects it."
        aside={data !== undefined && <Provider provider={data.provider} whenAway={data.whenAway} />}
      />
      {settings.isPending && (
        <Card padding={0}>
          <RowSkeletons rows={8} />
        </Card>
      )}
      {settings.isError && (
        <Card padding={0}>
          <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
        </Card>
      )}
      {data !== undefined && (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack gap="md">
              {data.newer > 0 && mayWrite && (
                <Alert color="brand" icon={<Info size={18} />} title="There are newer rates">
                  <Group justify="space-between">
                    <span>
                      The table that came with the shop has {data.newer} rates yours has not. What you entered
                      stays.
                    </span>
                    <Button
                      size="compact-sm"
                      leftSection={<RefreshCw size={14} />}
                      loading={adopt.isPending}
                      onClick={() => adopt.mutate({ idempotencyKey: createIdempotencyKey() })}
                    >
                      Take over
                    </Button>
                  </Group>
                </Alert>
              )}
              <RegistrationsSection settings={data} mayWrite={mayWrite} refresh={refresh} />
              <RatesSection rates={data.rates} mayWrite={mayWrite} refresh={refresh} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <TryAddress />
          </Grid.Col>
        </Grid>
      )}
    </div>
  );
}

function Provider({ provider, whenAway }: { provider: string; whenAway: 'table' | 'refuse' | null }) {
  if (provider === 'table') return <Badge color="gray">By the table</Badge>;
  return (
    <Badge color="teal">
      Stripe Tax, {whenAway === 'refuse' ? 'orders wait for it' : 'the table stands in'}
    </Badge>
  );
}
