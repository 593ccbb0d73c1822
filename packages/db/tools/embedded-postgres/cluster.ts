import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { programIn } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import type { PostgresHome } from './home.ts';
import { initialiseCluster, SERVER_ENV, type InitialiseHooks } from './initialise.ts';
import { clearLeftovers } from './postmaster-file.ts';

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;
const THROWAWAY_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface ClusterOptions extends InitialiseHooks {
  home: PostgresHome;
  port: number;
  logFile: string;
  /** What the server should do otherwise than by default, as in `postgresql.conf`. */
  settings?: Readonly<Record<string, string>>;
}

export interface Cluster {
  process: ChildProcess;
  /** Connection string of one of its databases, as the superuser. */
  urlOf: (database: string) => string;
  /** Disconnects everybody, writes everything down and stops. */
  stop: () => Promise<void>;
}

/** Makes the cluster if it is not there, starts its server on 127.0.0.1 and waits until it answers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { home, port, logFile } = options;
  await initialiseCluster(home, options);
  await clearLeftovers(home.directory);
  const server = spawnServer(options);
  const urlOf = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  const stop = () => stopServer(server, home);
  try {
    await waitUntilReady(server, urlOf('postgres'));
  } catch (error) {
    await stop();
    throw describeFailure(error, logFile);
  }
  return { process: server, urlOf, stop };
}

function spawnServer(options: ClusterOptions): ChildProcess {
  const { home, port, logFile, isThrowaway, onSpawn } = options;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(isThrowaway === true ? THROWAWAY_SETTINGS : {}),
    ...options.settings,
  };
  const args = ['-D', home.directory, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const log = openSync(logFile, 'a');
  const server = spawn(programIn(home.native, 'postgres'), args, {
    ...home.account,
    cwd: home.directory,
    env: SERVER_ENV,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.on('error', () => {});
  if (server.pid !== undefined) onSpawn?.('postgres', server.pid);
  return server;
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (hasEnded(server))
      throw new Error(`the server ended with code ${server.exitCode ?? server.signalCode}`);
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (Date.now() > deadline) throw error;
      await sleep(25);
    }
  }
}

async function stopServer(server: ChildProcess, home: PostgresHome): Promise<void> {
  if (server.pid === undefined || hasEnded(server)) return;
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  if (process.platform === 'win32') {
    spawnSync(programIn(home.native, 'pg_ctl'), ['stop', '-D', home.directory, '-m', 'fast']);
  } else {
    server.kill('SIGINT');
  }
  const timer = setTimeout(() => server.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}

function describeFailure(error: unknown, logFile: string): EmbeddedPostgresError {
  const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  const reason = error instanceof Error ? error.message : String(error);
  return new EmbeddedPostgresError(
    `PostgreSQL did not start: ${reason}\n${tail}`,
    `Read ${path.relative(process.cwd(), logFile)}; if its data is damaged, start afresh with \`npm start -- --reset\`.`,
  );
}
