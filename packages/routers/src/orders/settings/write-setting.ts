import type { Transaction } from '@turing/db';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';

type StaffWrite = Parameters<typeof writeAsStaff>[1];

type Facts = Record<string, unknown> | null;

interface Versioned {
  readonly version: number;
}

interface SettingEdit<Row extends Versioned> {
  readonly entityType: string;
  readonly entityId: string;
  readonly lock: (tx: Transaction) => Promise<Row>;
  /** Gives what it was and what it is, for the audit. */
  readonly change: (tx: Transaction, row: Row) => Promise<{ readonly before: Facts; readonly after: Facts }>;
}

/**
 * One edit of one of the shop's settings, on the version that was looked at. Lock order: the key, then the setting.
 * @throws VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED, and what `lock` and `change` throw
 */
export async function editSetting<Row extends Versioned>(
  ctx: StaffContext,
  write: StaffWrite & { readonly input: { readonly version: number } },
  { entityType, entityId, lock, change }: SettingEdit<Row>,
): Promise<null> {
  return writeAsStaff(ctx, write, async (tx) => {
    const row = await lock(tx);
    assertVersion(write.input.version, row.version);
    const facts = await change(tx, row);
    return { audit: { entityType, entityId, ...facts }, receipt: null };
  });
}

/**
 * One new setting; gives its id, also to a retry.
 * @throws IDEMPOTENCY_KEY_REUSED, and what `insert` throws
 */
export async function addSetting(
  ctx: StaffContext,
  write: StaffWrite,
  {
    entityType,
    insert,
    after,
  }: {
    readonly entityType: string;
    readonly insert: (tx: Transaction) => Promise<string>;
    readonly after: Record<string, unknown>;
  },
): Promise<string> {
  return writeAsStaff(ctx, write, async (tx) => {
    const id = await insert(tx);
    return { audit: { entityType, entityId: id, before: null, after }, receipt: id };
  });
}
