/** Whether each word typed begins a word of the text. */
export function matches(query: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}
