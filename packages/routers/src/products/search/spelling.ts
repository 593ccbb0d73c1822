/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to get from one word to the other
 * (optimal string alignment).
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + change);
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, at(beforeLast, column - 2) + 1);
      }
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

export interface KnownWord {
  readonly word: string;
  readonly lexeme: string;
  readonly documents: number;
}

const mostCorrections = 3;

/** Short words leave little to recognise them by. */
function mostEdits(length: number): number {
  if (length <= 5) return 1;
  return length <= 9 ? 2 : 3;
}

/**
 * The known words that a misspelt one may stand for, likeliest first: few edits, the same first letter, only swapped
 * letters, common words.
 */
export function correctWord<Word extends KnownWord>(typed: string, known: readonly Word[]): Word[] {
  const rated = known
    .map((candidate) => ({ candidate, cost: costOf(typed, candidate) }))
    .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.cost - b.cost || (a.candidate.word < b.candidate.word ? -1 : 1));
  const [best] = rated;
  if (best === undefined) return [];
  const lexemes = new Set<string>();
  const different = rated.filter(({ candidate, cost }) => {
    if (cost > best.cost + 0.8 || lexemes.has(candidate.lexeme)) return false;
    lexemes.add(candidate.lexeme);
    return true;
  });
  return different.slice(0, mostCorrections).map(({ candidate }) => candidate);
}

function costOf(typed: string, { word, documents }: KnownWord): number {
  const edits = editDistance(typed, word);
  if (edits > mostEdits(Math.min(typed.length, word.length))) return Number.POSITIVE_INFINITY;
  const isSwapped = lettersOf(typed) === lettersOf(word);
  const otherStart = typed[0] === word[0] ? 0 : 0.5;
  return edits + otherStart - (isSwapped ? 0.3 : 0) - Math.log10(1 + documents) / 5;
}

function lettersOf(word: string): string {
  return Array.from(word).toSorted().join('');
}
