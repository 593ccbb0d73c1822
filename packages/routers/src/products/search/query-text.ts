/** A stretch of a query that is read in one way. */
export interface Clause {
  readonly text: string;
  /** `words` may be misspelt and half typed, a `phrase` is meant as it stands, what is `without` must not be there. */
  readonly kind: 'words' | 'phrase' | 'without';
  /** Clauses of one branch must all fit; one branch that fits is enough (`or`). */
  readonly branch: number;
}

const partPattern = /"([^"]*)"|(?<=^|\s)-(?=[\p{L}\p{N}])(\S+)|(?<=^|\s)(or)(?=\s|$)|([^\s"]+)/giu;

/** Any text is a query: "phrases", -without, this or that; everything else is words. */
export function readClauses(query: string): Clause[] {
  const clauses: Clause[] = [];
  let words: string[] = [];
  let branch = 0;
  const endWords = () => {
    if (words.length > 0) clauses.push({ text: words.join(' '), kind: 'words', branch });
    words = [];
  };
  for (const [, phrase, without, or, word] of query.replaceAll('\0', ' ').matchAll(partPattern)) {
    if (word !== undefined) {
      words.push(word);
      continue;
    }
    endWords();
    if (phrase !== undefined) clauses.push({ text: phrase, kind: 'phrase', branch });
    else if (without !== undefined) clauses.push({ text: without, kind: 'without', branch });
    else if (or !== undefined && clauses.length > 0) branch += 1;
  }
  endWords();
  return clauses;
}

const fewestCodeCharacters = 4;

/** The query as a SKU or barcode would be written without its separators; empty when it cannot be one. */
export function readCode(query: string): string {
  const code = query.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (code.length < fewestCodeCharacters || code.length > 40) return '';
  const hasDigit = /\d/u.test(code);
  const isOneWordWithHyphen = /^\s*[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+\s*$/u.test(query);
  return hasDigit || isOneWordWithHyphen ? code : '';
}
