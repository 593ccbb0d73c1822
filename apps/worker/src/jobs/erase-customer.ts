import { eraseCustomer } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

/** Deletes an account that its owner asked to be deleted, once nothing is open any more. */
export const eraseRequestedCustomer = defineJob(
  z.strictObject({ requestId: z.uuid() }),
  async (services, { requestId }) => ({
    requestId,
    outcome: await eraseCustomer(services, requestId),
  }),
);
