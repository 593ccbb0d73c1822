import { build } from 'esbuild';

// Packages that load files beside themselves cannot be put into one file.
const external = ['newrelic', 'pdfmake', 'piscina', 'sharp'];

await build({
  entryPoints: ['src/main.ts'],
  outfile: process.argv[2] ?? 'dist/main.mjs',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  sourcemap: true,
  external,
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS dependencies ask for `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  logLevel: 'warning',
});
