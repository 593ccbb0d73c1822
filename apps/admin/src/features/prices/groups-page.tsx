'use client';

import { Anchor, Badge, Button, Card, Grid, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Plus, Users } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useAddress } from '../../lib/use-address.ts';
import { openGroupForm } from './group-form.tsx';
import { GroupMembers } from './group-members.tsx';
import type { CustomerGroup } from './group.ts';
import classes from './groups.module.css';

export function GroupsPage() {
  const trpc = useTRPC();
  const { params, show } = useAddress();
  const mayWrite = useStaff().permissions.includes('prices:write');
  const groups = useQuery(trpc.customers.staff.groups.list.queryOptions());
  const chosen = groups.data?.find(({ id }) => id === params.get('group')) ?? groups.data?.[0];
  const choose = (id: string) => show(new URLSearchParams({ group: id }), 'push');
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/prices" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All price lists
        </Group>
      </Anchor>
      <div>
        <PageHeader
          title="Customer groups"
          description="Whom a price list can be for. A customer may be in several."
          actions={
            mayWrite && (
              <Button leftSection={<Plus size={16} />} onClick={() => openGroupForm(null, choose)}>
                New group
              </Button>
            )
          }
        />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Card padding={0}>
              {groups.isPending && <RowSkeletons rows={3} />}
              {groups.isError && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
              {groups.data?.length === 0 && (
                <EmptyState
                  icon={Users}
                  title="No groups yet"
                  description="Make one for trade customers, say, and give it a price list."
                />
              )}
              {groups.data?.map((group) => (
                <GroupChoice
                  key={group.id}
                  group={group}
                  chosen={group.id === chosen?.id}
                  onChoose={() => choose(group.id)}
                />
              ))}
            </Card>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8 }}>
            {chosen !== undefined && <GroupMembers key={chosen.id} group={chosen} mayWrite={mayWrite} />}
          </Grid.Col>
        </Grid>
      </div>
    </Stack>
  );
}

interface GroupChoiceProps {
  readonly group: CustomerGroup;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function GroupChoice({ group, chosen, onChoose }: GroupChoiceProps) {
  return (
    <UnstyledButton
      className={classes.choice}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} truncate>
          {group.name}
        </Text>
        <Badge color="gray">{count(group.memberCount, 'member')}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {group.code} · {count(group.priceListCount, 'price list')}
      </Text>
    </UnstyledButton>
  );
}
