'use client';

import { Box, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import { CopyText } from '../../components/copy-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastProblem } from '../../lib/toast.tsx';
import { type CodePage, codesCsv } from './codes-csv.ts';
import { openNewCodes } from './new-codes-form.tsx';
import type { Promotion } from './promotion.ts';
import classes from './promotions.module.css';

/** The codes of a promotion: the first of them, more of them, all of them as a file. */
export function CodesSection({ promotion }: { promotion: Promotion }) {
  const trpc = useTRPC();
  const { id, name, codeCount } = promotion;
  const codes = useQuery(trpc.orders.staff.promotions.codes.queryOptions({ id, limit: 8 }));
  const shown = codes.data?.items ?? [];
  return (
    <Section
      title="Codes"
      flush
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => openNewCodes(promotion)}
        >
          New codes
        </Button>
      }
    >
      {codes.isPending && (
        <Box p="md">
          <Skeleton h={80} />
        </Box>
      )}
      {codes.isError && <ErrorState error={codes.error} onRetry={() => void codes.refetch()} />}
      {codes.data && shown.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          Nobody can use it yet: it has no codes.
        </Text>
      )}
      <ul className={classes.codes} aria-label="Codes">
        {shown.map(({ id: codeId, code, uses, usageLimit }) => (
          <li key={codeId}>
            <CopyText text={code} label={`code ${code}`} />
            <Text span size="sm" c="dimmed" className="tabular">
              used {uses}
              {usageLimit !== null && ` of ${usageLimit}`}
            </Text>
          </li>
        ))}
      </ul>
      {codeCount > 1 && (
        <Group justify="space-between" p="md">
          <Text size="sm" c="dimmed">
            {codeCount.toLocaleString('en-US')}
            {codeCount === 10_000 && '+'} codes
          </Text>
          <DownloadButton id={id} name={name} />
        </Group>
      )}
    </Section>
  );
}

function DownloadButton({ id, name }: Pick<Promotion, 'id' | 'name'>) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);

  const fetchPage = (cursor: string | null): Promise<CodePage> =>
    queryClient.fetchQuery(
      trpc.orders.staff.promotions.codes.queryOptions({
        id,
        limit: 1000,
        ...(cursor === null ? {} : { cursor }),
      }),
    );

  async function download(): Promise<void> {
    setBusy(true);
    try {
      const all: CodePage['items'] = [];
      let cursor: string | null = null;
      do {
        const page: CodePage = await fetchPage(cursor);
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      offer(new Blob([codesCsv(all)], { type: 'text/csv' }), `${name}.csv`);
    } catch (error) {
      toastProblem('The codes could not be fetched', sentenceFor(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Download size={14} />}
      loading={busy}
      onClick={() => void download()}
    >
      Download CSV
    </Button>
  );
}

function offer(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
