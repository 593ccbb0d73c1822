import { ensureDatabase, migrateDatabase } from '@turing/db/migrate';
import { StepFailure } from './failure.mjs';

export interface OpenOptions {
  say: (line: string) => void;
  /** Told before a database is made that was not there. */
  beforeCreate?: () => void;
}

/** Makes the database if there is none and brings it up to date. Returns a few words on what that took. */
export async function openDatabase(url: string, { say, beforeCreate }: OpenOptions): Promise<string> {
  await ensureDatabase(url, beforeCreate).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  const applied = await migrateDatabase({ connectionString: url, onProgress: say }).catch(
    (error: unknown) => {
      throw notMigrated(error);
    },
  );
  return applied.length === 0 ? 'up to date' : `${applied.length} applied`;
}

function unreachable(url: string, error: unknown): StepFailure {
  const { host } = new URL(url);
  return new StepFailure(`The database at ${host} does not let us in: ${(error as Error).message}`, {
    remedy: 'Check DATABASE_URL and that the server runs, or leave DATABASE_URL out to use the embedded one.',
    cause: error,
  });
}

function notMigrated(error: unknown): StepFailure {
  return new StepFailure((error as Error).message, {
    remedy:
      'Mend the migration; one that was applied stays as it is, and a new one changes it. ' +
      'To give up this checkout’s data instead: `npm start -- --reset`.',
    cause: error,
  });
}
