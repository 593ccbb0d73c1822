'use client';

import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ClipboardList, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Problem } from '../../components/problem.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count, few } from '../../lib/format.ts';
import { CountAdd } from './count-add.tsx';
import { toAdjustments, unitsAfter } from './count-rows.ts';
import { CountTable } from './count-table.tsx';
import { CountTermsFields } from './count-terms.tsx';
import type { StockLocation } from './stock.ts';
import { useCanWriteStock } from './use-can-write-stock.ts';
import { type CountTerms, useCountSheet } from './use-count-sheet.ts';

/** Counts many variants of one location at once, from a spreadsheet or picked one by one. */
export function CountSheet() {
  const trpc = useTRPC();
  const mayWrite = useCanWriteStock();
  const locations = useQuery(trpc.products.staff.stock.locations.list.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  if (locations.isPending) return <RowSkeletons rows={3} height={48} />;
  if (locations.isError)
    return <ErrorState error={locations.error} onRetry={() => void locations.refetch()} />;
  const locationId = chosen ?? locations.data[0]?.id;
  if (!mayWrite || locationId === undefined) {
    return (
      <EmptyState
        icon={ClipboardList}
        title={mayWrite ? 'There is no location yet' : 'Your role looks at stock but does not count it'}
        description={mayWrite ? 'Add one under Locations.' : 'Ask somebody who may.'}
      />
    );
  }
  return <Sheet key={locationId} locations={locations.data} locationId={locationId} onLocation={setChosen} />;
}

interface SheetProps {
  readonly locations: readonly StockLocation[];
  readonly locationId: string;
  readonly onLocation: (id: string) => void;
}

function Sheet({ locations, locationId, onLocation }: SheetProps) {
  const [terms, setTerms] = useState<CountTerms>({ mode: 'set', reason: 'correction', note: '' });
  const sheet = useCountSheet(locationId);
  const { rows, left, problem } = sheet;
  const moving = toAdjustments(rows, { mode: terms.mode, locationId }).length;
  const invalid = rows.filter((row) => unitsAfter(row, terms.mode) === 'invalid').length;
  return (
    <Stack gap="lg">
      <Card padding="md">
        <CountTermsFields
          terms={terms}
          locations={locations}
          locationId={locationId}
          fixed={rows.length > 0}
          onTerms={setTerms}
          onLocation={onLocation}
        />
      </Card>
      <CountAdd sheet={sheet} locationId={locationId} mode={terms.mode} />
      {left !== null && (
        <Alert
          color="yellow"
          icon={<TriangleAlert size={18} />}
          title="Some lines are left out"
          role="status"
        >
          {left.unknown.length > 0 && <Text size="sm">No variant has the SKU {few(left.unknown)}.</Text>}
          {left.wrong.length > 0 && (
            <Text size="sm">No SKU with a whole number in line {few(left.wrong.map(String))}.</Text>
          )}
        </Alert>
      )}
      <Problem sentence={problem} />
      {rows.length > 0 && (
        <Card padding={0}>
          <CountTable rows={rows} mode={terms.mode} onType={sheet.type} onDrop={sheet.drop} />
          <Group justify="space-between" p="md" gap="sm">
            <Text size="sm" c={invalid > 0 ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
              {invalid > 0
                ? `${count(invalid, 'row')} cannot be saved like this`
                : `${count(moving, 'level')} of ${count(rows.length, 'row')} will change`}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={sheet.clear} disabled={sheet.saving}>
                Clear
              </Button>
              <Button
                loading={sheet.saving}
                disabled={moving === 0 || invalid > 0}
                onClick={() => sheet.save(terms)}
              >
                Save count
              </Button>
            </Group>
          </Group>
        </Card>
      )}
    </Stack>
  );
}
