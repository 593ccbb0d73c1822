import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { Client, escapeIdentifier, Pool } from 'pg';

const CHAR_OID = 18;
const TEXT_OID = 25;

/** A single-connection pool that follows the `schema` parameter of a Prisma connection string. */
export function openPool(connectionString) {
  const url = new URL(connectionString);
  const schema = url.searchParams.get('schema') ?? 'public';
  url.searchParams.delete('schema');
  const pool = new Pool({ connectionString: url.href, max: 1, options: `-c search_path=${schema}` });
  pool.on('error', () => {});
  return { pool, schema };
}

/** Driver adapter factory of the schema engine: the product's adapter plus what migrations need from it. */
export class MigrationAdapterFactory extends PrismaPg {
  #datasource;

  constructor(pool, datasource) {
    super(pool, { schema: openSchema(datasource.url) });
    this.#datasource = datasource;
  }

  async connect() {
    return withWholeScripts(await super.connect());
  }

  async connectToShadowDb() {
    const { url, shadowDatabaseUrl } = this.#datasource;
    return shadowDatabaseUrl ? connectToKnownShadow(shadowDatabaseUrl) : connectToScratchShadow(url);
  }
}

/** Answers the one question the engine asks before it compares two schema files, so that no server has to run. */
export class OfflineAdapterFactory extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    adapter.queryRaw = async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 17.0', 170_000]],
    });
    return adapter;
  }
}

function openSchema(connectionString) {
  return new URL(connectionString).searchParams.get('schema') ?? 'public';
}

async function connectToKnownShadow(url) {
  const { pool, schema } = openPool(url);
  const adapter = withWholeScripts(await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect());
  const name = escapeIdentifier(schema);
  await pool.query(`DROP SCHEMA IF EXISTS ${name} CASCADE; CREATE SCHEMA ${name}`);
  return adapter;
}

async function connectToScratchShadow(url) {
  const name = escapeIdentifier(`prisma_migrate_shadow_db_${crypto.randomUUID()}`);
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const scratch = new URL(url);
  scratch.pathname = `/${name.slice(1, -1)}`;
  const { pool, schema } = openPool(scratch.href);
  const adapter = withWholeScripts(await new PrismaPg(pool, { schema }).connect());
  adapter.dispose = async () => {
    await pool.end();
    await admin.query(`DROP DATABASE ${name}`);
    await admin.end();
  };
  return adapter;
}

/**
 * Two gaps of adapter-pg 7.10: `executeScript` splits on every `;`, which breaks functions and DO blocks, and catalog
 * columns of type "char" are refused, which introspection reads.
 */
function withWholeScripts(adapter) {
  const { performIO, queryRaw } = adapter;
  adapter.executeScript = async (sql) => {
    try {
      await adapter.underlyingDriver().query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  adapter.queryRaw = async (query) => {
    let isChar = [];
    const readCharAsText = async (request) => {
      const response = await performIO.call(adapter, request);
      isChar = response.fields.map((field) => field.dataTypeID === CHAR_OID);
      response.fields = response.fields.map((field) =>
        field.dataTypeID === CHAR_OID ? { name: field.name, dataTypeID: TEXT_OID } : field,
      );
      return response;
    };
    const result = await queryRaw.call({ ...adapter, performIO: readCharAsText }, query);
    result.columnTypes = result.columnTypes.map((type, index) =>
      isChar[index] ? ColumnTypeEnum.Character : type,
    );
    return result;
  };
  return adapter;
}
