import { parseStartArguments, START_HELP } from './arguments.ts';
import { explainFailure } from './failure.mjs';
import { PidFile } from './pid-file.mjs';
import { formatDuration, printFailure, Progress } from './progress.mjs';
import { recoverLastRun } from './recover.mjs';
import { readSettings } from './settings.ts';
import { Stack } from './stack.ts';
import { waitForStop } from './stop-signal.ts';
import { describeRunningShop } from './summary.ts';

/** `npm start` and `npm run dev`: runs the shop until it is told to stop. Resolves to the exit code. */
export async function main(argv: string[]): Promise<number> {
  const { isDevelopment, isReset, isHelp } = parseStartArguments(argv);
  if (isHelp) {
    console.log(START_HELP);
    return 0;
  }
  const settings = readSettings(process.cwd(), process.env, isDevelopment);
  const progress = new Progress();
  const pidFile = new PidFile(settings.dataDir);
  await recoverLastRun(pidFile);
  pidFile.claim();
  const stack = new Stack(settings, progress, pidFile);
  process.once('exit', () => stack.kill());
  const stop = waitForStop();
  const failure = await run(stack, { isReset, stop, announce }).catch(explainFailure);
  pidFile.markStopping();
  await progress.step('Stop everything', () => stack.stop());
  pidFile.release();
  if (failure === undefined) return 0;
  printFailure(failure);
  return 1;

  function announce(): void {
    const time = formatDuration(Date.now() - Number(process.env.START_BEGAN_AT));
    progress.print(`\n${describeRunningShop(settings)}\n\nReady in ${time}. Ctrl-C stops everything.`);
  }
}

interface RunOptions {
  isReset: boolean;
  stop: Promise<void>;
  announce: () => void;
}

/** Resolves when told to stop; rejects when a step or, later, a service fails. */
async function run(stack: Stack, { isReset, stop, announce }: RunOptions): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => {
    stack.onFailure = reject;
  });
  const started = (async () => {
    if (isReset) await stack.reset();
    await stack.start();
    announce();
    return failed;
  })();
  await Promise.race([stop, started, failed]);
  started.catch(() => {});
}
