'use client';

import { Grid, NavLink, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { LetterPreview } from './letter-preview.tsx';

export function LettersPage() {
  const trpc = useTRPC();
  const letters = useQuery(trpc.orders.letters.list.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const list = letters.data ?? [];
  const current = list.find(({ id }) => id === chosen) ?? list[0];
  const groups = [...new Set(list.map(({ group }) => group))];
  return (
    <>
      <PageHeader
        title="E-mails"
        description="Every letter the shop sends, with made-up data. Name and address are those of your business."
      />
      {letters.isPending && <RowSkeletons rows={8} />}
      {letters.isError && <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />}
      {current !== undefined && (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 4, lg: 3 }}>
            <Select
              hiddenFrom="md"
              label="Letter"
              searchable
              allowDeselect={false}
              value={current.id}
              onChange={setChosen}
              data={groups.map((group) => ({
                group,
                items: list
                  .filter((letter) => letter.group === group)
                  .map(({ id, name }) => ({ value: id, label: name })),
              }))}
            />
            <Stack gap="lg" visibleFrom="md">
              {groups.map((group) => (
                <Section key={group} title={group} flush>
                  {list
                    .filter((letter) => letter.group === group)
                    .map(({ id, name, when }) => (
                      <NavLink
                        key={id}
                        component="button"
                        active={id === current.id}
                        aria-current={id === current.id ? 'true' : undefined}
                        px="md"
                        label={name}
                        description={
                          <Text size="xs" c="dimmed" component="span">
                            {when}
                          </Text>
                        }
                        onClick={() => setChosen(id)}
                      />
                    ))}
                </Section>
              ))}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8, lg: 9 }}>
            <LetterPreview key={current.id} id={current.id} name={current.name} />
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}
