import { refreshPriceLists as refresh } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** Queued for the moments when price lists start and end; each minute for those whose own job was lost. */
export const refreshPriceLists = defineJob(scheduledPayload, async (services) => ({
  lists: await refresh(services),
}));
