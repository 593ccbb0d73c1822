import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';

import { findRedis } from './redis-binary.ts';
import { startRedis } from './redis-server.ts';
import { findFreePort } from './throwaway-server.ts';

export interface RunningRedis {
  readonly port: number;
  /** False where this machine has none and gets none: then it is a stand-in that speaks the protocol. */
  readonly isReal: boolean;
  readonly stop: () => Promise<void>;
}

/** A Redis of its own, which keeps nothing on disk. */
export async function startRedisProcess(): Promise<RunningRedis> {
  const binary = await findRedis();
  if (binary === null) {
    const standIn = await startRedis();
    return { port: Number(new URL(standIn.url).port), isReal: false, stop: standIn.close };
  }
  const port = await findFreePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(binary.command, settings, { env: { ...process.env, ...binary.env }, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const stopAtExit = () => child.kill();
  process.once('exit', stopAtExit);
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return {
    port,
    isReal: true,
    stop: async () => {
      child.kill();
      await exited;
      process.off('exit', stopAtExit);
    },
  };
}
