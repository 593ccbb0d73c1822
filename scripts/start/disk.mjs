import { existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { StepFailure } from './failure.mjs';

const GIGABYTE = 1024 ** 3;
// A first run needs room for packages (1.3 GB), builds, images and the database; a later one for logs and orders.
const FIRST_RUN_BYTES = 3 * GIGABYTE;
const LATER_RUN_BYTES = 0.3 * GIGABYTE;

/** Refuses to begin what the disk has no room to end. @param {string} folder @param {boolean} isFirstRun */
export function checkDiskSpace(folder, isFirstRun) {
  const needed = isFirstRun ? FIRST_RUN_BYTES : LATER_RUN_BYTES;
  const { bavail, bsize } = statfsSync(nearestExisting(folder));
  const free = bavail * bsize;
  if (free >= needed) return;
  throw new StepFailure(`Only ${toGigabytes(free)} GB are free where ${folder} is.`, {
    step: 'Check the disk',
    remedy: `Free ${toGigabytes(needed - free)} GB more, or set DATA_DIR to a folder on a larger disk, and start again.`,
  });
}

/** @param {string} folder @returns {string} */
function nearestExisting(folder) {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}

/** @param {number} bytes */
function toGigabytes(bytes) {
  return (Math.ceil((bytes / GIGABYTE) * 10) / 10).toFixed(1);
}
