import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiServer } from './api-server.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown>;
}

/** Calls a public query of the products, alone and uncompressed unless told otherwise. */
export async function ask(
  server: ApiServer,
  path: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const url = `${server.url}/trpc/products.${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } });
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as { result?: { data: Record<string, unknown> } };
  return { status: response.status, headers: response.headers, text, data: body.result?.data ?? {} };
}

/** Asks until the answer satisfies, and says after how many milliseconds it did. */
export async function until(
  get: () => Promise<Answered>,
  satisfies: (answer: Answered) => boolean,
): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const answer = await get();
    const elapsed = performance.now() - startedAt;
    if (satisfies(answer)) return elapsed;
    if (elapsed > 5000) throw new Error(`still ${answer.text.slice(0, 300)}`);
    await sleep(5);
  }
}

/** Long enough that an answer is no longer given for its youth alone. */
export const settled = () => sleep(450);
