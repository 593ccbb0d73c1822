import { findViolations } from '../invariants.ts';
import type { Diary } from './diary.ts';
import type { Scene } from './scene.ts';

/** Everything that is wrong after the processes died and came back; empty when nothing is. */
export async function reckon(scene: Scene, diary: Diary): Promise<string[]> {
  const broken = Object.entries(await findViolations(scene.pool)).map(
    ([promise, count]) => `${promise} (${count})`,
  );
  const found = await Promise.all([
    findLostOrders(scene, diary),
    findLostChanges(scene, diary),
    findWrongCharges(scene),
    findLostLetters(scene),
  ]);
  return [...broken, ...found.flat()];
}

interface StoredOrder {
  readonly token: string;
  readonly number: number;
  readonly total: number;
  readonly units: Record<string, number>;
}

async function findLostOrders({ pool }: Scene, { orders }: Diary): Promise<string[]> {
  const { rows } = await pool.query<StoredOrder>(
    `select o.token, o.number, o.total_minor::int as total, jsonb_object_agg(l.variant_id, l.quantity) as units
     from "order" o join order_line l on l.order_id = o.id group by o.id`,
  );
  const stored = new Map(rows.map((row) => [row.token, row]));
  return orders.flatMap(({ token, number, totalMinor, units }) => {
    const order = stored.get(token);
    if (order === undefined) return [`order ${number} was acknowledged and is lost`];
    const isSame =
      order.number === number &&
      order.total === totalMinor &&
      Object.keys(order.units).length === units.size &&
      [...units].every(([variantId, quantity]) => order.units[variantId] === quantity);
    return isSame ? [] : [`order ${number} is not what was acknowledged`];
  });
}

/** Each change has its one row in the audit, under its key. */
async function findLostChanges({ pool }: Scene, { changes }: Diary): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `select key from idempotency_record where scope like 'staff:%'`,
  );
  const kept = new Set(rows.map(({ key }) => key));
  return changes.flatMap(({ key, name, orderId }) =>
    kept.has(key) ? [] : [`${name} of order ${orderId} was acknowledged and is lost`],
  );
}

interface Owed {
  readonly id: string;
  readonly status: string;
  readonly captured: number;
  readonly refunded: number;
}

/** What the gateway took is what the shop knows of, has an order, or went back. */
async function findWrongCharges({ pool, emulator }: Scene): Promise<string[]> {
  const { rows } = await pool.query<Owed>(
    `select o.id, o.status, p.captured_minor::int as captured, p.refunded_minor::int as refunded
     from "order" o join payment p on p.order_id = o.id`,
  );
  const charges = [...emulator.state.charges.values()].filter(({ paid }) => paid);
  const known = new Set(rows.map(({ id }) => id));
  const strange = charges.filter(({ metadata }) => !known.has(metadata.orderId ?? ''));
  return [
    ...strange.map(({ id }) => `charge ${id} has no order`),
    ...rows.flatMap(({ id, status, captured, refunded }) => {
      const own = charges.filter(({ metadata }) => metadata.orderId === id);
      const taken = own.reduce((sum, { amount }) => sum + amount, 0);
      const given = own.reduce((sum, { amount_refunded: amount }) => sum + amount, 0);
      const isHeld = ['pending', 'expired', 'cancelled'].includes(status) && taken > given;
      return [
        ...(own.length > 1 ? [`order ${id} was charged ${own.length} times`] : []),
        ...(taken !== captured ? [`order ${id}: ${taken} were taken, ${captured} are known`] : []),
        ...(given !== refunded ? [`order ${id}: ${given} went back, ${refunded} are known`] : []),
        ...(isHeld ? [`order ${id} is ${status} and its money is kept`] : []),
      ];
    }),
  ];
}

/**
 * Each letter that was to be sent has arrived; twice at most under one Message-ID, which mailboxes show once. One about a
 * failed payment waits for ten minutes, and stays here when the buyer has paid by then.
 */
async function findLostLetters({ pool, mailbox }: Scene): Promise<string[]> {
  const { rows } = await pool.query<{ letter: string }>(
    `select event_id || '.' || substring(subscriber from 7) as letter from event_delivery
     where subscriber like 'email:%' and subscriber <> 'email:payment-failed'`,
  );
  const arrived = new Set(
    mailbox.letters.map((letter) => letter.header('Message-ID')?.replace(/^<(?<id>.*)@.*$/u, '$<id>')),
  );
  return rows.flatMap(({ letter }) => (arrived.has(letter) ? [] : [`letter ${letter} never arrived`]));
}
