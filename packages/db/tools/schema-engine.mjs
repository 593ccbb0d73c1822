#!/usr/bin/env node
// A `schema-engine` for the Prisma CLI (see prisma.config.ts): the engine's line-delimited JSON-RPC on stdio, answered by
// @prisma/schema-engine-wasm over @prisma/adapter-pg.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { panicMessage, withEngine } from './schema-engine/engine.mjs';
import { createDatabase, EngineError, pingServer } from './schema-engine/server.mjs';

const RPC_FAILED = 4466;
const argv = process.argv.slice(2);
const datasource = JSON.parse(option('--datasource')[0] ?? '{}');
const datamodels = option('--datamodels').map((file) => [file, fs.readFileSync(file, 'utf8')]);

const ownMethods = {
  introspectSql() {
    throw new EngineError(undefined, 'TypedSQL (`prisma generate --sql`) needs the native schema engine.');
  },
  async ensureConnectionValidity() {
    await pingServer(datasource.url);
    return {};
  },
  getDatabaseVersion: () => pingServer(datasource.url),
  createDatabase: () => createDatabase(datasource.url),
};

const printed = new Map();
let nextPrintId = 1_000_000;

if (argv.includes('--version')) {
  const { enginesVersion } = createRequire(import.meta.url)('@prisma/engines-version');
  console.log(`schema-engine-wasm ${enginesVersion}`);
} else if (argv.includes('cli')) {
  process.exitCode = await runCommand(argv[argv.indexOf('cli') + 1]);
} else {
  serve();
}

function option(name) {
  return argv.flatMap((argument, index) => (argument === name ? [argv[index + 1]] : []));
}

async function runCommand(command) {
  try {
    if (command === 'can-connect-to-database') await pingServer(datasource.url);
    else if (command === 'create-database') await createDatabase(datasource.url);
    else throw new EngineError('P1000', `The schema engine shim has no command ${command}.`);
    return 0;
  } catch (error) {
    // The CLI drops the first line of stderr and reads the rest as JSON log lines.
    const fields = { is_panic: false, error_code: error.code ?? 'P1000', message: error.message };
    const line = JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields });
    process.stderr.write(`schema-engine-wasm\n${line}`);
    return 1;
  }
}

function serve() {
  const pending = new Set();
  const input = readline.createInterface({ input: process.stdin });
  input.on('line', (line) => {
    const request = answer(JSON.parse(line)).finally(() => pending.delete(request));
    pending.add(request);
  });
  input.on('close', async () => {
    await Promise.allSettled(pending);
    process.exit(0);
  });
}

async function answer({ id, method, params }) {
  if (method === undefined) {
    printed.get(id)?.();
    return;
  }
  try {
    const own = ownMethods[method];
    send({ id, result: (await (own ? own() : callEngine(method, params))) ?? {} });
  } catch (error) {
    const message = panicMessage() || String(error?.message ?? error);
    const data = { is_panic: false, message, error_code: error?.code, meta: error?.meta };
    send({ id, error: { code: RPC_FAILED, message: 'An error happened. Check the data field.', data } });
  }
}

async function callEngine(method, params) {
  const isOffline = method === 'diff' && [params.from, params.to].every(isFileOrEmpty);
  const result = await withEngine({ datasource, datamodels, isOffline }, async (engine) => {
    if (typeof engine[method] !== 'function') {
      throw new TypeError(`schema-engine-wasm has no method ${method}`);
    }
    // These two read the migrations' schema from a cache that only the shadow-database diagnosis fills.
    if (method === 'evaluateDataLoss' || method === 'createMigration') {
      const { migrationsList, filters } = params;
      await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: true });
    }
    return engine[method](params);
  });
  if (method !== 'diff' || result?.stdout == null) return result;
  await print(result.stdout);
  return { exitCode: result.exitCode, stdout: null };
}

function isFileOrEmpty({ tag }) {
  return tag === 'empty' || tag === 'schemaDatamodel';
}

// The native engine streams a diff through a `print` request of its own and waits for the answer.
function print(content) {
  nextPrintId += 1;
  const id = nextPrintId;
  const done = new Promise((resolve) => {
    printed.set(id, resolve);
  });
  send({ id, method: 'print', params: { content } });
  return done;
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
