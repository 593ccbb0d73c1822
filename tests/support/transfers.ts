import { runImport, type TransferKind } from '@turing/routers';
import { key, type Shop } from './shop.ts';

interface Actor {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** Imports as the console does them, with the worker's part done at once. */
export async function openTransfers(shop: Shop) {
  const owner: Actor = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  const fulfilment: Actor = {
    ...(await shop.factories.createStaff({ role: 'fulfilment' })),
    role: 'fulfilment',
  };
  const category = await shop.factories.createCategory({ name: 'Mugs' });
  await shop.db.pool.query(`
    with made as (insert into attribute (code, name, kind, position) values
      ('finish', 'Finish', 'choice', 0), ('height', 'Height', 'number', 1), ('story', 'Story', 'text', 2) returning id, code)
    insert into attribute_value (attribute_id, code, label, position)
    select id, v.code, v.label, v.position
    from made, (values ('matt', 'Matt glaze', 0), ('gloss', 'Gloss glaze', 1)) v (code, label, position)
    where made.code = 'finish'`);

  const transfers = (actor = owner) => shop.as({ staff: actor }).products.staff.transfers;

  async function upload(kind: TransferKind, file: string | Buffer, actor = owner): Promise<string> {
    const bytes = Buffer.from(file);
    const { uploadId } = await transfers(actor).createUpload({
      kind,
      fileName: `${kind}.csv`,
      bytes: bytes.length,
      idempotencyKey: key(),
    });
    const { rows } = await shop.db.pool.query<{ key: string }>(
      'select storage_key as key from media_upload where id = $1',
      [uploadId],
    );
    await shop.storage.put(rows[0]!.key, bytes, { contentType: 'text/csv' });
    return uploadId;
  }

  const run = (importId: string) => runImport(shop, { importId, open: (name) => shop.storage.find(name) });

  /** Imports a file, and gives the run and what was wrong as `line:column code`. */
  async function take(kind: TransferKind, file: string | Buffer, { dryRun = false, actor = owner } = {}) {
    const uploadId = await upload(kind, file, actor);
    const { id } = await transfers(actor).start({
      kind,
      source: { uploadId },
      dryRun,
      idempotencyKey: key(),
    });
    await run(id);
    const done = await transfers(actor).get({ id });
    const { items } = await transfers(actor).problems({ id, limit: 200 });
    const { createdCount, updatedCount, unchangedCount, failedCount } = done;
    return {
      ...done,
      counts: {
        created: createdCount,
        updated: updatedCount,
        unchanged: unchangedCount,
        failed: failedCount,
      },
      problems: items.map(({ line, column, code }) => `${line}:${column ?? ''} ${code}`),
    };
  }

  async function rowOf(sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
    return (await shop.db.pool.query<Record<string, unknown>>(sql, values)).rows[0] ?? {};
  }

  return { owner, fulfilment, category, transfers, upload, run, take, rowOf };
}

export type Transfers = Awaited<ReturnType<typeof openTransfers>>;
