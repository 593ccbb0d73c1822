import { isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { SavedView } from './schemas.ts';

const most = 100;

/** One's own views and those that are shared, by name. */
export async function listViews(reader: Reader, staffId: string): Promise<{ items: SavedView[] }> {
  const rows = await selectViews(reader)
    .where((eb) => eb.or([eb('w.staff_id', '=', staffId), eb('w.shared', '=', true)]))
    .orderBy('w.name')
    .orderBy('w.id')
    .limit(most)
    .execute();
  return { items: rows.map((row) => toView(row, staffId)) };
}

/** A view of one's own. @throws VIEW_NOT_FOUND */
export async function getView(reader: Reader, id: string, staffId: string): Promise<SavedView> {
  const row = await selectViews(reader)
    .where('w.id', '=', id)
    .where('w.staff_id', '=', staffId)
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('VIEW_NOT_FOUND', { id });
  return toView(row, staffId);
}

function selectViews(reader: Reader) {
  return reader
    .selectFrom('saved_view as w')
    .innerJoin('staff', 'staff.id', 'w.staff_id')
    .select(['w.id', 'w.name', 'w.filters', 'w.shared', 'w.version', 'w.staff_id as staffId'])
    .select('staff.name as ownerName')
    .$narrowType<{ filters: SavedView['filters'] }>();
}

type Row = Omit<SavedView, 'own'> & { readonly staffId: string };

function toView({ staffId, ...view }: Row, askedBy: string): SavedView {
  return { ...view, own: staffId === askedBy };
}

type Terms = Pick<SavedView, 'name' | 'filters' | 'shared'>;

export interface LockedView extends Terms {
  readonly id: string;
  readonly version: number;
}

/** A view of one's own. @throws VIEW_NOT_FOUND */
export async function lockView(tx: Transaction, id: string, staffId: string): Promise<LockedView> {
  const view = await tx
    .selectFrom('saved_view')
    .select(['id', 'name', 'filters', 'shared', 'version'])
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .forUpdate()
    .$narrowType<{ filters: SavedView['filters'] }>()
    .executeTakeFirst();
  if (view === undefined) throw new ShopError('VIEW_NOT_FOUND', { id });
  return view;
}

/** @throws VIEW_NAME_TAKEN */
export async function insertView(tx: Transaction, staffId: string, terms: Terms): Promise<string> {
  const insert = tx
    .insertInto('saved_view')
    .values({ staff_id: staffId, ...columnsOf(terms) })
    .returning('id');
  return (await refuseTakenName(insert.executeTakeFirstOrThrow(), terms)).id;
}

/** Writes the terms and bumps the version. @throws VIEW_NAME_TAKEN */
export async function updateView(tx: Transaction, view: LockedView, terms: Terms): Promise<void> {
  const update = tx.updateTable('saved_view').set({ ...columnsOf(terms), version: view.version + 1 });
  await refuseTakenName(update.where('id', '=', view.id).execute(), terms);
}

export async function deleteView(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('saved_view').where('id', '=', id).execute();
}

function columnsOf({ name, filters, shared }: Terms) {
  return { name, filters: JSON.stringify(filters), shared };
}

async function refuseTakenName<Result>(write: Promise<Result>, { name }: Terms): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('VIEW_NAME_TAKEN', { name }) : error;
  }
}
