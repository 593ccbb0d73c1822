/** An answer that the database has put together as JSON, for callers that would only write it down again. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
