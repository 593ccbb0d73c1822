import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { customerProcedure, router, staffProcedure } from '../../trpc.ts';
import { getPrivacy, getPrivacyAsStaff } from './get-privacy.ts';
import {
  cancelErasure,
  cancelErasureAsStaff,
  requestErasure,
  requestErasureAsStaff,
} from './request-erasure.ts';
import { requestExport, requestExportAsStaff } from './request-export.ts';
import {
  privacySchema,
  requestInput,
  requestReceiptSchema,
  staffErasureInput,
  staffPrivacySchema,
  staffRequestInput,
} from './schemas.ts';

/** What the shop knows of the customer: all of it as a file, or none of it any more. */
export const privacyRouter = router({
  get: customerProcedure.output(privacySchema).query(({ ctx }) => getPrivacy(ctx)),
  requestExport: customerProcedure
    .input(requestInput)
    .output(requestReceiptSchema)
    .mutation(({ ctx, input }) => requestExport(ctx, input)),
  requestErasure: customerProcedure
    .input(requestInput)
    .output(requestReceiptSchema)
    .mutation(({ ctx, input }) => requestErasure(ctx, input)),
  cancelErasure: customerProcedure.output(z.null()).mutation(({ ctx }) => cancelErasure(ctx)),
});

const mayErase = staffProcedure('customers:erase');

/** The same for who asked by mail. */
export const staffPrivacyRouter = router({
  get: mayErase
    .input(z.object({ id: idSchema }))
    .output(staffPrivacySchema)
    .query(({ ctx, input }) => getPrivacyAsStaff(ctx, input.id)),
  requestExport: mayErase
    .input(staffRequestInput)
    .output(requestReceiptSchema)
    .mutation(({ ctx, input }) => requestExportAsStaff(ctx, input)),
  requestErasure: mayErase
    .input(staffErasureInput)
    .output(requestReceiptSchema)
    .mutation(({ ctx, input }) => requestErasureAsStaff(ctx, input)),
  cancelErasure: mayErase
    .input(staffRequestInput)
    .output(requestReceiptSchema)
    .mutation(({ ctx, input }) => cancelErasureAsStaff(ctx, input)),
});
