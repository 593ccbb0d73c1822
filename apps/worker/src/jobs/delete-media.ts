import { deletePicture } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

/** Removes the files of a picture that was forgotten. */
export const deleteMedia = defineJob(
  z.strictObject({ key: z.string().min(1) }),
  async ({ storage }, { key }) => {
    await deletePicture(storage, key);
    return { key };
  },
);
