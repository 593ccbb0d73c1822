import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { noteSchema } from '../notes/schemas.ts';
import { orderRefundSchema } from '../refunds/schemas.ts';
import { staffReturnSchema } from '../returns/schemas.ts';
import { riskSchema } from '../risks/schemas.ts';

export const aftercareSchema = z.object({
  notes: z.array(noteSchema),
  tags: z.array(z.string()),
  risks: z.array(riskSchema),
  returns: z.array(staffReturnSchema),
  refunds: z.array(orderRefundSchema),
  /** Units that may come back, by line, whatever the time. */
  returnable: z.array(z.object({ orderLineId: idSchema, quantity: z.number().int() })),
});

export type Aftercare = z.infer<typeof aftercareSchema>;
