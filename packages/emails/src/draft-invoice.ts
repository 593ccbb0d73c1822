import type { LetterContent, LetterLine, LetterTotal } from './content.ts';

/** An offer that staff put together: what it holds, and where it is accepted and paid. */
export interface DraftInvoice {
  readonly label: string;
  /** In the words of staff; empty for none. */
  readonly message: string;
  readonly url: string;
  readonly lines: readonly LetterLine[];
  readonly totals: readonly LetterTotal[];
  /** As the reader sees it; null where it stands until it is taken back. */
  readonly validUntil: string | null;
}

export function draftInvoice({
  label,
  message,
  url,
  lines,
  totals,
  validUntil,
}: DraftInvoice): LetterContent {
  const until = validUntil === null ? '' : ` The offer stands until ${validUntil}.`;
  return {
    subject: `Your order is ready to be paid`,
    preview: `Have a look, and pay when everything is right.${until}`,
    eyebrow: label,
    heading: 'Your order is ready',
    paragraphs: [
      ...message
        .split(/\n+/u)
        .map((line) => line.trim())
        .filter(Boolean),
      `We have put this together for you. Have a look, and pay when everything is right.${until}`,
    ],
    action: { label: 'Review and pay', url },
    lines: { title: 'What it holds', items: lines },
    totals,
  };
}
