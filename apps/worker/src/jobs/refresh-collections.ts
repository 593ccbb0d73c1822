import { refreshAllCollections, refreshChangedProducts } from '@turing/routers';
import { z } from 'zod';
import { defineJob, type JobReport, scheduledPayload } from '../job.ts';

/** Keeps the members of rule-based collections: of the products that changed, or of all when the clock or staff ask. */
export const refreshCollections = defineJob(
  scheduledPayload.extend({ all: z.boolean().optional() }),
  async (services, { all, _cron }): Promise<JobReport> => {
    const changed = await refreshChangedProducts(services);
    const isWhole = all === true || _cron !== undefined;
    return isWhole ? { ...changed, ...(await refreshAllCollections(services)) } : changed;
  },
);
