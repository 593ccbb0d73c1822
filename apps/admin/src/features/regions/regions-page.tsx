'use client';

import { ActionIcon, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Earth, Pencil, Plus } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { countryName } from '../../lib/places.ts';
import { useStaff } from '../../lib/staff.tsx';
import { openRegionForm, type Region } from './region-form.tsx';

export function RegionsPage() {
  const trpc = useTRPC();
  const mayWrite = useStaff().permissions.includes('settings:write');
  const regions = useQuery(trpc.orders.staff.regions.list.queryOptions());
  return (
    <div>
      <PageHeader
        title="Regions"
        description="A visitor shops in the region of their country, or in the one they choose: its currency, and prices with or without tax."
        actions={
          mayWrite && (
            <Button
              leftSection={<Plus size={16} />}
              onClick={() => openRegionForm(null, regions.data?.length ?? 0)}
            >
              New region
            </Button>
          )
        }
      />
      {regions.isPending && (
        <Card padding={0}>
          <RowSkeletons rows={3} />
        </Card>
      )}
      {regions.isError && (
        <Card padding={0}>
          <ErrorState error={regions.error} onRetry={() => void regions.refetch()} />
        </Card>
      )}
      {regions.data?.length === 0 && (
        <Card padding={0}>
          <EmptyState
            icon={Earth}
            title="One region for everybody"
            description="Without regions everybody shops in US dollars, without tax in prices."
          />
        </Card>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="md">
        {regions.data?.map((region) => (
          <RegionCard key={region.id} region={region} mayWrite={mayWrite} />
        ))}
      </SimpleGrid>
    </div>
  );
}

function RegionCard({ region, mayWrite }: { region: Region; mayWrite: boolean }) {
  const { name, currency, taxInclusive, countries, isDefault, active } = region;
  const names = countries.map(countryName).toSorted((a, b) => a.localeCompare(b));
  return (
    <Card component="article" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={4}>
          <Group gap={8}>
            <Title order={2} fz="md">
              {name}
            </Title>
            {isDefault && <Badge color="brand">Default</Badge>}
            {!active && <Badge color="gray">Off</Badge>}
          </Group>
          <Text size="sm">
            {currency} · {taxInclusive ? 'prices include tax' : 'tax is added at checkout'}
          </Text>
        </Stack>
        {mayWrite && (
          <ActionIcon
            variant="default"
            size={30}
            aria-label={`Edit ${name}`}
            onClick={() => openRegionForm(region, region.position)}
          >
            <Pencil size={15} />
          </ActionIcon>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        {names.join(', ')}
      </Text>
    </Card>
  );
}
