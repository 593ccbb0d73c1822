import { expireReservations as expire } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

const batch = 200;

/** Gives back what reservations kept whose time is over, until none is left. */
export const expireReservations = defineJob(scheduledPayload, async (services) => {
  let reservations = 0;
  for (;;) {
    const ended = await expire(services, batch);
    reservations += ended;
    if (ended < batch) return { reservations };
  }
});
