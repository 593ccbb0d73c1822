import { parseArgs } from 'node:util';
import { generateOrders } from './generate/orders.ts';

const usage = `npm run bench:orders -- --database URL [--orders 1000000]

Adds made-up orders to a scratch database that has products. Never to a shop: nothing takes them out again.`;

/** `npm run bench:orders`: what the list of orders is measured on. */
export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { database: { type: 'string' }, orders: { type: 'string', default: '1000000' } },
  });
  const count = Number(values.orders);
  if (values.database === undefined || !Number.isSafeInteger(count) || count < 1) {
    console.error(usage);
    return 2;
  }
  const startedAt = performance.now();
  await generateOrders(values.database, count, (line) => console.log(line));
  console.log(`Made ${count} orders in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  return 0;
}
