// Letters that Unicode does not decompose into a base letter and a mark.
const foldings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * The address form of a name: lower-case ASCII letters and digits joined by single hyphens ("Café Crème 2 L" is
 * "cafe-creme-2-l"). Empty when the name has no Latin letter or digit. Applying it twice changes nothing.
 */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => foldings[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
