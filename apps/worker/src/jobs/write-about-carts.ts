import { writeAboutCarts as findCarts } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

const limit = 200;

/** Has carts that were left written about, each once, whoever else looks at the same time. */
export const writeAboutCarts = defineJob(scheduledPayload, async (services) => ({
  carts: await findCarts(services, limit),
}));
