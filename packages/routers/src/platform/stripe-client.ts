import { Stripe } from 'stripe';

/** Also in `packages/stripe-emulator/src/version.ts`: the SDK's own. */
const apiVersion = '2026-10-28.endive';

export interface StripeConnection {
  readonly secretKey: string;
  /** Another address than Stripe's own, for the emulator. */
  readonly apiBase?: string | undefined;
}

/** A client of Stripe's API with the shop's patience. */
export function connectStripe(
  { secretKey, apiBase }: StripeConnection,
  patience: { readonly timeout: number; readonly maxNetworkRetries: number } = {
    timeout: 10_000,
    maxNetworkRetries: 2,
  },
): Stripe {
  const options = { apiVersion, ...patience, telemetry: false } as const;
  if (apiBase === undefined) return new Stripe(secretKey, options);
  const { protocol, hostname, port } = new URL(apiBase);
  return new Stripe(secretKey, {
    ...options,
    host: hostname,
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    protocol: protocol === 'https:' ? 'https' : 'http',
  });
}
