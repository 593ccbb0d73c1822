import './start/require-node.mjs';

const { bootstrap } = await import('./start/bootstrap.mjs');
await bootstrap(import.meta.url, { load: () => import('./checks/state-diagrams.ts') });
