import { accountLetterSchema, type AccountLetter } from '@turing/routers';
import { describe, expect, it } from 'vitest';
import { accountLetter } from './account-letters.ts';
import { renderEmail } from './render-email.ts';

const templates = accountLetterSchema.shape.template.options;

const letterOf = (change: Partial<AccountLetter> = {}): AccountLetter => ({
  id: '01a2058b-5f07-70f1-9d34-e9fc98f5148f',
  template: 'verify-email',
  to: 'ada@example.com',
  url: 'https://shop.example/confirm-email?token=a.b.c',
  newEmail: 'new@example.com',
  ...change,
});

describe('letters about an account', () => {
  it.each(templates)('%s says what happened and leads where it should', async (template) => {
    const content = accountLetter(letterOf({ template }));
    expect(content.subject).not.toMatch(/[\r\n]/u);
    const { html, text } = await renderEmail(content, 'https://shop.example');
    for (const form of [html, text]) {
      expect(form).toContain('https://shop.example/confirm-email?token=a.b.c');
      expect(form).toContain(content.heading);
    }
  });

  it.each([
    ['an address with another line', { to: 'ada@example.com\r\nBcc: victim@example.com' }],
    ['a new address with another line', { newEmail: 'new@example.com\nBcc: victim@example.com' }],
    ['a link that is a script', { url: 'javascript:alert(1)' }],
  ])('is never written to %s', (_case, change) => {
    expect(accountLetterSchema.safeParse(letterOf(change)).success).toBe(false);
  });
});
