import { randomUUID } from 'node:crypto';
import type { RouterInputs } from '@turing/client';
import { type Random, exampleAddress } from '@turing/db/testing';
import { connect, insist } from '../fleet/insist.ts';
import type { Diary } from './diary.ts';
import type { Scene } from './scene.ts';

type Line = RouterInputs['orders']['cart']['addLine'];

const cards = { good: '4242 4242 4242 4242', poor: '4000 0000 0000 9995' };
const address = exampleAddress();

/** Fills a cart, orders it and pays, or does not: every call again under its key until it is answered. */
export async function shop(scene: Scene, diary: Diary, random: Random): Promise<void> {
  const { orders, payments } = connect(scene.apiUrl);
  const ask = <Answer>(call: () => Promise<Answer>) => insist(call, scene.isOver);
  const units = new Map<string, number>();
  let token: string | null = null;
  for (let left = 1 + Math.floor(random() * 2); left > 0; left -= 1) {
    const variantId = scene.variantIds[Math.floor(random() * scene.variantIds.length)] ?? '';
    const quantity = 1 + Math.floor(random() * 2);
    const line: Line = { token, variantId, quantity, idempotencyKey: randomUUID() };
    token = (await ask(() => orders.cart.addLine.mutate(line))).token;
    units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  }
  if (token === null) return;
  const place = { token, country: address.country, region: address.region };
  const { shippingMethod, pricing } = await ask(() => orders.checkout.quote.query(place));
  const input = {
    token,
    email: 'ada@example.com',
    address,
    shippingMethod,
    expectedTotalMinor: pricing.totalMinor,
    idempotencyKey: randomUUID(),
  };
  const placed = await ask(() => orders.checkout.place.mutate(input));
  const { orderToken, number, totalMinor } = placed;
  diary.orders.push({ token: orderToken, number, totalMinor, units });
  if (random() < 0.1) return;
  const { url } = await ask(() => payments.startCheckout.mutate({ orderToken }));
  if (random() < 0.2) await pay(url, cards.poor);
  await pay(url, cards.good);
  diary.paid += 1;
  // The others leave it to the webhook.
  if (random() < 0.3) await ask(() => payments.sync.mutate({ orderToken }));
}

/** Types a card into the gateway's page, as a browser does. */
async function pay(url: string, cardNumber: string): Promise<void> {
  const form = {
    email: 'ada@example.com',
    cardExpiry: '12 / 34',
    cardCvc: '123',
    billingName: 'Ada',
    cardNumber,
  };
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
  await answer.arrayBuffer();
}
