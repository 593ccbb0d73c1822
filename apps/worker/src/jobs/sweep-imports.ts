import { sweepImports } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** The files of imports that ended long ago. */
export const sweepImportFiles = defineJob(scheduledPayload, async (services) => ({
  files: await sweepImports(services),
}));
