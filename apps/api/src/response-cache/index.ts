export type { AnswerCache } from './answer-cache.ts';
export { type Call, type Exchange, PublicReads } from './public-reads.ts';
export { startResponseCache } from './response-cache.ts';
export { storedQueriesOf, textAt } from './stored-queries.ts';
