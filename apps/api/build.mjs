import { build } from 'esbuild';

const loadFilesBesideThemselves = ['sharp', 'newrelic'];
// New Relic recognises these by their files and sees nothing of them inside a bundle.
const monitored = ['express', 'ioredis', 'pg', 'winston'];

await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.mjs',
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
});
