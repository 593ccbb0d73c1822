import type { Database, Transaction } from '@turing/db';
import { maxVariants } from '@turing/domain';
import { checkRow } from './check-rows.ts';
import type { SheetRow } from './csv-rows.ts';
import { createFileMemory } from './file-memory.ts';
import { unguard } from './formula-guard.ts';
import { appendAudits } from './import-audit-store.ts';
import { type GroupResult, type Importer, type ImportRun, noCounts, type RowGroup } from './importer.ts';
import { planProduct, type ProductPlan } from './plan-product.ts';
import type { Problem } from './problem.ts';
import { type ProductDraft, readProduct } from './product-draft.ts';
import { findCodes, lockProducts, readReferences, reserveIds } from './product-snapshot-store.ts';
import { writeProducts } from './product-write-store.ts';
import { mergeWrites } from './product-writes.ts';
import type { References } from './references.ts';

/** Products with their variants and regular prices: one row per variant, the rows of a product one after the other. */
export async function createProductImporter(db: Database): Promise<Importer> {
  const references = await readReferences(db.reader);
  const memory = createFileMemory(['sku', 'barcode']);
  return {
    maxGroupRows: maxVariants,
    standsTogether: true,
    keysOf: (rows) => Promise.resolve(rows.map((row) => handleOf(row) || `line ${row.line}`)),
    remember: (row) => memory.remember(row),
    failureOf: () => ({ ...noCounts, failed: 1 }),
    apply: (tx, groups, run) => applyProducts(tx, { groups, run, references }),
  };
}

function handleOf(row: SheetRow): string {
  return unguard(row.cells.get('handle') ?? '').trim();
}

interface Batch {
  readonly groups: readonly RowGroup[];
  readonly run: ImportRun;
  readonly references: References;
}

async function applyProducts(tx: Transaction, { groups, run, references }: Batch): Promise<GroupResult[]> {
  const read = groups.map((group) => ({ broken: checkRows(group), draft: readGroup(group, references) }));
  const drafts = read.flatMap(({ draft }) => draft ?? []);
  const plan = await createPlanner(tx, drafts, run);
  const plans = read.map(({ broken, draft }) => {
    const planned = draft === null ? null : plan(draft);
    return { planned, problems: [...broken, ...(planned?.problems ?? [])].sort(byLine) };
  });
  const sound = plans.flatMap(({ planned, problems }) =>
    planned !== null && problems.length === 0 ? planned : [],
  );
  if (!run.isDryRun) await write(tx, sound, run);
  return plans.map(({ planned, problems }) => {
    const outcome = planned === null || problems.length > 0 ? 'failed' : planned.outcome;
    return { counts: { ...noCounts, [outcome]: 1 }, problems };
  });
}

/** What is there, locked, and how a product is compared with it. */
async function createPlanner(tx: Transaction, drafts: readonly ProductDraft[], { now }: ImportRun) {
  const handles = drafts.map(({ handle }) => handle);
  const current = await lockProducts(tx, handles);
  const variants = drafts.flatMap((draft) => draft.variants);
  const codes = await findCodes(tx, {
    skus: variants.map(({ sku }) => sku),
    barcodes: variants.flatMap(({ barcode }) => barcode ?? []),
  });
  const ids = (await reserveIds(tx, 4 * (drafts.length + variants.length))).values();
  const newId = () => ids.next().value ?? runOut();
  return (draft: ProductDraft) =>
    planProduct(draft, current.get(draft.handle) ?? null, { newId, now, codes });
}

function runOut(): never {
  throw new Error('more ids were needed than reserved');
}

function checkRows({ rows, problems }: RowGroup): Problem[] {
  const found = [...problems];
  for (const row of rows) checkRow(row, found);
  return found;
}

function byLine(a: Problem, b: Problem): number {
  return a.line - b.line;
}

/** Null when no row of it can be read. */
function readGroup({ rows }: RowGroup, references: References): ProductDraft | null {
  const [first, ...others] = rows.filter(({ malformed }) => malformed === null);
  return first === undefined ? null : readProduct(handleOf(first), [first, ...others], references);
}

async function write(tx: Transaction, plans: readonly ProductPlan[], run: ImportRun): Promise<void> {
  const changed = plans.filter(({ outcome }) => outcome !== 'unchanged');
  if (changed.length === 0) return;
  await writeProducts(tx, mergeWrites(changed.map(({ writes }) => writes)));
  const audits = changed.map(({ productId, before, after }) => ({ entityId: productId, before, after }));
  await appendAudits(tx, { run, entityType: 'product' }, audits);
}
