import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { createReturn } from './create-return.ts';
import { approveReturn, cancelReturn, closeReturn, markReturnSent, rejectReturn } from './decide-return.ts';
import { exchangeReturn } from './exchange-return.ts';
import { inspectReturn } from './inspect-return.ts';
import { findOwnReturns, requestReturn, sendReturn, withdrawReturn } from './own-return.ts';
import { previewExchange } from './preview-exchange.ts';
import { receiveReturn } from './receive-return.ts';
import { countReturns, listReturns } from './return-list-store.ts';
import { getReturn } from './return-read-store.ts';
import { getPolicy } from './returnable-store.ts';
import {
  approveReturnInput,
  createReturnInput,
  exchangePreviewSchema,
  exchangeReturnInput,
  findReturnsInput,
  inspectReturnInput,
  listReturnsInput,
  orderReturnsSchema,
  policySchema,
  previewExchangeInput,
  receiveReturnInput,
  rejectReturnInput,
  requestReturnInput,
  returnCountsSchema,
  returnEditInput,
  returnPageSchema,
  sendReturnInput,
  setPolicyInput,
  settleReturnInput,
  shipReturnInput,
  staffReturnSchema,
  withdrawReturnInput,
} from './schemas.ts';
import { setPolicy } from './set-policy.ts';
import { settleReturn } from './settle-return.ts';

/** By the order's secret link, for its buyer. */
export const ownReturnsRouter = router({
  find: publicProcedure
    .input(findReturnsInput)
    .output(orderReturnsSchema)
    .query(({ ctx, input }) => findOwnReturns(ctx, input.token)),
  request: publicProcedure
    .input(requestReturnInput)
    .output(orderReturnsSchema)
    .mutation(({ ctx, input }) => requestReturn(ctx, input)),
  withdraw: publicProcedure
    .input(withdrawReturnInput)
    .output(orderReturnsSchema)
    .mutation(({ ctx, input }) => withdrawReturn(ctx, input)),
  send: publicProcedure
    .input(sendReturnInput)
    .output(orderReturnsSchema)
    .mutation(({ ctx, input }) => sendReturn(ctx, input)),
});

const read = staffProcedure('orders:read');
const decide = staffProcedure('orders:write');
const handle = staffProcedure('orders:ship');

export const staffReturnsRouter = router({
  list: read
    .input(listReturnsInput)
    .output(returnPageSchema)
    .query(({ ctx, input }) => listReturns(ctx.db.reader, input)),
  /** How many wait in each state. */
  counts: read.output(returnCountsSchema).query(({ ctx }) => countReturns(ctx.db.reader)),
  get: read
    .input(z.object({ id: idSchema }))
    .output(staffReturnSchema)
    .query(({ ctx, input }) => getReturn(ctx.db.reader, input.id)),
  create: decide
    .input(createReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => createReturn(ctx, input)),
  approve: decide
    .input(approveReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => approveReturn(ctx, input)),
  reject: decide
    .input(rejectReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => rejectReturn(ctx, input)),
  cancel: decide
    .input(returnEditInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => cancelReturn(ctx, input)),
  markSent: handle
    .input(shipReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => markReturnSent(ctx, input)),
  receive: handle
    .input(receiveReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => receiveReturn(ctx, input)),
  inspect: handle
    .input(inspectReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => inspectReturn(ctx, input)),
  settle: staffProcedure('orders:refund')
    .input(settleReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => settleReturn(ctx, input)),
  previewExchange: read
    .input(previewExchangeInput)
    .output(exchangePreviewSchema)
    .query(({ ctx, input }) => previewExchange(ctx, input)),
  exchange: staffProcedure('orders:refund')
    .input(exchangeReturnInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => exchangeReturn(ctx, input)),
  close: decide
    .input(returnEditInput)
    .output(staffReturnSchema)
    .mutation(({ ctx, input }) => closeReturn(ctx, input)),
  policy: read.output(policySchema).query(({ ctx }) => getPolicy(ctx.db.reader)),
  setPolicy: staffProcedure('settings:write')
    .input(setPolicyInput)
    .output(policySchema)
    .mutation(({ ctx, input }) => setPolicy(ctx, input)),
});
