/** A search for all words of a text or their beginnings, as `to_tsquery` reads it; null when there is no word in it. */
export function toWordQuery(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}@._-]*/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `'${word}':*`).join(' & ');
}
