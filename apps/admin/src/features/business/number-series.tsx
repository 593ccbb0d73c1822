'use client';

import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { openNumberForm, seriesNames } from './number-form.tsx';

/** Where each sequence of numbers is. */
export function NumberSeries() {
  const trpc = useTRPC();
  const series = useQuery(trpc.orders.business.numbers.queryOptions());
  return (
    <Section title="Numbers" flush>
      {series.isPending && <RowSkeletons rows={4} />}
      {series.isError && <ErrorState error={series.error} onRetry={() => void series.refetch()} />}
      {series.data !== undefined && (
        <Table verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Of</Table.Th>
              <Table.Th>The next is</Table.Th>
              <Table.Th aria-label="Change" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {series.data.map((each) => (
              <Table.Tr key={each.kind}>
                <Table.Td>{seriesNames[each.kind]}</Table.Td>
                <Table.Td className="tabular">
                  {each.prefix}
                  {each.nextNumber}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Change the numbers of ${seriesNames[each.kind].toLowerCase()}`}
                    onClick={() => openNumberForm(each)}
                  >
                    Change
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
