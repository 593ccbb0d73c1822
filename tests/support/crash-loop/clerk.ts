import { randomUUID } from 'node:crypto';
import type { Random } from '@turing/db/testing';
import { connect, insist } from '../fleet/insist.ts';
import { cancel, deliver, ship, type Wish } from '../order-model.ts';
import type { Diary } from './diary.ts';
import type { Scene } from './scene.ts';

/** Takes one of the latest orders and ships, cancels or delivers it, under one key until that is answered. */
export async function serve(scene: Scene, diary: Diary, random: Random): Promise<void> {
  const client = connect(scene.apiUrl, scene.cookie);
  const ask = <Answer>(call: () => Promise<Answer>) => insist(call, scene.isOver);
  const { items } = await ask(() => client.orders.staff.list.query({ limit: 20 }));
  const open = items.filter(({ status }) => status === 'confirmed' || status === 'shipped');
  const chosen = open[Math.floor(random() * open.length)];
  if (chosen === undefined) return;
  const order = await ask(() => client.orders.staff.get.query({ id: chosen.id }));
  const write = { id: order.id, version: order.version, idempotencyKey: randomUUID() };
  const beforeShipping: Wish = random() < 0.5 ? cancel : ship(order, random);
  const wish = order.status === 'shipped' ? deliver : beforeShipping;
  const { status } = await ask(() => wish.ask(client, write));
  diary.changes.push({ orderId: order.id, key: write.idempotencyKey, name: wish.name, status });
}
