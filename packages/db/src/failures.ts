function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
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

/** SQLSTATE 23505, of the named constraint when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return codeOf(error) === '23505' && (constraint === undefined || constraintOf(error) === constraint);
}

/** SQLSTATE 23514, of the named constraint when one is given. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return codeOf(error) === '23514' && (constraint === undefined || constraintOf(error) === constraint);
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

/** The server could not be reached or is going away: nothing is known to have been written. */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error);
  return (
    (code !== undefined && connectionCodes.has(code)) ||
    (error instanceof Error &&
      /Connection terminated|timeout exceeded when trying to connect/u.test(error.message))
  );
}
