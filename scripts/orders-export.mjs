import './start/require-node.mjs';

const { bootstrap } = await import('./start/bootstrap.mjs');
await bootstrap(import.meta.url, { load: () => import('./catalogue/run-order-export.ts') });
