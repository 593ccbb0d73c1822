import { staffLetterSchema } from '@turing/routers';
import { createHash } from 'node:crypto';
import { renderEmail, staffInvitation } from '@turing/emails';
import { defineJob } from '../job.ts';

/** Writes and sends one letter to somebody who is to work here. Its link is a secret: it stays out of the report. */
export const sendStaffLetter = defineJob(staffLetterSchema, async ({ mailer, storefrontUrl }, letter) => {
  const content = staffInvitation(letter);
  const { html, text } = await renderEmail(content, storefrontUrl);
  // Sent again after a crash, a letter is recognised as the same; another link is another letter.
  const id = createHash('sha256').update(letter.url).digest('hex').slice(0, 32);
  await mailer.send({
    to: letter.to,
    subject: content.subject,
    html,
    text,
    messageId: `${id}.${letter.template}`,
  });
  return { template: letter.template };
});
