import { accountLetterSchema } from '@turing/routers';
import { accountLetter, renderEmail } from '@turing/emails';
import { defineJob } from '../job.ts';

/** Writes and sends one letter about the way into an account. Its link is a secret: it stays out of the report. */
export const sendAccountLetter = defineJob(accountLetterSchema, async ({ mailer, storefrontUrl }, letter) => {
  const content = accountLetter(letter);
  const { html, text } = await renderEmail(content, storefrontUrl);
  await mailer.send({
    to: letter.to,
    subject: content.subject,
    html,
    text,
    messageId: `${letter.id}.${letter.template}`,
  });
  return { template: letter.template };
});
