import type { Aftercare, StaffOrderView } from '@turing/routers';

/** Who signs: as the shop's settings say. */
export interface LetterSeller {
  readonly name: string;
  readonly address: readonly string[];
}

/** What a letter is written from. */
export interface LetterContext {
  readonly order: StaffOrderView;
  /** What was written, sent back and paid back since. */
  readonly aftercare?: Aftercare;
  /** What the event that it tells of says. */
  readonly event: unknown;
  readonly storefrontUrl: string;
  /** The invoice or credit note that the letter is about, once there is one. */
  readonly bill?: { readonly label: string; readonly url: string } | undefined;
}

export interface LetterLine {
  /** Unique among the lines of a list. */
  readonly id: string;
  readonly name: string;
  readonly variant: string;
  readonly quantity: number;
  /** As the reader sees it; null where money is beside the point, as in a parcel. */
  readonly amount: string | null;
  readonly imageUrl: string | null;
}

export interface LetterTotal {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}

export interface LetterParcel {
  readonly carrier: string;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
}

/** A letter before it has a shape: HTML and plain text are both made of this. */
export interface LetterContent {
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preview: string;
  /** Above the heading: which order. */
  readonly eyebrow: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly url: string };
  readonly parcel?: LetterParcel | undefined;
  readonly lines?: { readonly title: string; readonly items: readonly LetterLine[] } | undefined;
  readonly later?: { readonly title: string; readonly items: readonly LetterLine[] } | undefined;
  readonly totals?: readonly LetterTotal[] | undefined;
  readonly address?: { readonly title: string; readonly lines: readonly string[] } | undefined;
  /** Something to copy, as a code. */
  readonly highlight?: { readonly label: string; readonly text: string } | undefined;
  /** A file to download, as an invoice. */
  readonly download?: { readonly label: string; readonly url: string } | undefined;
  /** Of letters that advertise: why they come, and how they stop with one click. */
  readonly unsubscribe?: { readonly text: string; readonly url: string } | undefined;
}
