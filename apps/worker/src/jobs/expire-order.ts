import { expireUnpaidOrder } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

export const expireOrder = defineJob(z.strictObject({ orderId: z.uuid() }), async (services, { orderId }) => {
  await expireUnpaidOrder(services, orderId);
  return { orderId };
});
