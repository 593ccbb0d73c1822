import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const proof = path.join(root, 'node_modules/.cache/typed-end-to-end');

/** Fields of the contract that each app shows, and the files that declare them. */
const fields = [
  { app: 'storefront', file: 'products/schemas.ts', field: 'minPriceMinor' },
  { app: 'storefront', file: 'orders/cart-schemas.ts', field: 'unitPriceMinor' },
  { app: 'admin', file: 'orders/order-schemas.ts', field: 'trackingNumber' },
  { app: 'admin', file: 'products/schemas.ts', field: 'onHand' },
];

beforeAll(() => mkdir(proof, { recursive: true }));
afterAll(() => rm(proof, { recursive: true, force: true }));

/** Copies the routers, lets `change` edit the copy, and type-checks an app against it; the errors in the app's own files. */
async function errorsIn(app: string, change: (routers: string) => Promise<void>): Promise<string[]> {
  const name = `${app}-${Math.random().toString(36).slice(2)}`;
  const routers = path.join(proof, name, 'routers');
  await cp(path.join(root, 'packages/routers/src'), path.join(routers, 'src'), { recursive: true });
  await change(path.join(routers, 'src'));
  const config = path.join(root, 'apps', app, `tsconfig.${name}.json`);
  await writeFile(
    config,
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: {
        noEmit: true,
        incremental: false,
        paths: { '@turing/routers': [path.join(routers, 'src/index.ts')] },
      },
    }),
  );
  try {
    await run('tsc', ['--noEmit', '--pretty', 'false', '-p', config], { cwd: root, maxBuffer: 50_000_000 });
    return [];
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    return output.split('\n').filter((line) => line.startsWith(`apps/${app}/`) && line.includes('error TS'));
  } finally {
    await rm(config, { force: true });
  }
}

describe.each(['storefront', 'admin'])('%s', (app) => {
  test('compiles against the routers as they are', { timeout: 120_000 }, async () => {
    expect(await errorsIn(app, () => Promise.resolve())).toEqual([]);
  });
});

describe.each(fields)('$field renamed in $file', ({ app, file, field }) => {
  test(`no longer compiles in ${app}`, { timeout: 120_000 }, async () => {
    const errors = await errorsIn(app, async (routers) => {
      const target = path.join(routers, file);
      const source = await readFile(target, 'utf8');
      expect(source).toContain(`${field}:`);
      await writeFile(target, source.replaceAll(`${field}:`, `${field}Renamed:`));
    });
    expect(errors.join('\n')).toContain(field);
  });
});
