/** Puts a word where `{name}` stands; an article before it goes with the word. */
export function fill(text: string, name: string, word: string): string {
  const article = /^[aeiou]/iu.test(word) ? 'n' : '';
  return text
    .replaceAll(new RegExp(String.raw`\b([Aa]) \{${name}\}`, 'gu'), `$1${article} ${word}`)
    .replaceAll(`{${name}}`, word);
}
