import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { catalogApi } from './api.ts';
import { attemptOr } from './attempt.ts';
import { chooseRegion, type Region } from './choose-region.ts';
import { regionCookie } from './cookies.ts';
import { env } from './env.ts';

const keptMs = 30_000;

let kept: { readonly regions: RouterOutputs['orders']['regions']; readonly until: number } | null = null;

/** Where the shop sells. They change rarely and every page asks: this process remembers them for half a minute. */
async function listRegions(): Promise<readonly Region[]> {
  if (kept !== null && Date.now() < kept.until) return kept.regions;
  const regions = await attemptOr(catalogApi().orders.regions.query(), kept?.regions ?? []);
  kept = { regions, until: Date.now() + keptMs };
  return regions;
}

/** The regions a visitor can choose, and theirs: by hand, else by the country the edge saw, else the default. */
export const readRegions = cache(async () => {
  const [regions, jar, sent] = await Promise.all([listRegions(), cookies(), headers()]);
  const country = env()
    .COUNTRY_HEADERS.map((name) => sent.get(name))
    .find((value) => value !== null && /^[A-Z]{2}$/u.test(value));
  const choice = { code: jar.get(regionCookie)?.value ?? null, country: country ?? null };
  return { regions, region: chooseRegion(regions, choice), country: country ?? null };
});
