import { issueBoughtCards } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

/** Makes the gift cards of a paid order. */
export const issueGiftCards = defineJob(
  z.strictObject({ orderId: z.uuid() }),
  async (services, { orderId }) => ({
    orderId,
    made: await issueBoughtCards(services, orderId),
  }),
);
