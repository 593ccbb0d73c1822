import { createElement } from 'react';
import { render } from 'react-email';
import type { LetterContent } from './content.ts';
import { Letter } from './letter.tsx';
import { toPlainText } from './plain-text.ts';

/** The letter in both its forms. */
export async function renderEmail(
  content: LetterContent,
  storefrontUrl: string,
): Promise<{ html: string; text: string }> {
  const html = await render(createElement(Letter, { content, storefrontUrl }));
  return { html, text: toPlainText(content, storefrontUrl) };
}
