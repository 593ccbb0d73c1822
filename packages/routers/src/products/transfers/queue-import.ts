import { addJob, type Transaction } from '@turing/db';

/** Queues the job that goes through the file; a run has one at a time. */
export async function queueImport(tx: Transaction, importId: string, runAt?: Date): Promise<void> {
  await addJob(
    tx,
    { task: 'run-import', payload: { importId } },
    { key: `import:${importId}`, ...(runAt === undefined ? {} : { runAt }) },
  );
}
