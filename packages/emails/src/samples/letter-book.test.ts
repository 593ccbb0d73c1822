import { describe, expect, it } from 'vitest';
import { emailTemplates } from '../templates.ts';
import { createLetterBook } from './letter-book.ts';

const storefrontUrl = 'https://shop.example';
const book = createLetterBook({ storefrontUrl });
const seller = { name: 'Turing Goods', address: ['1 Market Street', 'Portland, OR 97201'] };

describe('the letters of the shop', () => {
  it('are all in the book, each once', () => {
    const ids = book.list().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...emailTemplates, 'abandoned-cart', 'gift-card']));
  });

  it('that nobody wrote are none', async () => {
    expect(await book.render('nothing', seller)).toBeNull();
  });

  it.each(book.list())('$id says everything in both forms', async ({ id }) => {
    const letter = await book.render(id, seller);
    expect(letter).not.toBeNull();
    const { subject, preview, html, text } = letter!;
    expect(subject).not.toMatch(/[\r\n]/u);
    for (const said of [subject, preview, html, text]) {
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/undefined|NaN|\[object|null\b/u);
    }
    expect(html).toContain(`<title>${subject.replaceAll('&', '&amp;')}</title>`);
    expect(text).toContain('1 Market Street');
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link).toMatch(/^https:\/\//u);
    const inText = links.filter((link) => !link.endsWith('.webp'));
    for (const link of inText) expect(text).toContain(link.replaceAll('&amp;', '&'));
  });

  it('that advertise can be stopped', async () => {
    const letter = await book.render('abandoned-cart', seller);
    expect(letter?.html).toContain(`${storefrontUrl}/unsubscribe/sample`);
    expect(letter?.text).toContain(`Unsubscribe: ${storefrontUrl}/unsubscribe/sample`);
  });
});
