import { createTransport } from 'nodemailer';
import { z } from 'zod';

export interface MailboxAddress {
  readonly name: string;
  readonly address: string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The same for every sending of the same letter, so that mailboxes show it once. */
  readonly messageId: string;
  /** Of a letter that advertises: where a POST stops them (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

export interface Mailer {
  readonly send: (letter: Letter) => Promise<void>;
  readonly close: () => void;
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const address = z.email().max(254);

/** Sends letters of the shop by SMTP. An address that is not one is refused before a header is written. */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: MailboxAddress }): Mailer {
  const transport = createTransport(
    { url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true },
    { from: { ...from } },
  );
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    send: async ({ to, messageId, unsubscribeUrl, ...letter }) => {
      await transport.sendMail({
        ...letter,
        to: { name: '', address: address.parse(to) },
        messageId: `<${messageId}@${host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribeUrl === undefined
            ? {}
            : {
                'List-Unsubscribe': `<${unsubscribeUrl}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
        },
      });
    },
    close: () => transport.close(),
  };
}
