import { createDatabase } from '@turing/db';
import { rebuildSearch } from '@turing/routers';
import { Progress } from '../start/progress.mjs';
import { databaseUrlOf, readSettings } from '../start/settings.ts';

/**
 * `npm run search:rebuild`: makes every search document again in the database of DATABASE_URL, or in the one that a
 * running `npm start` has, while the shop is open.
 */
export async function main(): Promise<number> {
  const db = createDatabase({
    url: databaseUrlOf(readSettings(process.cwd(), process.env, false)),
    maxConnections: 1,
    applicationName: 'turing-search-rebuild',
    statementTimeoutMs: 120_000,
  });
  try {
    await new Progress().step('Rebuild the search', async (say) => {
      const done = await rebuildSearch(db, (count) => say(`${count} products`));
      say(`${done} products`);
    });
    return 0;
  } finally {
    await db.close();
  }
}
