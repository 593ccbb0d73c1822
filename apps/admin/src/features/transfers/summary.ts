import { count } from '../../lib/format.ts';
import { type ImportRun, isUnderWay, kinds, progressOf } from './transfer.ts';

/** What came of a run, in a few words. */
export function summaryOf(run: ImportRun): string {
  if (run.status === 'queued') return 'Waiting for its turn';
  if (isUnderWay(run)) return `${progressOf(run)}% read`;
  if (run.failure !== null) return run.failure;
  const { unit } = kinds[run.kind];
  const parts = [
    run.createdCount > 0 && `${count(run.createdCount, unit)} created`,
    run.updatedCount > 0 && `${count(run.updatedCount, unit)} updated`,
    run.unchangedCount > 0 && `${count(run.unchangedCount, unit)} unchanged`,
    run.failedCount > 0 && `${count(run.failedCount, unit)} refused`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing to do' : parts.join(', ');
}
