import { router, staffProcedure } from '../../trpc.ts';
import { renderLetter } from './render-letter.ts';
import {
  letterInput,
  letterListSchema,
  renderedLetterSchema,
  sendSampleInput,
  sentSampleSchema,
} from './schemas.ts';
import { sendSample } from './send-sample.ts';

const write = staffProcedure('settings:write');

/** The letters of the shop, to look at. */
export const lettersRouter = router({
  list: write.output(letterListSchema).query(({ ctx }) => [...ctx.letters.list()]),
  preview: write
    .input(letterInput)
    .output(renderedLetterSchema)
    .query(({ ctx, input }) => renderLetter(ctx, input.id)),
  sendSample: write
    .input(sendSampleInput)
    .output(sentSampleSchema)
    .mutation(({ ctx, input }) => sendSample(ctx, input)),
});
