import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A connection inside one open transaction: reads, locks and writes. */
export type Transaction = KyselyTransaction<Tables>;

/** A connection that may only read. A transaction is also a reader; a reader is never a transaction. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'getExecutor' | 'fn'>;
