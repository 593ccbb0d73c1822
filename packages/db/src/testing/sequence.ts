import { randomBytes } from 'node:crypto';

const run = randomBytes(3).toString('hex');
let count = 0;

/** A suffix that no other call in this or any other process gives: `3f9a1c-17`. */
export function uniqueSuffix(): string {
  count += 1;
  return `${run}-${count}`;
}
