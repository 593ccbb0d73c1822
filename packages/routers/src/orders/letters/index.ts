export type { LetterBook, LetterSample } from './letter-book.ts';
export { getLetterSigner, renderLetter } from './render-letter.ts';
export { sampleLetterSchema } from './schemas.ts';
