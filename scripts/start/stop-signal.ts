import { findStarters, isGone } from './ancestors.ts';

const ECHO_MS = 1000;
const STARTER_POLL_MS = 1000;

/**
 * Resolves on the first Ctrl-C or termination, or when npm, which started us, is gone. A terminal's Ctrl-C can arrive
 * twice, directly and through npm; a second one after that ends the process at once.
 */
export function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = () => {
      if (firstAt !== undefined && Date.now() - firstAt > ECHO_MS) process.exit(1);
      firstAt ??= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    watchStarters(onSignal);
  });
}

function watchStarters(onGone: () => void): void {
  const starters = findStarters();
  const timer = setInterval(() => {
    if (!starters.some(isGone)) return;
    clearInterval(timer);
    onGone();
  }, STARTER_POLL_MS);
  timer.unref();
}
