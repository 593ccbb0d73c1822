export type { Tables } from './tables.ts';
export { createDatabase, type Database, type DatabaseOptions } from './database.ts';
export type { Reader, Transaction } from './connection.ts';
export { defineStatement, type Statement } from './statement.ts';
export { appendEvent, type OutboxMessage } from './outbox.ts';
export { addJob, type JobOptions } from './jobs.ts';
export { isCheckViolation, isConnectionFailure, isUniqueViolation, isUnstorableText } from './failures.ts';
export type { PrismaClient } from '../generated/prisma/client.ts';
