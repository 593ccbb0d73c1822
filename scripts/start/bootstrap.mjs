import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDiskSpace } from './disk.mjs';
import { installPackages, missingPackages, pinnedNode } from './install.mjs';
import { PidFile } from './pid-file.mjs';
import { printFailure, Progress } from './progress.mjs';
import { recoverLastRun } from './recover.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a module's `main(argv)` on the pinned Node.js with all packages installed. `isSupervisor`: the module keeps
 * services running, so what an earlier run left is stopped first.
 * @param {string} script file of the script that npm called
 * @param {{ load: () => Promise<{ main: (argv: string[]) => number | Promise<number> }>, isSupervisor?: boolean }} options
 */
export async function bootstrap(script, { load, isSupervisor = false }) {
  process.chdir(root);
  process.env.START_BEGAN_AT ??= String(Date.now());
  if (existsSync('.env')) process.loadEnvFile?.('.env');
  const pidFile = isSupervisor ? new PidFile(path.resolve(process.env.DATA_DIR ?? '.data')) : undefined;
  try {
    await prepare(pidFile);
    const node = pinnedNode(root);
    if (node === process.execPath) {
      const { main } = await load();
      process.exit(await main(process.argv.slice(2)));
    }
    process.exit(await runAgain(node, script));
  } catch (error) {
    pidFile?.release();
    printFailure(error);
    process.exit(1);
  }
}

/** @param {PidFile | undefined} pidFile */
async function prepare(pidFile) {
  const progress = new Progress();
  if (pidFile !== undefined) {
    const stopped = await recoverLastRun(pidFile);
    if (stopped > 0) progress.print(`  Stopped ${stopped} processes of a run that was killed.`);
  }
  const missing = missingPackages(root);
  if (pidFile !== undefined) {
    const dataDir = path.dirname(pidFile.file);
    checkDiskSpace(root, missing.length > 0);
    checkDiskSpace(dataDir, !existsSync(path.join(dataDir, 'media')));
    mkdirSync(dataDir, { recursive: true });
    pidFile.claim();
  }
  if (missing.length === 0) return;
  // Without these a signal would end this process before it could end npm.
  const quit = () => process.exit(1);
  for (const signal of SIGNALS) process.on(signal, quit);
  await progress.step('Install packages', (say) => installPackages({ root, pidFile, say }));
  for (const signal of SIGNALS) process.off(signal, quit);
}

/** @param {string} node @param {string} script @returns {Promise<number>} */
function runAgain(node, script) {
  const PATH = [path.dirname(node), process.env.PATH].join(path.delimiter);
  const child = spawn(node, [fileURLToPath(script), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH },
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
