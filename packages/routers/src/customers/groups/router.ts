import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { addMembers, removeMembers } from './change-members.ts';
import { createGroup } from './create-group.ts';
import { removeGroup } from './delete-group.ts';
import { getGroup, listGroups } from './group-store.ts';
import { findCandidates, listMembers } from './member-store.ts';
import {
  addedMembersSchema,
  addMembersInput,
  candidatesSchema,
  createGroupInput,
  deleteGroupInput,
  findCandidatesInput,
  groupSchema,
  listMembersInput,
  memberPageSchema,
  removedMembersSchema,
  removeMembersInput,
  updateGroupInput,
} from './schemas.ts';
import { renameGroup } from './update-group.ts';

const read = staffProcedure('customers:read');
const write = staffProcedure('prices:write');

export const groupsRouter = router({
  list: read.output(z.array(groupSchema)).query(({ ctx }) => listGroups(ctx.db.reader)),
  get: read
    .input(z.object({ id: idSchema }))
    .output(groupSchema)
    .query(({ ctx, input }) => getGroup(ctx.db.reader, input.id)),
  members: read
    .input(listMembersInput)
    .output(memberPageSchema)
    .query(({ ctx, input }) => listMembers(ctx.db.reader, input)),
  /** Customers to add, while somebody types. */
  candidates: read
    .input(findCandidatesInput)
    .output(candidatesSchema)
    .query(({ ctx, input }) => findCandidates(ctx.db.reader, input)),
  create: write
    .input(createGroupInput)
    .output(groupSchema)
    .mutation(({ ctx, input }) => createGroup(ctx, input)),
  update: write
    .input(updateGroupInput)
    .output(groupSchema)
    .mutation(({ ctx, input }) => renameGroup(ctx, input)),
  delete: write
    .input(deleteGroupInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removeGroup(ctx, input)),
  addMembers: write
    .input(addMembersInput)
    .output(addedMembersSchema)
    .mutation(({ ctx, input }) => addMembers(ctx, input)),
  removeMembers: write
    .input(removeMembersInput)
    .output(removedMembersSchema)
    .mutation(({ ctx, input }) => removeMembers(ctx, input)),
});
