/** A text with each of the words, however it is written, replaced by an ellipsis. */
export function withoutWords(text: string, words: readonly string[]): string {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, word) => {
    const pattern = word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
    return rest.replaceAll(new RegExp(pattern, 'giu'), '…');
  }, text);
}
