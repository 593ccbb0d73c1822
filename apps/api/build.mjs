import path from 'node:path';
import { build } from 'esbuild';

const loadFilesBesideThemselves = ['sharp', 'newrelic', 'pdfmake', 'piscina'];
// New Relic recognises these by their files and sees nothing of them inside a bundle.
const monitored = ['express', 'ioredis', 'pg', 'winston'];

const program = process.argv[2] ?? 'dist/main.mjs';
const thread = path.join(path.dirname(program), 'pdf-thread.mjs');

const settings = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  external: [...loadFilesBesideThemselves, ...monitored],
  // CommonJS dependencies ask for `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  logLevel: 'warning',
};

await build({ ...settings, entryPoints: ['src/main.ts'], outfile: program });
// Documents are drawn in a thread of their own, which is looked for beside the program.
await build({
  ...settings,
  entryPoints: ['../../packages/routers/src/orders/documents/pdf/pdf-thread.ts'],
  outfile: thread,
});
