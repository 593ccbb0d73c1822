export interface EmulatorEnv {
  port: number;
  publicUrl: string;
  merchantName: string;
  webhook?: { url: string; secret: string };
}

type Variables = Record<string, string | undefined>;

export const productionRefusal =
  'The Stripe emulator is for development and tests: it refuses to run with NODE_ENV=production.';

export function isProduction(variables: Variables = process.env): boolean {
  return variables['NODE_ENV'] === 'production';
}

/** @throws Error with a sentence that names the variable to set */
export function readEnv(variables: Variables = process.env): EmulatorEnv {
  const port = Number(variables['STRIPE_EMULATOR_PORT'] ?? 4010);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('STRIPE_EMULATOR_PORT is not a port number.');
  const url = variables['STRIPE_WEBHOOK_URL'];
  const secret = variables['STRIPE_WEBHOOK_SECRET'];
  if (url && !secret)
    throw new Error('STRIPE_WEBHOOK_URL is set, so STRIPE_WEBHOOK_SECRET is needed to sign with.');
  return {
    port,
    publicUrl: (variables['STRIPE_EMULATOR_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    merchantName: variables['SHOP_NAME'] ?? 'Turing Goods',
    ...(url && secret && { webhook: { url, secret } }),
  };
}
