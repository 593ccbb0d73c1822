import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareHome, removeHome, startCluster } from '@turing/db/embedded-postgres';

export interface ThrowawayServer {
  /** Connection string of its maintenance database. */
  url: string;
  stop: () => Promise<void>;
}

/** Starts a PostgreSQL that is gone after `stop`, or uses the one of TEST_DATABASE_URL. */
export async function openThrowawayServer(): Promise<ThrowawayServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), 'turing-test-postgres-'));
  const data = path.join(folder, 'data');
  const cluster = await startCluster({
    home: prepareHome(data),
    port: await findFreePort(),
    logFile: path.join(folder, 'postgres.log'),
    isThrowaway: true,
  });
  const stopAtExit = () => cluster.process.kill('SIGINT');
  process.once('exit', stopAtExit);
  return {
    url: cluster.urlOf('postgres'),
    stop: async () => {
      await cluster.stop();
      process.off('exit', stopAtExit);
      removeHome(data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
