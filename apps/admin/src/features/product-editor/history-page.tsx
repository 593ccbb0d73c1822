'use client';

import { Card } from '@mantine/core';
import { useState } from 'react';
import { AuditEntries } from '../../components/audit-entries.tsx';

const empty = { title: 'Nothing yet', description: 'What staff change of this product will be listed here.' };

/** What staff and their tokens changed of a product, newest first. */
export function HistoryPage({ id }: { id: string }) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return (
    <Card padding={0} component="section" aria-label="History">
      <AuditEntries
        filter={{ entityType: 'product', entityId: id }}
        cursors={cursors}
        onTurn={setCursors}
        empty={empty}
      />
    </Card>
  );
}
