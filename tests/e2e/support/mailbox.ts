import { expect } from '@playwright/test';
import { z } from 'zod';
import { shopUrls } from '../../support/shop-urls.ts';

const messages = z.array(
  z.object({
    subject: z.string(),
    text: z.string().optional(),
    to: z.array(z.object({ address: z.string() })),
  }),
);

/** Waits for an e-mail to an address whose subject matches, and answers its text. */
export async function expectEmail(address: string, subject: RegExp): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        const response = await fetch(`${shopUrls.mailbox}/api/email`);
        const found = messages
          .parse(await response.json())
          .find(
            (message) => message.to.some((to) => to.address === address) && subject.test(message.subject),
          );
        text = found?.text ?? '';
        return found?.subject;
      },
      { timeout: 30_000 },
    )
    .toMatch(subject);
  return text;
}
