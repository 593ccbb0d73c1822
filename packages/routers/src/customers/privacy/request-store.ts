import { addJob, type Reader, type Transaction } from '@turing/db';
import type { Privacy } from './schemas.ts';

export type RequestKind = 'export' | 'erasure';

/** What an erasure under way has to find everywhere: all in lower case. */
export interface Subject {
  readonly email: string;
  /** Names, numbers, streets: wherever a text has one of them, it is taken out. */
  readonly words: readonly string[];
}

export interface LockedRequest {
  readonly id: string;
  readonly customerId: string;
  readonly kind: RequestKind;
  readonly status: 'waiting' | 'running' | 'done' | 'cancelled';
  readonly subject: Subject | null;
  readonly dueAt: Date;
  readonly startedAt: Date | null;
  readonly storageKey: string | null;
}

const columns = [
  'id',
  'customer_id as customerId',
  'kind',
  'status',
  'subject',
  'due_at as dueAt',
  'started_at as startedAt',
  'storage_key as storageKey',
] as const;

interface Dates {
  dueAt: Date;
  startedAt: Date | null;
  subject: Subject | null;
}

export async function lockRequest(tx: Transaction, id: string): Promise<LockedRequest | null> {
  const row = await tx
    .selectFrom('privacy_request')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .$narrowType<Dates>()
    .executeTakeFirst();
  return row ?? null;
}

/** Whose request it is. That never changes, so it needs no lock. */
export async function findRequestOwner(reader: Reader, id: string): Promise<string | null> {
  const row = await reader
    .selectFrom('privacy_request')
    .select('customer_id as customerId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.customerId ?? null;
}

/** The unfinished request of a kind; there is one at most. */
export async function lockOpenRequest(
  tx: Transaction,
  kind: RequestKind,
  customerId: string,
): Promise<LockedRequest | null> {
  const row = await tx
    .selectFrom('privacy_request')
    .select(columns)
    .where('open_key', '=', openKeyOf(kind, customerId))
    .forUpdate()
    .$narrowType<Dates>()
    .executeTakeFirst();
  return row ?? null;
}

export interface NewRequest {
  readonly customerId: string;
  readonly kind: RequestKind;
  readonly staffId: string | null;
  readonly now: Date;
  readonly dueAt: Date;
}

const tasks = { export: 'export-customer', erasure: 'erase-customer' } as const;

/** Writes a request down and queues its job. */
export async function insertRequest(tx: Transaction, request: NewRequest): Promise<string> {
  const { id } = await tx
    .insertInto('privacy_request')
    .values({
      customer_id: request.customerId,
      kind: request.kind,
      staff_id: request.staffId,
      open_key: openKeyOf(request.kind, request.customerId),
      created_at: request.now,
      due_at: request.dueAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const isLater = request.dueAt > request.now;
  await queueRequest(tx, { id, kind: request.kind, ...(isLater ? { runAt: request.dueAt } : {}) });
  return id;
}

/** One job for a request, at a time: a second call moves it. */
export async function queueRequest(
  tx: Transaction,
  { id, kind, runAt }: { readonly id: string; readonly kind: RequestKind; readonly runAt?: Date },
): Promise<void> {
  await addJob(
    tx,
    { task: tasks[kind], payload: { requestId: id } },
    { key: `privacy:${id}`, ...(runAt === undefined ? {} : { runAt }) },
  );
}

export interface RequestChange {
  readonly status?: LockedRequest['status'];
  readonly due_at?: Date;
  readonly started_at?: Date;
  readonly finished_at?: Date;
  readonly subject?: string | null;
  readonly hindrance?: 'open_orders' | null;
  readonly storage_key?: string | null;
  readonly bytes?: number;
  readonly expires_at?: Date | null;
}

export async function updateRequest(tx: Transaction, id: string, change: RequestChange): Promise<void> {
  const isOver = change.status === 'done' || change.status === 'cancelled';
  await tx
    .updateTable('privacy_request')
    .set({ ...change, ...(isOver ? { open_key: null } : {}) })
    .where('id', '=', id)
    .execute();
}

type Requests = Pick<Privacy, 'export' | 'erasure'>;

/** The last export that was asked for, and the deletion that is to come. */
export async function findRequests(reader: Reader, customerId: string): Promise<Requests> {
  const of = (kind: RequestKind) =>
    reader
      .selectFrom('privacy_request')
      .select(['id', 'created_at as requestedAt'])
      .where('customer_id', '=', customerId)
      .where('kind', '=', kind)
      .orderBy('created_at', 'desc')
      .limit(1);
  const [exported, erasure] = await Promise.all([
    of('export')
      .select(['status', 'expires_at as expiresAt', 'bytes'])
      .$narrowType<{ requestedAt: Date; expiresAt: Date | null }>()
      .executeTakeFirst(),
    of('erasure')
      .select(['status', 'due_at as dueAt', 'hindrance'])
      .where('status', 'in', ['waiting', 'running'])
      .$narrowType<{
        requestedAt: Date;
        dueAt: Date;
        status: 'waiting' | 'running';
        hindrance: 'open_orders' | null;
      }>()
      .executeTakeFirst(),
  ]);
  return { export: exported ?? null, erasure: erasure ?? null };
}

/** A file of the customer's own that can still be downloaded. */
export async function findExportFile(
  reader: Reader,
  { id, customerId, now }: { readonly id: string; readonly customerId: string; readonly now: Date },
): Promise<string | null> {
  const row = await reader
    .selectFrom('privacy_request')
    .select('storage_key as key')
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'export')
    .where('status', '=', 'done')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.key ?? null;
}

export interface StoredFile {
  readonly id: string;
  readonly key: string;
  readonly status: LockedRequest['status'];
}

/** Files of one customer, whatever became of them. */
export async function listFiles(reader: Reader, customerId: string): Promise<StoredFile[]> {
  return fileQuery(reader).where('customer_id', '=', customerId).execute();
}

/** Files whose time is over. */
export async function listExpiredFiles(reader: Reader, now: Date, limit: number): Promise<StoredFile[]> {
  return fileQuery(reader)
    .where('status', 'in', ['done', 'cancelled'])
    .where((is) => is.or([is('expires_at', '<=', now), is('expires_at', 'is', null)]))
    .limit(limit)
    .execute();
}

function fileQuery(reader: Reader) {
  return reader
    .selectFrom('privacy_request')
    .select(['id', 'storage_key as key', 'status'])
    .where('storage_key', 'is not', null)
    .orderBy('id')
    .$narrowType<{ key: string }>();
}

/** Requests that are due and whose job may have been lost. */
export async function listDueRequests(
  reader: Reader,
  now: Date,
): Promise<{ id: string; kind: RequestKind }[]> {
  return reader
    .selectFrom('privacy_request')
    .select(['id', 'kind'])
    .where('status', 'in', ['waiting', 'running'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1000)
    .execute();
}

function openKeyOf(kind: RequestKind, customerId: string): string {
  return `${kind}:${customerId}`;
}
