import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

const TAIL_LINES = 25;

/** Path of a fresh log; the one of the run before stays beside it as `<name>.1.log`. */
export function openLog(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  if (existsSync(file)) renameSync(file, path.join(folder, `${name}.1.log`));
  return file;
}

/** The last lines of a log, with its path above them. */
export function tailOf(file: string): string {
  if (!existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES);
  return [`${path.relative(process.cwd(), file)}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
