import { StatusBadge } from '../../components/status.tsx';
import type { ImportRun } from './transfer.ts';

const appearances: Readonly<Record<ImportRun['status'], { label: string; color: string }>> = {
  queued: { label: 'Waiting', color: 'yellow' },
  running: { label: 'Running', color: 'blue' },
  finished: { label: 'Finished', color: 'teal' },
  failed: { label: 'Refused', color: 'red' },
  cancelled: { label: 'Cancelled', color: 'gray' },
};

export function ImportStatus({ run }: { run: ImportRun }) {
  if (run.status === 'finished' && run.failedCount > 0)
    return <StatusBadge label={run.dryRun ? 'Problems found' : 'With problems'} color="orange" />;
  if (run.status === 'finished' && run.dryRun) return <StatusBadge label="Checked" color="teal" />;
  return <StatusBadge {...appearances[run.status]} />;
}
