import pg from 'pg';

const int8Oid = 20;
const charOid = 1042;

/** Minor units arrive as int8: a number while it is exact, an error rather than a rounded amount. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond the safe integers`);
  return value;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8Oid && format !== 'binary') return parseInt8;
    if (oid === charOid && format !== 'binary') return (text: string) => text.trimEnd();
    const parser: unknown = pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
    return parser;
  },
};

export interface PoolOptions {
  readonly url: string;
  readonly maxConnections: number;
  readonly applicationName: string;
  readonly statementTimeoutMs: number;
  readonly onError: (error: Error) => void;
}

/** Every session has timeouts, so that a stuck statement or lock ends by itself. */
export function sessionConfig(options: PoolOptions): pg.ClientConfig {
  return {
    connectionString: options.url,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5000,
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: Math.min(options.statementTimeoutMs, 5000),
    idle_in_transaction_session_timeout: 15_000,
    // Compiling a plan takes longer than any answer here may.
    options: '-c jit=off',
    types,
  };
}

/** Connections of which each transaction has one to itself. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...sessionConfig(options),
    max: options.maxConnections,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', options.onError);
  // A connection lost while in use fails its query; without a listener of its own it would end the process too.
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  return pool;
}
