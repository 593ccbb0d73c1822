import { createElement } from 'react';
import { render } from 'react-email';
import type { LetterContent, LetterSeller } from './content.ts';
import { Letter } from './letter.tsx';
import { toPlainText } from './plain-text.ts';
import { shop } from './shop.ts';

const unnamed: LetterSeller = { name: shop.name, address: [] };

/** The letter in both its forms. Without a seller it is signed with the shop's name. */
export async function renderEmail(
  content: LetterContent,
  storefrontUrl: string,
  seller: LetterSeller = unnamed,
): Promise<{ html: string; text: string }> {
  const html = await render(createElement(Letter, { content, storefrontUrl, seller }));
  return { html, text: toPlainText(content, { storefrontUrl, seller }) };
}
