import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { openThrowawayServer } from '../../tests/support/throwaway-server.ts';

const HAS_DRIFT = 2;

/** Compares what the migrations make with what the Prisma schema says, on a scratch database. */
export async function main(): Promise<number> {
  const server = await openThrowawayServer();
  try {
    const diff = 'migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --exit-code';
    const prisma = path.resolve('node_modules/prisma/build/index.js');
    const { status } = spawnSync(process.execPath, [prisma, ...diff.split(' ')], {
      cwd: 'packages/db',
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: server.url },
    });
    if (status === HAS_DRIFT) {
      console.error('The schema and the migrations differ as above: make a migration for it.');
    }
    return status ?? 1;
  } finally {
    await server.stop();
  }
}
