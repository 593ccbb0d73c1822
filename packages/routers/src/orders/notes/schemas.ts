import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

export const noteSchema = z.object({
  id: idSchema,
  kind: z.enum(['internal', 'customer']),
  body: z.string(),
  pinned: z.boolean(),
  author: z.string(),
  version: z.number().int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const body = z.string().trim().min(1).max(2000);

export const createNoteInput = z.object({
  /** Of the order. */
  id: idSchema,
  kind: z.enum(['internal', 'customer']),
  body,
  pinned: z.boolean().default(false),
  idempotencyKey: idempotencyKeySchema,
});

const noteEdit = {
  id: idSchema,
  noteId: idSchema,
  /** Of the note. */
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
};

export const updateNoteInput = z.object({ ...noteEdit, body, pinned: z.boolean() });
export const deleteNoteInput = z.object(noteEdit);

export type OrderNote = z.infer<typeof noteSchema>;
export type CreateNoteInput = z.infer<typeof createNoteInput>;
export type UpdateNoteInput = z.infer<typeof updateNoteInput>;
export type DeleteNoteInput = z.infer<typeof deleteNoteInput>;
