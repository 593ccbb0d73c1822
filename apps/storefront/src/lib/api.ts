import 'server-only';
import { createApiClient, type ApiClient } from '@turing/client';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { env } from './env.ts';

const patienceMs = 10_000;

function createFetch(init: RequestInit): typeof fetch {
  return (input, given) => {
    const signals = [AbortSignal.timeout(patienceMs), ...(given?.signal ? [given.signal] : [])];
    return fetch(input, { ...given, ...init, signal: AbortSignal.any(signals) });
  };
}

function createClient(init: RequestInit, sent?: () => Promise<Record<string, string>>): ApiClient {
  return createApiClient({
    url: `${env().API_URL}/trpc`,
    fetch: createFetch(init),
    ...(sent === undefined ? {} : { headers: sent }),
  });
}

/**
 * Reads that are the same for everybody. No cookies, so any cache may answer; Next keeps nothing, because what it keeps it
 * shows once more however old it is, and the API answers from memory.
 */
export const catalogApi = cache(() => createClient({ cache: 'no-store' }, forwardedHeaders));

/** Everything that belongs to one shopper: cart, checkout, orders, account. */
export const shopperApi = cache(() =>
  createClient({ cache: 'no-store' }, async () => ({
    ...(await forwardedHeaders()),
    origin: env().STOREFRONT_URL,
    cookie: (await cookies()).toString(),
  })),
);

/** Whom the API should count a request for. */
export async function forwardedHeaders(): Promise<Record<string, string>> {
  const given = await headers();
  const address = given.get('x-forwarded-for');
  return address === null ? {} : { 'x-forwarded-for': address };
}
