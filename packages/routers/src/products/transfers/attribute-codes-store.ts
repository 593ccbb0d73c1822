import type { Reader } from '@turing/db';

/** The codes of all attributes in their order: products have a column for each. */
export async function readAttributeCodes(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('attribute').select('code').orderBy('position').orderBy('code').execute();
  return rows.map(({ code }) => code);
}
