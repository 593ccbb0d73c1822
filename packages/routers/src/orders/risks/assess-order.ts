import type { Transaction } from '@turing/db';
import { assessRisk } from '@turing/domain';
import { appendTimeline, lockOrder, systemActor } from '../order-store.ts';
import { insertRisks, loadRiskFacts } from './risk-store.ts';

/** Looks at an order by the rules of risk and writes down what they find, each rule once. Lock order: the order. */
export async function assessOrder(tx: Transaction, orderId: string): Promise<void> {
  await lockOrder(tx, { id: orderId });
  const found = await insertRisks(tx, orderId, assessRisk(await loadRiskFacts(tx, orderId)));
  if (found.length === 0) return;
  await appendTimeline(tx, {
    orderId,
    kind: found.some(({ holds }) => holds) ? 'held' : 'risk_found',
    from: null,
    to: null,
    actor: systemActor,
    data: { rules: found.map(({ rule }) => rule) },
  });
}
