import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { getAccount } from './get-account.ts';
import { listAccountOrders, listAccountTimeline } from './history-store.ts';
import { listAccounts, listTags } from './list-store.ts';
import {
  accountOrdersInput,
  accountOrdersSchema,
  accountPageSchema,
  accountSchema,
  accountTimelineSchema,
  listAccountsInput,
  setGroupsInput,
  setTagsInput,
  tagsSchema,
  versionSchema,
} from './schemas.ts';
import { setGroups } from './set-groups.ts';
import { setTags } from './set-tags.ts';

const read = staffProcedure('customers:read');
const write = staffProcedure('customers:write');

export const accountsRouter = router({
  list: read
    .input(listAccountsInput)
    .output(accountPageSchema)
    .query(({ ctx, input }) => listAccounts(ctx.db.reader, input)),
  /** The tags in use, to choose from. */
  tags: read.output(tagsSchema).query(({ ctx }) => listTags(ctx.db.reader)),
  get: read
    .input(z.object({ id: idSchema }))
    .output(accountSchema)
    .query(({ ctx, input }) => getAccount(ctx, input.id)),
  orders: read
    .input(accountOrdersInput)
    .output(accountOrdersSchema)
    .query(({ ctx, input }) => listAccountOrders(ctx.db.reader, input)),
  timeline: read
    .input(accountOrdersInput)
    .output(accountTimelineSchema)
    .query(({ ctx, input }) => listAccountTimeline(ctx.db.reader, input)),
  setTags: write
    .input(setTagsInput)
    .output(versionSchema)
    .mutation(({ ctx, input }) => setTags(ctx, input)),
  setGroups: write
    .input(setGroupsInput)
    .output(versionSchema)
    .mutation(({ ctx, input }) => setGroups(ctx, input)),
});
