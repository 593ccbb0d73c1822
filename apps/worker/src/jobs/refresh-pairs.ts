import { refreshPairs as refresh } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** The net below `count-pairs`, and its first run in a shop that has orders already. */
export const refreshPairs = defineJob(scheduledPayload, async (services) => ({
  corrected: await refresh(services),
}));
