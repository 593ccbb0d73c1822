import { createStripeEmulator } from './emulator.ts';
import { isProduction, productionRefusal, readEnv, type EmulatorEnv } from './env.ts';

async function start({ port, publicUrl, merchantName, webhook }: EmulatorEnv): Promise<void> {
  const emulator = createStripeEmulator({ publicUrl, merchantName });
  if (webhook) emulator.addWebhookEndpoint(webhook);
  await emulator.listen(port);
  console.log(`Stripe emulator: ${publicUrl}, webhooks to ${webhook?.url ?? 'nobody'}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
}

try {
  if (isProduction()) throw new Error(productionRefusal);
  await start(readEnv());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
