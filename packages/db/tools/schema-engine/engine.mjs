import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MigrationAdapterFactory, OfflineAdapterFactory, openPool } from './adapter.mjs';

const require = createRequire(import.meta.url);

// The engine's panic hook calls this global by name.
const panic = {
  message: '',
  set_message(message) {
    this.message = message;
  },
};
globalThis.PRISMA_WASM_PANIC_REGISTRY = panic;

let loading;

/** The message of the engine's last panic, empty when there was none. */
export function panicMessage() {
  return panic.message;
}

/** Runs `work` with a fresh engine and its own connection, so that requests stay independent. */
export async function withEngine({ datasource, datamodels, isOffline }, work) {
  loading ??= loadWasm();
  await loading;
  const { pool } = openPool(datasource.url);
  const factory = bindMigrationAwareSqlAdapterFactory(
    isOffline ? new OfflineAdapterFactory(pool) : new MigrationAdapterFactory(pool, datasource),
  );
  const log = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels: datamodels.length > 0 ? datamodels : undefined },
      log,
      factory,
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

async function loadWasm() {
  const file = path.join(path.dirname(require.resolve('prisma/package.json')), 'build/schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
