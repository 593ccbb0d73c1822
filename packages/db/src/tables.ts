export type { DB as Tables } from '../generated/kysely/types.ts';
