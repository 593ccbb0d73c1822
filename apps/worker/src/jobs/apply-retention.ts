import { applyRetention } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** Lets go of personal data whose time is over, as the register says. */
export const applyRetentionPeriods = defineJob(scheduledPayload, (services) => applyRetention(services));
