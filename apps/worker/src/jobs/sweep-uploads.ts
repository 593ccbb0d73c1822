import { sweepMedia } from '@turing/routers';
import { defineJob, scheduledPayload } from '../job.ts';

const limit = 200;

/** Uploads that were never used, and pictures that nothing shows any more. */
export const sweepUploads = defineJob(scheduledPayload, (services) => sweepMedia(services, limit));
