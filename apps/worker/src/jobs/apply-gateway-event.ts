import { applyGatewayEvent } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

export const applyStoredGatewayEvent = defineJob(
  z.strictObject({ eventId: z.string().min(1).max(255) }),
  async (services, { eventId }) => {
    await applyGatewayEvent(services, eventId);
    return { eventId };
  },
);
