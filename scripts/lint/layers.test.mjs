import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const domainFolder = 'packages/routers/src';

const refused = [
  ['packages/domain/src/a.ts', "import { z } from 'zod';"],
  ['packages/domain/src/b.ts', "import { readFileSync } from 'node:fs';"],
  ['packages/domain/src/c.ts', "export * from '../../db/src/index.ts';"],
  ['apps/api/src/a.ts', "import { startEmulator } from '@turing/stripe-emulator';"],
  [
    'apps/worker/src/a.ts',
    "const emulator = await import('../../../packages/stripe-emulator/src/index.ts');",
  ],
  ['packages/db/src/a.ts', "import { openShop } from '../../../tests/support/shop.ts';"],
  ['apps/api/src/b.ts', "import { createOrder } from '@turing/db/testing';"],
  [`${domainFolder}/orders/place-order.ts`, "import { TRPCError } from '@trpc/server';"],
  [`${domainFolder}/orders/router.ts`, "import { sql } from 'kysely';"],
  [`${domainFolder}/orders/cancel-order.ts`, "import type { Pool } from 'pg';"],
  [`${domainFolder}/orders/view.ts`, "import { PrismaClient } from '@prisma/client';"],
  ['apps/api/src/c.ts', "import pg from 'pg';"],
  ['packages/client/src/a.ts', "import { appRouter } from '@turing/routers';"],
  ['apps/storefront/src/lib/a.ts', "import type { AppRouter } from '@turing/routers';"],
  ['apps/admin/src/lib/a.ts', "import { createDatabase } from '@turing/db';"],
  ['infra/lib/a.ts', "import { readEnvironment } from '@turing/api/env';"],
  ['apps/storefront/src/features/cart/a.tsx', "import { ProductCard } from '../catalog/product-card.tsx';"],
  [
    'apps/storefront/src/features/cart/b.tsx',
    "import { ProductCard } from '@/features/catalog/product-card.tsx';",
  ],
  ['apps/storefront/src/features/cart/c.tsx', "import { metadata } from '../../app/page.tsx';"],
  ['apps/admin/src/components/a.tsx', "import { OrderTable } from '../features/orders/order-table.tsx';"],
  [`${domainFolder}/customers/a.ts`, "import { findProduct } from '../products/index.ts';"],
  [`${domainFolder}/products/a.ts`, "import type { Order } from '../orders/index.ts';"],
  [`${domainFolder}/orders/a.ts`, "import { startPayment } from '../payments/index.ts';"],
  [`${domainFolder}/payments/a.ts`, "import { lockOrder } from '../orders/store.ts';"],
  [`${domainFolder}/platform/a.ts`, "import type { StaffActor } from '../customers/index.ts';"],
  [`${domainFolder}/failure.ts`, "import { TRPCError } from '@trpc/server';"],
  ['packages/db/src/b.ts', 'export const url = process.env.DATABASE_URL;'],
  ['packages/db/src/CamelCase.ts', 'export const name = 1;'],
];

const accepted = [
  ['packages/domain/src/d.ts', "import { money } from './money.ts';\nexport { money };"],
  [`${domainFolder}/orders/index.ts`, "export { findProduct } from '../products/index.ts';"],
  [`${domainFolder}/orders/cart-store.ts`, "export { sql } from 'kysely';"],
  [`${domainFolder}/payments/router.ts`, "export { TRPCError } from '@trpc/server';"],
  ['packages/client/src/b.ts', "export type { AppRouter } from '@turing/routers';"],
  ['infra/lib/b.ts', "export type { ApiEnvironment } from '@turing/api/env';"],
  ['apps/storefront/src/features/cart/d.tsx', "export { Price } from '../../components/price.tsx';"],
  ['apps/api/src/env.ts', 'export const url = process.env.DATABASE_URL;'],
];

let folder = '';
const complaints = new Map();

async function lintFixtures() {
  for (const [path, source] of [...refused, ...accepted]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${source}\n`);
  }
  const lint = join(root, 'node_modules/oxlint/bin/oxlint');
  const parameters = [lint, '-c', join(root, '.oxlintrc.json'), '-A', 'all', '-f', 'json', '.'];
  const rules = ['layers/imports', 'node/no-process-env', 'unicorn/filename-case'].flatMap((rule) => [
    '-D',
    rule,
  ]);
  return new Promise((done) => {
    execFile(process.execPath, [...parameters, ...rules], { cwd: folder }, (_error, output) =>
      done(JSON.parse(output)),
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layers-'));
  const { diagnostics } = await lintFixtures();
  for (const { filename, message } of diagnostics) complaints.set(filename.replaceAll('\\', '/'), message);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('layer rules', () => {
  it.each(refused)('refuse %s: %s', (path) => {
    expect(complaints.get(path)).toBeDefined();
  });

  it.each(accepted)('accept %s: %s', (path) => {
    expect(complaints.get(path)).toBeUndefined();
  });
});
