export type { AnswerCache } from './answer-cache.ts';
export { type Exchange, PublicReads } from './public-reads.ts';
export { startResponseCache } from './response-cache.ts';
export { storedQueriesOf } from './stored-queries.ts';
