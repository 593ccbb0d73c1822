import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const proof = path.join(root, 'node_modules/.cache/typed-end-to-end');
const appConfig = z.looseObject({
  compilerOptions: z.looseObject({ paths: z.record(z.string(), z.array(z.string())).optional() }).optional(),
});

/** Fields of the contract that each app shows, by the file that declares them. */
const shown = {
  storefront: { 'products/schemas.ts': 'minPriceMinor', 'orders/cart-schemas.ts': 'unitPriceMinor' },
  admin: { 'products/schemas.ts': 'onHand', 'orders/order-schemas.ts': 'trackingNumber' },
};

beforeAll(() => mkdir(proof, { recursive: true }));
afterAll(() => rm(proof, { recursive: true, force: true }));

async function copyRouters(app: string, renamed: Record<string, string>): Promise<string> {
  const copy = path.join(proof, app, 'routers/src');
  await cp(path.join(root, 'packages/routers/src'), copy, { recursive: true });
  for (const [file, field] of Object.entries(renamed)) {
    const source = await readFile(path.join(copy, file), 'utf8');
    expect(source).toContain(`${field}:`);
    await writeFile(path.join(copy, file), source.replaceAll(`${field}:`, `${field}Renamed:`));
  }
  return path.join(copy, 'index.ts');
}

/** Type-checks an app as it is against other routers; the errors in the app's own files. */
async function errorsIn(app: string, routers: string): Promise<string> {
  const folder = path.join(root, 'apps', app);
  const { compilerOptions } = appConfig.parse(
    JSON.parse(await readFile(path.join(folder, 'tsconfig.json'), 'utf8')),
  );
  const config = path.join(folder, 'tsconfig.renamed.json');
  const paths = { ...compilerOptions?.paths, '@turing/routers': [routers] };
  await writeFile(
    config,
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { noEmit: true, incremental: false, paths },
    }),
  );
  try {
    await run('tsc', ['--pretty', 'false', '-p', config], { cwd: root, maxBuffer: 50_000_000 });
    return '';
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    const lines = output.split('\n').filter((line) => line.startsWith(`apps/${app}/`));
    return lines.join('\n');
  } finally {
    await rm(config, { force: true });
  }
}

test.each(Object.entries(shown))(
  '%s no longer compiles when a field it shows is renamed',
  { timeout: 180_000 },
  async (app, renamed) => {
    const errors = await errorsIn(app, await copyRouters(app, renamed));
    for (const field of Object.values(renamed)) expect(errors).toContain(`'${field}'`);
    // Nothing else is wrong with the app: every error is about a renamed field, or follows from one.
    expect(errors).not.toMatch(/error TS2307/u);
  },
);
