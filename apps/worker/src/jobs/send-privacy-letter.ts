import { privacyLetterSchema } from '@turing/routers';
import { privacyLetter, renderEmail } from '@turing/emails';
import { defineJob } from '../job.ts';

/** Writes and sends one letter about what becomes of somebody's data. */
export const sendPrivacyLetter = defineJob(privacyLetterSchema, async ({ mailer, storefrontUrl }, letter) => {
  const content = privacyLetter(letter, storefrontUrl);
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
