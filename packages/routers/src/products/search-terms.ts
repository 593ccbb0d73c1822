/** What a person typed, taken apart for the ways of matching it. */
export interface SearchTerms {
  /** All of it, in web search syntax: "phrases", or, -not. */
  readonly text: string;
  /** The words before the last, and the last, which may be half typed. Empty when the syntax above is used. */
  readonly head: string;
  readonly tail: string;
  /** The first few words long enough to be misspelt. */
  readonly words: string[];
}

const wordPattern = /[\p{L}\p{N}]+/gu;
const operatorPattern = /"|(?:^|\s)-[\p{L}\p{N}]/u;
const fewestLetters = 3;
const mostWords = 8;

/** Any text is fine; text without letters and digits has no words. */
export function readSearchTerms(query: string): SearchTerms {
  const text = query.replaceAll('\0', ' ');
  const words = text.match(wordPattern) ?? [];
  const hasOperators = operatorPattern.test(text);
  return {
    text,
    head: hasOperators ? '' : words.slice(0, -1).join(' '),
    tail: hasOperators ? '' : (words.at(-1) ?? ''),
    words: hasOperators ? [] : words.filter((word) => word.length >= fewestLetters).slice(0, mostWords),
  };
}
