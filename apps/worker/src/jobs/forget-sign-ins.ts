import { removeStaleSignIns } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** Removes sessions and tokens whose time is over, and failed sign-ins that no longer count. */
export const forgetSignIns = defineJob(scheduledPayload, ({ db }) => removeStaleSignIns(db.pool));
