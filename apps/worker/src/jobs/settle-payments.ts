import { settleOpenPayments } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

/** Asks the gateway about payment pages whose webhook may have been lost. */
export const settlePayments = defineJob(scheduledPayload, (services) =>
  settleOpenPayments(services, { olderThanMinutes: 3, limit: 100 }),
);
