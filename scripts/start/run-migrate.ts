import { migrateDatabase } from '@turing/db/migrate';
import { ensureDatabase } from './database.ts';
import { Progress } from './progress.mjs';
import { databaseUrlOf, readSettings } from './settings.ts';

/** `npm run db:migrate`: migrates the database of DATABASE_URL, or the one that a running `npm start` has. */
export async function main(): Promise<number> {
  const connectionString = databaseUrlOf(readSettings(process.cwd(), process.env, false));
  await new Progress().step('Migrate the database', async (say) => {
    await ensureDatabase(connectionString);
    const applied = await migrateDatabase({ connectionString, onProgress: say });
    return applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`;
  });
  return 0;
}
