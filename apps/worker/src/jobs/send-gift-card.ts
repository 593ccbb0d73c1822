import { formatMoney } from '@turing/domain';
import { giftCard, renderEmail } from '@turing/emails';
import { findGiftCardLetter, type GiftCardLetter, noteGiftCardSent } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * Writes and sends the letter with the code of a gift card. After a crash between the mail server's answer and the note that
 * it went out it is sent again, with the same Message-ID.
 */
export const sendGiftCard = defineJob(
  z.strictObject({ accountId: z.uuid(), sending: z.string() }),
  async (services, { accountId, sending }) => {
    const letter = await findGiftCardLetter(services, { accountId, sending });
    if (letter === null) return { accountId, sent: false };
    const content = giftCard(wordsOf(letter), services.storefrontUrl);
    const { html, text } = await renderEmail(content, services.storefrontUrl);
    const messageId = `${accountId}.gift-card-${sending}`;
    await services.mailer.send({ to: letter.to, subject: content.subject, html, text, messageId });
    await noteGiftCardSent(services, accountId);
    return { accountId, sent: true };
  },
);

function wordsOf({ code, expiresAt, ...letter }: GiftCardLetter) {
  return {
    code,
    amount: formatMoney(letter),
    recipientName: letter.recipientName ?? '',
    senderName: letter.senderName ?? '',
    message: letter.message ?? '',
    // A card ends with the last moment of a day.
    validUntil: expiresAt === null ? null : dayFormat.format(new Date(expiresAt.getTime() - 1)),
  };
}
