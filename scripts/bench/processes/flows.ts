import { type Api, connectApi } from './http-api.ts';
import type { FlowName, FlowOrder, RunResult } from './messages.ts';
import { placePrepared, prepareCarts } from './prepared-carts.ts';
import { addToNewCart, checkOut } from './shopper-flows.ts';
import { editPrices, generateAgain, openDraft, receiveStock } from './staff-flows.ts';
import { recordTime, resultOf, serve } from './tally.ts';

type Step = (turn: number) => Promise<unknown>;

/** Of the people of this process, who go on where they were. */
const steps = new Map<number, Step>();

interface Person {
  readonly order: FlowOrder;
  readonly place: number;
}

/** What a person does first, once, and then again and again. */
const flows: Record<FlowName, (api: Api, person: Person) => Promise<Step>> = {
  'new-cart-line':
    async (api, { order }) =>
    (turn) =>
      addToNewCart(api, pick(order, turn)),
  checkout:
    async (api, { order }) =>
    (turn) =>
      checkOut(api, pick(order, turn)),
  'place-order': async (api) => () => placePrepared(api),
  'generate-variants': async (api, { order, place }) => {
    const draft = await openDraft(api, order, place);
    return () => generateAgain(api, draft);
  },
  'edit-prices': async (api, { order, place }) => {
    const draft = await openDraft(api, order, place);
    return (turn) => editPrices(api, draft, turn);
  },
  'receive-stock': async (api, { order, place }) => {
    const draft = await openDraft(api, order, place);
    return () => receiveStock(api, draft, order);
  },
};

function pick({ variantIds }: FlowOrder, turn: number): string {
  return variantIds[turn % variantIds.length] ?? '';
}

/** People who each do the whole flow again and again; one flow counts as one. A process knows one flow. */
async function run(order: FlowOrder): Promise<RunResult> {
  const { flow, connections, seconds } = order;
  const api = connectApi(order);
  const places = Array.from({ length: connections }, (_, place) => place);
  for (const place of places.filter((each) => !steps.has(each))) {
    steps.set(place, await flows[flow](api, { order, place }));
  }
  if (flow === 'place-order') await prepareCarts(api, order);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let count = 0;
  let errors = 0;
  let failure = '';

  async function repeat(place: number): Promise<void> {
    const step = steps.get(place);
    for (let turn = place; turn === place || performance.now() < endsAt; turn += connections) {
      const beganAt = performance.now();
      await step?.(turn).catch((error: unknown) => {
        errors += 1;
        failure = String(error);
      });
      recordTime(performance.now() - beganAt);
      count += 1;
    }
  }

  await Promise.all(places.map(repeat));
  return resultOf({ count, seconds: (performance.now() - startedAt) / 1000, errors, failure });
}

serve(run);
