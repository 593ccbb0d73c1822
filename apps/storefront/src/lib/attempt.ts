import { failureOf, type ApiFailure } from '@turing/client';

export type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ApiFailure };

/** A failure of the API as a value; anything else (a redirect, a defect of ours) is thrown on. */
export async function attempt<Value>(work: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** For parts of a page it can do without: what failed is simply not there. */
export async function attemptOr<Value>(work: Promise<Value>, fallback: Value): Promise<Value> {
  const result = await attempt(work);
  return result.ok ? result.value : fallback;
}
