import { forgetSearches } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

const keptDays = 400;
const day = 86_400_000;

/** What was searched is kept a little over a year, so that a season can be seen beside the last. */
export const forgetOldSearches = defineJob(scheduledPayload, async ({ db, now }) => ({
  forgotten: await forgetSearches(db, new Date(now().getTime() - keptDays * day)),
}));
