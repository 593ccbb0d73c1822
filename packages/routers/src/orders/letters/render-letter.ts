import { addressLabel, ShopError } from '@turing/domain';
import type { Reader } from '@turing/db';
import type { Context } from '../../context.ts';
import { getBusiness } from '../business/business-store.ts';
import type { RenderedLetter } from './letter-book.ts';

/** Who signs the letters of the shop. */
export interface LetterSigner {
  readonly name: string;
  readonly address: readonly string[];
}

/** Name and address as the shop's settings have them. */
export async function getLetterSigner(reader: Reader): Promise<LetterSigner> {
  const { name, address } = await getBusiness(reader);
  return { name, address: addressLabel(address).filter((line) => line !== name) };
}

/** A letter with made-up data, as a mailbox gets it. @throws LETTER_NOT_FOUND */
export async function renderLetter(
  { db, letters }: Pick<Context, 'db' | 'letters'>,
  id: string,
): Promise<RenderedLetter> {
  const rendered = await letters.render(id, await getLetterSigner(db.reader));
  if (rendered === null) throw new ShopError('LETTER_NOT_FOUND', { id });
  return rendered;
}
