/** A step that could not be done: why, what the person can do about it, and the last lines of its output. */
export class StepFailure extends Error {
  /** @param {string} why @param {{ remedy: string, step?: string, output?: string, cause?: unknown }} details */
  constructor(why, { remedy, step, output, cause }) {
    super(why, { cause });
    this.name = 'StepFailure';
    this.remedy = remedy;
    this.step = step;
    this.output = output;
  }
}

const POSTGRES_DISK_FULL = '53100';

/**
 * Turns anything thrown inside a step into a failure that names the step, the reason and what to do.
 * @param {unknown} error @param {string} [step] @returns {StepFailure}
 */
export function explainFailure(error, step = 'Run the shop') {
  const failure = isDiskFull(error) ? diskFull(error) : toFailure(error);
  failure.step ??= step;
  return failure;
}

/** @param {unknown} error @returns {StepFailure} */
function toFailure(error) {
  if (error instanceof StepFailure) return error;
  const thrown = error instanceof Error ? error : new Error(String(error));
  const { code, message, path, remedy } = /** @type {NodeJS.ErrnoException & { remedy?: string }} */ (thrown);
  if (code === 'EACCES' || code === 'EPERM') {
    return new StepFailure(`This account may not write to ${path ?? 'a file it needs'}.`, {
      remedy: 'Give the checkout to one account (chown -R), or run as the one that used it before.',
      cause: error,
    });
  }
  return new StepFailure(message, {
    remedy: remedy ?? 'Start again; if it fails the same way, start afresh with `npm start -- --reset`.',
    cause: error,
  });
}

/** @param {unknown} cause */
function diskFull(cause) {
  return new StepFailure('The disk is full.', {
    remedy: 'Free at least 3 GB where the checkout is, then start again: it continues where it stopped.',
    cause,
  });
}

/** @param {unknown} error @returns {boolean} */
function isDiskFull(error) {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, output, cause } = /** @type {NodeJS.ErrnoException & { output?: string }} */ (error);
  const isNamed = code === 'ENOSPC' || code === POSTGRES_DISK_FULL;
  return isNamed || /ENOSPC|No space left on device/i.test(`${message} ${output}`) || isDiskFull(cause);
}
