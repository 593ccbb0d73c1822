import { expireOverdueOrders as expireOverdue } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

const limit = 100;

/** The net below `expire-order`: orders whose own job was lost. */
export const expireOverdueOrders = defineJob(scheduledPayload, async (services) => ({
  orders: await expireOverdue(services, limit),
}));
