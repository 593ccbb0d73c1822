import { createPostgresSearch } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** Keeps the vocabulary and the ranks of the search up with what is sold and asked. */
export const tendSearch = defineJob(scheduledPayload, async ({ db }) => {
  await createPostgresSearch(db).tend();
  return {};
});
