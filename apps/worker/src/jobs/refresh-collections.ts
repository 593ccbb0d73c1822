import { refreshAllCollections, refreshChangedProducts } from '@turing/routers';
import { z } from 'zod';
import { defineJob, scheduledPayload } from '../job.ts';

/** Keeps the members of rule-based collections: of the products that changed, or of all when the clock or staff ask. */
export const refreshCollections = defineJob(
  scheduledPayload.extend({ all: z.boolean().optional() }),
  async (services, { all, _cron }) => {
    const { products, changed } = await refreshChangedProducts(services);
    if (all !== true && _cron === undefined) return { products, changed };
    const whole = await refreshAllCollections(services);
    return { products, collections: whole.collections, changed: changed + whole.changed };
  },
);
