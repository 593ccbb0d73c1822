import { createLetterBook } from '@turing/emails';
import { renderLetter, sampleLetterSchema } from '@turing/routers';
import { defineJob } from '../job.ts';

/** Sends a letter with made-up data to the member of staff who wants to see it in a mailbox. */
export const sendSampleLetter = defineJob(
  sampleLetterSchema,
  async ({ db, mailer, storefrontUrl }, { letter, to, id }) => {
    const letters = createLetterBook({ storefrontUrl });
    const { subject, html, text } = await renderLetter({ db, letters }, letter);
    await mailer.send({ to, subject: `[Test] ${subject}`, html, text, messageId: `${id}.sample` });
    return { letter };
  },
);
