import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const DATABASE_PATIENCE_MS = 20_000;

/**
 * Stops a child that leads a process group of its own: asks, waits, then insists. The database is asked with SIGINT,
 * its fast shutdown, and never killed outright, which would cost a recovery.
 * @param {{ name: string, pid: number }} child @param {() => boolean} isRunning
 */
export async function stopProcess({ name, pid }, isRunning) {
  const isDatabase = name === 'postgres';
  signalGroup(pid, isDatabase ? 'SIGINT' : 'SIGTERM');
  await waitUntil(() => !isRunning(), isDatabase ? DATABASE_PATIENCE_MS : PATIENCE_MS);
  if (isRunning() && isDatabase) {
    signalGroup(pid, 'SIGQUIT');
    await waitUntil(() => !isRunning(), PATIENCE_MS);
  }
  signalGroup(pid, 'SIGKILL');
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what we want.
  }
}

/** @param {() => boolean} isDone @param {number} ms */
async function waitUntil(isDone, ms) {
  const deadline = Date.now() + ms;
  while (!isDone() && Date.now() < deadline) await sleep(50);
}
