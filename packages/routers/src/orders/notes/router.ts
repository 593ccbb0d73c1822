import { z } from 'zod';
import { router, staffProcedure } from '../../trpc.ts';
import { editNote, removeNote } from './change-note.ts';
import { createNote } from './create-note.ts';
import { createNoteInput, deleteNoteInput, noteSchema, updateNoteInput } from './schemas.ts';

const write = staffProcedure('orders:write');

export const notesRouter = router({
  create: write
    .input(createNoteInput)
    .output(z.array(noteSchema))
    .mutation(({ ctx, input }) => createNote(ctx, input)),
  update: write
    .input(updateNoteInput)
    .output(z.array(noteSchema))
    .mutation(({ ctx, input }) => editNote(ctx, input)),
  delete: write
    .input(deleteNoteInput)
    .output(z.array(noteSchema))
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
});
