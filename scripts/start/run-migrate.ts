import { openDatabase } from './database.ts';
import { Progress } from './progress.mjs';
import { databaseUrlOf, readSettings } from './settings.ts';

/** `npm run db:migrate`: migrates the database of DATABASE_URL, or the one that a running `npm start` has. */
export async function main(): Promise<number> {
  const connectionString = databaseUrlOf(readSettings(process.cwd(), process.env, false));
  await new Progress().step('Migrate the database', (say) => openDatabase(connectionString, { say }));
  return 0;
}
