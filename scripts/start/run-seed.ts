import { spawn } from 'node:child_process';
import path from 'node:path';
import { databaseUrlOf, readSettings } from './settings.ts';

/** `npm run db:seed`: fills the database of DATABASE_URL, or the one that a running `npm start` has, if it is empty. */
export function main(argv: string[]): Promise<number> {
  const settings = readSettings(process.cwd(), process.env, false);
  const script = path.join(settings.root, 'packages/db/seed/main.ts');
  const child = spawn(process.execPath, [script, ...argv], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: databaseUrlOf(settings), MEDIA_DIR: settings.mediaDir },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
