import { Client, escapeIdentifier } from 'pg';

/** An error the CLI shows to the person, with Prisma's code. */
export class EngineError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Connects once and returns the server's version. */
export async function pingServer(connectionString) {
  const url = withoutSchema(connectionString);
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query('select version()');
    return rows[0].version;
  } catch (error) {
    throw explainConnectionError(error, url);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates the database that the connection string names. */
export async function createDatabase(connectionString) {
  const url = withoutSchema(connectionString);
  const databaseName = databaseOf(url);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${escapeIdentifier(databaseName)}`);
  } finally {
    await client.end();
  }
  return { databaseName };
}

function explainConnectionError(error, url) {
  if (error.code === '3D000') {
    return new EngineError('P1003', `Database \`${databaseOf(url)}\` does not exist`);
  }
  if (error.code === '28P01') {
    return new EngineError('P1000', `Authentication failed against database server: ${error.message}`);
  }
  return new EngineError('P1001', `Can't reach database server at \`${url.host}\`: ${error.message}`);
}

function withoutSchema(connectionString) {
  const url = new URL(connectionString);
  url.searchParams.delete('schema');
  return url;
}

function databaseOf(url) {
  return decodeURIComponent(url.pathname.slice(1));
}
