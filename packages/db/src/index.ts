export { createDatabase, type Database } from './database.ts';
export { createPool } from './pool.ts';
export type { Reader, Transaction } from './connection.ts';
export { defineStatement, runOn, type Statement } from './statement.ts';
export { appendEvent, appendEvents } from './outbox.ts';
export { addJob } from './jobs.ts';
export { reach, type Step, steps } from './step.ts';
export {
  isConnectionFailure,
  isForeignKeyViolation,
  isUniqueViolation,
  isUnstorableText,
} from './failures.ts';
export { watchCatalogue, type CatalogueChange, type CatalogueWatch } from './catalogue-watch.ts';
export { watchSessions, type SessionNews, type SessionPopulation } from './session-watch.ts';
