function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** SQLSTATE 40001 and 40P01: the transaction changed nothing and may be run again. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/** SQLSTATE 22021 and 22P05: text PostgreSQL cannot keep, such as a NUL. */
export function isUnstorableText(error: unknown): boolean {
  const code = codeOf(error);
  return code === '22021' || code === '22P05';
}

/** SQLSTATE 23505: something else has what must be unique. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === '23505';
}

/** SQLSTATE 23503: something else still refers to it, or what it refers to is gone. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codeOf(error) === '23503';
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P03',
  '53300',
]);

/** A lock or the answer did not come in time, or a race was lost as often as it may be run again: all was rolled back. */
const busyCodes = new Set(['55P03', '57014', '40001', '40P01']);

/**
 * The server could not be reached, is going away or is too busy: nothing is known to have been written, and trying again
 * may succeed.
 */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error);
  return (
    (code !== undefined && (connectionCodes.has(code) || busyCodes.has(code))) ||
    (error instanceof Error &&
      /Connection terminated|timeout exceeded when trying to connect/u.test(error.message))
  );
}
