/** One kind of letter that the shop sends. */
export interface LetterSample {
  readonly id: string;
  readonly name: string;
  /** What it follows upon. */
  readonly when: string;
  readonly group: string;
}

export interface RenderedLetter {
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preview: string;
  readonly html: string;
  readonly text: string;
}

/** All letters of the shop with made-up data: the port through which the console shows them. */
export interface LetterBook {
  readonly list: () => readonly LetterSample[];
  /** Null: there is no such letter. */
  readonly render: (
    id: string,
    seller: { readonly name: string; readonly address: readonly string[] },
  ) => Promise<RenderedLetter | null>;
}
