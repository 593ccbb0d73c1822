'use client';

import { Button, Card, Stack } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { AuditEntries } from '../../components/audit-entries.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useAddress } from '../../lib/use-address.ts';
import { AuditFilters } from './audit-filters.tsx';
import { exportHref, filterOf } from './filters.ts';

const empty = {
  title: 'Nothing found',
  description: 'No entry fits. Take a filter away, or look at other days.',
};

export function AuditPage() {
  const { params, show } = useAddress();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const filter = filterOf(params);
  const change = (next: URLSearchParams) => {
    setCursors([]);
    show(next, 'replace');
  };
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every change by staff and their tokens. It can be added to and nothing else."
        actions={
          <Button
            component="a"
            href={exportHref(filter)}
            download
            variant="default"
            leftSection={<Download size={16} />}
          >
            Export CSV
          </Button>
        }
      />
      <Stack gap="lg">
        <Card>
          <AuditFilters params={params} onChange={change} />
        </Card>
        <Card padding={0} component="section" aria-label="Entries">
          <AuditEntries filter={filter} cursors={cursors} onTurn={setCursors} empty={empty} />
        </Card>
      </Stack>
    </>
  );
}
