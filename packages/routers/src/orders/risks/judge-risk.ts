import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { appendTimeline, lockOrder } from '../order-store.ts';
import { insertFlag, listRisks, releaseRisksOf } from './risk-store.ts';
import type { FlagRiskInput, OrderRisk, ReleaseRisksInput } from './schemas.ts';

/**
 * Flags an order by hand; a flag that holds keeps it from being shipped.
 * @throws ORDER_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function flagRisk(ctx: StaffContext, input: FlagRiskInput): Promise<OrderRisk[]> {
  const { id: orderId, note, holds } = input;
  await writeAsStaff(ctx, { operation: 'orders.risks.flag', input }, async (tx) => {
    await lockOrder(tx, { id: orderId });
    const riskId = await insertFlag(tx, { orderId, note, holds, staffId: ctx.staff.id });
    await appendTimeline(tx, {
      orderId,
      kind: holds ? 'held' : 'risk_found',
      from: null,
      to: null,
      actor: { kind: 'staff', id: ctx.staff.id },
      data: { rules: ['manual'] },
    });
    const after = { riskId, rule: 'manual', holds };
    return { audit: { entityType: 'order', entityId: orderId, before: null, after }, receipt: null };
  });
  return listRisks(ctx.db.reader, orderId);
}

/**
 * Releases what looked wrong, with the reason why it is fine. Parallel releases release once.
 * @throws ORDER_NOT_FOUND, ORDER_RISK_NOT_FOUND when nothing of it is left to release, IDEMPOTENCY_KEY_REUSED
 */
export async function releaseRisks(ctx: StaffContext, input: ReleaseRisksInput): Promise<OrderRisk[]> {
  const { id: orderId, riskIds, reason } = input;
  const staffId = ctx.staff.id;
  await writeAsStaff(ctx, { operation: 'orders.risks.release', input }, async (tx) => {
    await lockOrder(tx, { id: orderId });
    const released = await releaseRisksOf(tx, { orderId, riskIds, staffId, reason, at: ctx.now() });
    if (released === 0) throw new ShopError('ORDER_RISK_NOT_FOUND');
    await appendTimeline(tx, {
      orderId,
      kind: 'released',
      from: null,
      to: null,
      actor: { kind: 'staff', id: staffId },
      data: { risks: released },
    });
    const audit = { entityType: 'order', entityId: orderId, before: null, after: { released: riskIds } };
    return { audit, receipt: null };
  });
  return listRisks(ctx.db.reader, orderId);
}
