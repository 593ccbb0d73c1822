import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

const body = z.string().trim().min(1).max(2000);

export const addNoteInput = z.object({ customerId: idSchema, body, idempotencyKey: idempotencyKeySchema });

const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const editNoteInput = z.object({ ...edit, body });
export const deleteNoteInput = z.object(edit);
export const noteReceiptSchema = z.object({ id: idSchema, version: z.number().int() });

export type AddNoteInput = z.infer<typeof addNoteInput>;
export type EditNoteInput = z.infer<typeof editNoteInput>;
export type DeleteNoteInput = z.infer<typeof deleteNoteInput>;
export type NoteReceipt = z.infer<typeof noteReceiptSchema>;
