export type { SearchEngine } from './engine.ts';
export { createPostgresSearch } from './postgres-engine.ts';
export { forgetSearches } from './reports/report-store.ts';
export { createSearchLog, type SearchLog } from './search-log.ts';
export { rebuildSearch } from './tend-store.ts';
