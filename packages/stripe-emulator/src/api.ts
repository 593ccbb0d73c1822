import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { readApiKey } from './api-key.ts';
import type { Context, EventOrigin } from './context.ts';
import { refused, StripeError } from './errors.ts';
import { expand } from './expand.ts';
import { takeFault, throwFault, type Configuration } from './faults.ts';
import { claim, release, settle } from './idempotency.ts';
import { newId } from './ids.ts';
import { Params } from './params.ts';
import { routes } from './routes/index.ts';
import { matchRoute, type RouteMatch } from './routes/route.ts';
import { apiVersion } from './version.ts';

export interface ApiCall {
  method: string;
  path: string;
  /** The query of a GET, the body of a POST. */
  form: string;
  headers: IncomingHttpHeaders;
}

export interface ApiReply {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  /** Break the connection instead of answering. */
  dropped?: boolean;
}

export interface Api {
  contextFor: (origin: EventOrigin) => Context;
  configuration: Configuration;
}

/** One call of Stripe's API, from the key to the reply; it never throws what Stripe would answer. */
export async function answerApiCall(api: Api, call: ApiCall): Promise<ApiReply> {
  const requestId = newId('req', 14);
  const headers = { 'request-id': requestId, 'stripe-version': apiVersion };
  try {
    const reply = await admit(api, call, requestId);
    return { ...reply, headers: { ...headers, ...reply.headers } };
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return { status: error.status, body: { error: error.body }, headers: { ...headers, ...error.headers } };
  }
}

async function admit(api: Api, call: ApiCall, requestId: string): Promise<ApiReply> {
  const apiKey = readApiKey(call.headers.authorization);
  assertVersion(call.headers['stripe-version']);
  const match = matchRoute(routes, call.method, call.path);
  if (!match) throw unrecognized(call);
  const fault = takeFault(api.configuration, call.method, call.path);
  if (fault === 'reset') return { status: 0, body: null, headers: {}, dropped: true };
  throwFault(fault);
  const idempotencyKey = headerText(call.headers['idempotency-key']);
  const ctx = api.contextFor({ requestId, idempotencyKey });
  const work = async (): Promise<ApiReply> => {
    await delay(api.configuration.latencyMs);
    return run(ctx, match, call.form);
  };
  const isIdempotent = call.method === 'POST' && idempotencyKey !== null;
  const reply = isIdempotent
    ? await runOnce(ctx, { apiKey, idempotencyKey, requestId, call, work })
    : await work();
  return { ...reply, dropped: fault === 'timeout-after-success' };
}

interface KeyedWork {
  apiKey: string;
  idempotencyKey: string;
  requestId: string;
  call: ApiCall;
  work: () => Promise<ApiReply>;
}

async function runOnce({ state }: Context, keyed: KeyedWork): Promise<ApiReply> {
  const { apiKey, idempotencyKey, requestId, call, work } = keyed;
  const key = `${apiKey} ${idempotencyKey}`;
  const fingerprint = createHash('sha256').update(`${call.path}\n${call.form}`).digest('hex');
  const headers = { 'idempotency-key': idempotencyKey };
  const replay = claim(state, { key, fingerprint, requestId });
  if (replay?.result) {
    const replayed = { 'idempotent-replayed': 'true', 'original-request': replay.requestId };
    return { ...replay.result, headers: { ...headers, ...replayed } };
  }
  try {
    const { status, body } = await work();
    settle(state, key, { status, body });
    return { status, body, headers: { ...headers, 'original-request': requestId } };
  } catch (error) {
    const isKept = error instanceof StripeError && error.replayable;
    if (isKept) settle(state, key, { status: error.status, body: { error: error.body } });
    else release(state, key);
    throw error;
  }
}

function run(ctx: Context, { route, id, child }: RouteMatch, form: string): ApiReply {
  const all = Params.parse(form);
  const paths = all.texts('expand') ?? [];
  const result = route.handle(ctx, { params: all.without('expand'), id, child });
  return { status: 200, body: expand(ctx.state, result, paths), headers: {} };
}

function assertVersion(version: string | string[] | undefined): void {
  if (version === undefined || version === apiVersion) return;
  throw refused(`The emulator speaks version ${apiVersion} of the API, not ${String(version)}.`);
}

function unrecognized({ method, path }: ApiCall): StripeError {
  const message = `Unrecognized request URL (${method}: ${path}). The emulator does not cover it.`;
  return new StripeError(404, { type: 'invalid_request_error', message });
}

function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
