'use client';

import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, FileX, TriangleAlert } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { failureFor } from '../../lib/messages.ts';
import { ImportActions } from './import-actions.tsx';
import { ImportFigures } from './import-figures.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportStatus } from './import-status.tsx';
import { type ImportRun, isUnderWay, kinds, progressOf } from './transfer.ts';

const everyMs = 1000;

/** One run: how far it is, what it did or would do, and everything that was wrong. */
export function ImportPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const run = useQuery(
    trpc.products.staff.transfers.get.queryOptions(
      { id },
      {
        refetchInterval: ({ state }) =>
          state.data !== undefined && isUnderWay(state.data) ? everyMs : false,
      },
    ),
  );
  if (run.isPending) return <RowSkeletons rows={5} />;
  if (run.isError && failureFor(run.error).code === 'IMPORT_NOT_FOUND') return <NoSuchImport />;
  if (run.isError) return <ErrorState error={run.error} onRetry={() => void run.refetch()} />;
  return (
    <>
      <LinkButton
        href="/transfers"
        variant="subtle"
        color="gray"
        size="compact-sm"
        mb="xs"
        leftSection={<ArrowLeft size={14} />}
      >
        Import and export
      </LinkButton>
      <PageHeader
        title={run.data.fileName}
        aside={<ImportStatus run={run.data} />}
        description={<Description run={run.data} />}
        actions={<ImportActions run={run.data} />}
      />
      <Stack gap="md">
        <ImportNotice run={run.data} />
        <ImportFigures run={run.data} />
        {run.data.problemCount > 0 && <ImportProblems run={run.data} />}
      </Stack>
    </>
  );
}

function Description({ run }: { run: ImportRun }) {
  return (
    <>
      {kinds[run.kind].label}
      {run.dryRun ? ', looked at only' : ''} · {run.rowCount.toLocaleString('en-US')} rows
      {run.staffName !== null && ` · ${run.staffName}`} · <Ago at={run.createdAt} />
    </>
  );
}

function ImportNotice({ run }: { run: ImportRun }) {
  if (isUnderWay(run)) {
    const percent = progressOf(run);
    return (
      <div role="status">
        <Text size="sm" mb={6}>
          {run.status === 'queued' ? 'Waiting for its turn…' : `${percent}% of the file read`}
        </Text>
        <Progress
          value={run.status === 'queued' ? 100 : percent}
          animated
          striped={run.status === 'queued'}
          aria-label="Progress"
        />
      </div>
    );
  }
  if (run.failure !== null) {
    return (
      <Alert
        color="red"
        role="alert"
        icon={<TriangleAlert size={18} />}
        title="The file could not be read to its end"
      >
        {run.failure}
      </Alert>
    );
  }
  if (run.dryRun && run.status === 'finished') return <LookNotice run={run} />;
  return null;
}

function LookNotice({ run }: { run: ImportRun }) {
  const changes = run.createdCount + run.updatedCount;
  const rest =
    run.failedCount > 0
      ? ' Whatever has a problem would be left as it is, with the rows of the same product beside it.'
      : '';
  if (changes === 0 && run.failedCount === 0)
    return <Alert color="teal">The shop is just as the file says: there is nothing to import.</Alert>;
  return (
    <Alert color={run.failedCount > 0 ? 'orange' : 'brand'} title="Nothing has been written yet">
      {changes === 0 ? 'Nothing in this file can be imported.' : `This is what importing it would do.${rest}`}
    </Alert>
  );
}

function NoSuchImport() {
  return (
    <EmptyState
      icon={FileX}
      title="This import does not exist"
      description="It may have been typed wrongly."
      action={
        <Button component="a" href="/transfers" variant="default">
          All imports
        </Button>
      }
    />
  );
}
