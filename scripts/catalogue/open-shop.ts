import path from 'node:path';
import { createDatabase, type Database } from '@turing/db';
import { databaseUrlOf, readSettings } from '../start/settings.ts';

/** What is wrong with how a command was called. */
export class UsageError extends Error {}

/** The database of DATABASE_URL, or the one that a running `npm start` has. */
export function openShop(): Database {
  const url = databaseUrlOf(readSettings(process.cwd(), process.env, false));
  return createDatabase({ url, maxConnections: 3, applicationName: 'turing-catalogue' });
}

/** A path as the person meant it: npm runs scripts at the root of the repository. */
export function resolvePath(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** Runs a command; 2 when it was called wrongly or the shop is out of reach. */
export async function runCommand(usage: string, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message || String(error) : String(error));
    if (error instanceof UsageError || isArgumentError(error)) console.error(`\n${usage}`);
    return 2;
  }
}

function isArgumentError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  );
}
