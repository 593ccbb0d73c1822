import { z } from 'zod';
import { router, staffProcedure } from '../../trpc.ts';
import { addNote, editNote, removeNote } from './change-notes.ts';
import { addNoteInput, deleteNoteInput, editNoteInput, noteReceiptSchema } from './schemas.ts';

const write = staffProcedure('customers:write');

export const notesRouter = router({
  add: write
    .input(addNoteInput)
    .output(noteReceiptSchema)
    .mutation(({ ctx, input }) => addNote(ctx, input)),
  edit: write
    .input(editNoteInput)
    .output(noteReceiptSchema)
    .mutation(({ ctx, input }) => editNote(ctx, input)),
  delete: write
    .input(deleteNoteInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
});
