import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { z } from 'zod';
import { createCircuit } from '../../platform/circuit.ts';
import type { Logger } from '../../platform/logger.ts';
import { isPublicAddress, lookupPublic } from './public-address.ts';
import type { CarrierRate, RateQuestion, ShippingRates } from './shipping-rates.ts';

export interface CarrierRatesSettings {
  readonly url: string;
  readonly token: string;
  /** For a carrier's stand-in on this machine or in this network. */
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number;
  /** Between two looks at a carrier that failed. */
  readonly cooldownMs?: number;
  readonly logger: Logger;
}

const mostBytes = 64 * 1024;

const answerSchema = z.object({
  currency: z.string(),
  rates: z
    .array(
      z.object({
        service: z.string().max(60),
        amountMinor: z.number().int().min(0).max(100_000_000),
        minDays: z.number().int().min(0).max(365).optional(),
        maxDays: z.number().int().min(0).max(365).optional(),
      }),
    )
    .max(50),
});

/**
 * A carrier, or somebody who speaks for several, over the contract of docs/carrier-rates.md. It has two seconds; after a failure
 * nobody waits for it until a look in the background finds it well. Redirects are not followed.
 */
export function createCarrierRates(settings: CarrierRatesSettings): ShippingRates {
  const { logger, cooldownMs = 15_000 } = settings;
  let last: RateQuestion | null = null;
  const guarded = createCircuit({
    cooldownMs,
    probe: async () => last === null || (await ask(settings, last)) !== null,
    onOpen: (cause) => logger.warn('the carrier does not answer', { cause: reasonOf(cause) }),
    onClose: (outageMs) => logger.info('the carrier answers again', { outageMs }),
  });
  return {
    provider: 'carrier',
    ask: (question) => {
      last = question;
      return guarded(() => ask(settings, question));
    },
  };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

async function ask(settings: CarrierRatesSettings, question: RateQuestion): Promise<readonly CarrierRate[]> {
  const { currency, rates } = answerSchema.parse(JSON.parse(await post(settings, toBody(question))));
  if (currency !== question.currency) throw new Error(`the carrier answered in ${currency}`);
  return rates.filter(({ service }) => question.services.includes(service));
}

function toBody({
  country,
  region,
  postalCode,
  currency,
  weightGrams,
  subtotalMinor,
  services,
}: RateQuestion) {
  return JSON.stringify({
    to: { country, region, postalCode },
    parcel: { weightGrams, valueMinor: subtotalMinor },
    currency,
    services,
  });
}

function post({ url, token, allowPrivate, timeoutMs = 2_000 }: CarrierRatesSettings, body: string) {
  const target = new URL(url);
  assertTarget(target, allowPrivate);
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<string>((resolve, reject) => {
    const request = send(target, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${token}`,
        accept: 'application/json',
      },
      signal: AbortSignal.timeout(timeoutMs),
      ...(allowPrivate ? {} : { lookup: lookupPublic }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let [text, bytes] = ['', 0];
      response.setEncoding('utf8');
      response.on('error', reject);
      response.on('data', (chunk: string) => {
        bytes += Buffer.byteLength(chunk);
        text += chunk;
        if (bytes > mostBytes) request.destroy(new Error('the carrier’s answer is too long'));
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`the carrier answered ${response.statusCode ?? 'nothing'}`));
      });
    });
    request.end(body);
  });
}

// A name is checked when it is resolved; an address in its place would never be looked up.
function assertTarget({ protocol, hostname }: URL, allowPrivate: boolean): void {
  if (allowPrivate) return;
  if (protocol !== 'https:') throw new Error('a carrier is only asked over https');
  const literal = hostname.replace(/^\[|\]$/gu, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw new Error(`${literal} is not a public address`);
}
