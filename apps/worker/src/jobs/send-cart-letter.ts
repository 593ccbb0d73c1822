import { abandonedCart, renderEmail } from '@turing/emails';
import { findCartToWriteAbout, getLetterSigner } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

const imageWidth = 320;

/**
 * The one letter about a cart that was left. What has changed since it was claimed counts: who ordered, emptied the cart
 * or wants no letters gets none. Sent again after a crash, it has the same Message-ID.
 */
export const sendCartLetter = defineJob(
  z.strictObject({ cartId: z.uuid() }),
  async ({ db, mailer, storefrontUrl }, { cartId }) => {
    const cart = await findCartToWriteAbout(db.reader, cartId);
    if (cart === null) return { cartId, sent: false };
    const content = abandonedCart({
      restoreUrl: `${storefrontUrl}/cart/restore/${cart.restoreToken}`,
      unsubscribeUrl: `${storefrontUrl}/unsubscribe/${cart.unsubscribeToken}`,
      lines: cart.lines.map(({ imageKey, ...line }) => ({
        ...line,
        amount: null,
        imageUrl: imageKey === null ? null : `${storefrontUrl}/media/${imageKey}/${imageWidth}.webp`,
      })),
    });
    const { html, text } = await renderEmail(content, storefrontUrl, await getLetterSigner(db.reader));
    await mailer.send({
      to: cart.email,
      subject: content.subject,
      html,
      text,
      messageId: `${cartId}.abandoned-cart`,
      unsubscribeUrl: `${storefrontUrl}/api/unsubscribe/${cart.unsubscribeToken}`,
    });
    return { cartId, sent: true };
  },
);
