import { writeExport } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

/** Writes the file with everything the shop knows of a customer. */
export const exportCustomer = defineJob(
  z.strictObject({ requestId: z.uuid() }),
  async (services, { requestId }) => ({
    requestId,
    outcome: await writeExport(services, requestId),
  }),
);
