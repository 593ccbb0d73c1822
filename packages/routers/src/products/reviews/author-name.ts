/** How a review is signed: `Ada Lovelace` as `Ada L.`; what is one word stays. */
export function authorNameOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = ''] = words;
  const initial = words.length > 1 ? /^./u.exec(words.at(-1) ?? '')?.[0] : undefined;
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`;
}
