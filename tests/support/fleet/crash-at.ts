import { subscribe } from 'node:diagnostics_channel';

/** Loaded before a process of the shop: ends it, as `kill -9` would, the nth time that it reaches the step of CRASH_AT. */
const [wanted, nth = '1'] = (process.env.CRASH_AT ?? '').split('#');
let left = Number(nth);

subscribe('turing:step', (step) => {
  if (step === wanted) left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
