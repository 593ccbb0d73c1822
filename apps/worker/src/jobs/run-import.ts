import { queueImport, runImport } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

const waitMs = 5000;

/** Goes through the file of an import, after an interruption from where it was; one import runs at a time. */
export const runQueuedImport = defineJob(
  z.strictObject({ importId: z.uuid() }),
  async ({ db, now, storage }, { importId }) => {
    const outcome = await runImport({ db, now }, { importId, open: (key) => storage.find(key) });
    if (outcome === 'another is running') {
      await db.transaction((tx) => queueImport(tx, importId, new Date(now().getTime() + waitMs)));
    }
    return { importId, outcome };
  },
);
