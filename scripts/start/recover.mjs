import { setTimeout as sleep } from 'node:timers/promises';
import { StepFailure } from './failure.mjs';
import { isAlive } from './pid-file.mjs';
import { stopProcess } from './stop-process.mjs';

const STOPPING_PATIENCE_MS = 40_000;
// A start whose npm was killed notices within a second or two.
const NOTICING_PATIENCE_MS = 3000;

/**
 * Stops what a killed start left running, by the numbers and start times of its own pid file. Refuses when that start
 * is alive; waits when it is just stopping. Returns how many processes it stopped.
 * @param {import('./pid-file.mjs').PidFile} pidFile @returns {Promise<number>}
 */
export async function recoverLastRun(pidFile) {
  const last = pidFile.read();
  if (last === undefined) return 0;
  const isOurs = [process.pid, process.ppid].includes(last.supervisor.pid);
  if (!isOurs && isAlive(last.supervisor)) await waitForSupervisor(pidFile, last.supervisor);
  const leftovers = (pidFile.read()?.children ?? []).filter(isAlive);
  const services = leftovers.filter((child) => child.name !== 'postgres');
  const databases = leftovers.filter((child) => child.name === 'postgres');
  for (const group of [services, databases]) {
    await Promise.all(group.map((child) => stopProcess(child, () => isAlive(child))));
  }
  return leftovers.length;
}

/** @param {import('./pid-file.mjs').PidFile} pidFile @param {import('./pid-file.mjs').ProcessRecord} supervisor */
async function waitForSupervisor(pidFile, supervisor) {
  const startedAt = Date.now();
  const patience = () => (pidFile.read()?.isStopping === true ? STOPPING_PATIENCE_MS : NOTICING_PATIENCE_MS);
  while (isAlive(supervisor) && Date.now() - startedAt < patience()) await sleep(100);
  if (!isAlive(supervisor)) return;
  throw new StepFailure(`It is running already, as process ${supervisor.pid}.`, {
    step: 'Look for an earlier start',
    remedy: `Use that one, or stop it with Ctrl-C in its terminal (or \`kill ${supervisor.pid}\`) and start again.`,
  });
}
