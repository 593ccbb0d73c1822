import { executeRefund as giveBack } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

export const executeRefund = defineJob(
  z.strictObject({ refundId: z.uuid() }),
  async (services, { refundId }) => {
    await giveBack(services, refundId);
    return { refundId };
  },
);
