import { renderAhead } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

/** Renders every size of a new picture, so that its first viewers do not wait. */
export const renderMedia = defineJob(
  z.strictObject({ key: z.string().min(1) }),
  async ({ storage }, { key }) => ({ key, renditions: await renderAhead(storage, key) }),
);
