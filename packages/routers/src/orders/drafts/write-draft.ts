import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { releaseOfDraft, reserveForDraft } from '../../products/index.ts';
import { newSecretToken } from '../secret-token.ts';
import {
  type Draft,
  deleteDraft,
  getDraft,
  insertDraft,
  lockDraft,
  rewriteDraft,
  touchDraft,
} from './draft-store.ts';
import { loadPricedDraft } from './price-draft.ts';
import type {
  CreateDraftInput,
  DraftContent,
  DraftWriteInput,
  ReserveDraftInput,
  UpdateDraftInput,
} from './schemas.ts';

export interface DraftReceipt {
  readonly id: string;
  readonly version: number;
}

/** A type and not an interface: what a key is answered with is JSON. */
type Receipt = { id: string; version: number };

/**
 * Starts a draft order.
 * @throws VARIANT_NOT_FOUND, ORDER_NOT_EDITABLE for a gift card, INPUT_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function createDraft(ctx: StaffContext, input: CreateDraftInput): Promise<DraftReceipt> {
  return writeAsStaff(ctx, { operation: 'drafts.create', input }, (tx) => create(ctx, tx, input));
}

async function create(ctx: StaffContext, tx: Transaction, content: DraftContent) {
  await loadPricedDraft(tx, content, ctx.now());
  const draft = { content, token: newSecretToken(), staffId: ctx.staff.id, now: ctx.now() };
  const id = await insertDraft(tx, draft);
  const receipt: Receipt = { id, version: 1 };
  return { audit: auditOf(id, null, shapeOf(content)), receipt };
}

/**
 * One change of one open draft by staff: once per key, on the version they looked at, with its audit row.
 * @throws DRAFT_NOT_FOUND, DRAFT_NOT_OPEN once it is an order, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function changeDraft(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: DraftWriteInput },
  change: (tx: Transaction, draft: Draft) => Promise<{ version: number; after: Record<string, unknown> }>,
): Promise<DraftReceipt> {
  const { id, version } = write.input;
  return writeAsStaff(ctx, write, async (tx) => {
    const draft = await lockDraft(tx, { id });
    if (draft.orderId !== null) throw new ShopError('DRAFT_NOT_OPEN', { orderId: draft.orderId });
    assertVersion(version, draft.version);
    const changed = await change(tx, draft);
    const receipt: Receipt = { id, version: changed.version };
    return { audit: auditOf(id, shapeOf(draft), changed.after), receipt };
  });
}

/**
 * Writes a draft anew. Stock that is kept for it follows its lines.
 * @throws as `changeDraft` and `createDraft`, PRODUCT_OUT_OF_STOCK for what is kept
 */
export async function updateDraft(ctx: StaffContext, input: UpdateDraftInput): Promise<DraftReceipt> {
  return changeDraft(ctx, { operation: 'drafts.update', input }, async (tx, draft) => {
    await loadPricedDraft(tx, input, ctx.now());
    await rewriteDraft(tx, draft.id, input);
    const { reservedUntil } = draft;
    if (reservedUntil !== null && reservedUntil > ctx.now())
      await reserve(ctx, tx, { draft, lines: input.lines, until: reservedUntil });
    return { version: await touchDraft(tx, draft, { now: ctx.now() }), after: shapeOf(input) };
  });
}

/**
 * Keeps the stock of a draft until a time to come, or gives it back.
 * @throws as `changeDraft`, INPUT_INVALID for a time that is past, PRODUCT_OUT_OF_STOCK
 */
export async function reserveDraft(ctx: StaffContext, input: ReserveDraftInput): Promise<DraftReceipt> {
  return changeDraft(ctx, { operation: 'drafts.reserve', input }, async (tx, draft) => {
    const until = input.until === null ? null : new Date(input.until);
    if (until !== null && until <= ctx.now()) throw new ShopError('INPUT_INVALID', { until: input.until });
    if (until === null) await releaseOfDraft(tx, draft.id, ctx.now());
    else await reserve(ctx, tx, { draft, lines: draft.lines, until });
    const version = await touchDraft(tx, draft, { now: ctx.now(), reserved_until: until });
    return { version, after: { reservedUntil: input.until } };
  });
}

async function reserve(
  ctx: StaffContext,
  tx: Transaction,
  {
    draft,
    lines,
    until,
  }: { readonly draft: Draft; readonly lines: DraftContent['lines']; readonly until: Date },
): Promise<void> {
  const reference = 'Draft order';
  const kept = { draftId: draft.id, lines, reference, staffId: ctx.staff.id, expiresAt: until };
  await reserveForDraft(tx, kept, ctx.now());
}

/** @throws as `changeDraft` */
export async function removeDraft(ctx: StaffContext, input: DraftWriteInput): Promise<DraftReceipt> {
  return changeDraft(ctx, { operation: 'drafts.delete', input }, async (tx, draft) => {
    await releaseOfDraft(tx, draft.id, ctx.now());
    await deleteDraft(tx, draft.id);
    return { version: draft.version, after: { deleted: true } };
  });
}

/** Starts another draft with what is in one, an ordered one too. @throws DRAFT_NOT_FOUND, IDEMPOTENCY_KEY_REUSED */
export async function duplicateDraft(
  ctx: StaffContext,
  input: Pick<DraftWriteInput, 'id' | 'idempotencyKey'>,
): Promise<DraftReceipt> {
  return writeAsStaff(ctx, { operation: 'drafts.duplicate', input }, async (tx) =>
    create(ctx, tx, await getDraft(tx, { id: input.id })),
  );
}

function auditOf(id: string, before: Record<string, unknown> | null, after: Record<string, unknown>) {
  return { entityType: 'draft_order', entityId: id, before, after };
}

/** What the audit keeps: never who it is for, because it is not erased. */
function shapeOf({ currency, lines, discountMinor, shippingMinor, shippingMethod }: DraftContent) {
  return { currency, lines: [...lines], discountMinor, shippingMinor, shippingMethod };
}
