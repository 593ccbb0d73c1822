import type { StaffLetter } from '@turing/routers';
import type { LetterContent } from './content.ts';
import { shop } from './shop.ts';

/** Asks somebody to work here. */
export function staffInvitation({ url, inviterName, roleName, expiresAt }: StaffLetter): LetterContent {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  return {
    subject: `${inviterName} invites you to work at ${shop.name}`,
    preview: `Your role will be: ${roleName}.`,
    eyebrow: 'Staff console',
    heading: `Join ${shop.name}`,
    paragraphs: [
      `${inviterName} invites you to the staff console of ${shop.name}. Your role will be: ${roleName}.`,
      `Choose your name and a password to begin. The link is yours alone, works once, and until ${day.format(new Date(expiresAt))}.`,
      'Do you not know what this is about? Then leave this letter alone: without the link nothing happens.',
    ],
    action: { label: 'Accept the invitation', url },
  };
}
