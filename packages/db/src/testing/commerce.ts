import { randomBytes } from 'node:crypto';
import type { Currency, PostalAddress, PromotionBenefit, RateBand } from '@turing/domain';
import { insertRow, insertRows, type NewRow, type Queryable } from './insert.ts';
import { uniqueSuffix } from './sequence.ts';

export interface RateInput {
  amountMinor: number;
  freeOverMinor?: number | null;
  bands?: readonly RateBand[];
}

export interface ShippingMethodInput {
  code?: string;
  name?: string;
  countries?: string[];
  active?: boolean;
  /** 5.00 in each currency, never free, by default. */
  rates?: Partial<Record<Currency, RateInput>>;
  basis?: 'flat' | 'weight' | 'subtotal';
  carrierService?: string;
  /** Fetched there instead of delivered. */
  pickup?: { locationId: string; address: Omit<PostalAddress, 'name' | 'phone'> };
}

export interface TaxRateInput {
  country?: string;
  region?: string;
  ratePpm?: number;
  inclusive?: boolean;
  shippingTaxed?: boolean;
  category?: string;
  name?: string;
  /** Comes on top of the country's. */
  adds?: boolean;
  /** Whether the shop collects it; it does by default. */
  collected?: boolean;
  validFrom?: string;
  validUntil?: string;
}

/** Terms beyond a code, a benefit and limits are columns of `promotion`. */
export interface PromotionInput {
  /** Null for one that needs no code. */
  code?: string | null;
  kind?: 'percentage' | 'amount' | 'free_shipping';
  ratePpm?: number;
  amountMinor?: number;
  /** Instead of a kind. */
  benefit?: PromotionBenefit;
  minimumSubtotalMinor?: number;
  currency?: Currency;
  startsAt?: Date;
  endsAt?: Date;
  usageLimit?: number;
  usedCount?: number;
  terms?: Partial<NewRow<'promotion'>>;
}

export interface CartInput {
  currency?: Currency;
  customerId?: string;
  /** Codes that are on it. */
  codes?: readonly { id: string; codeId: string | null }[];
  lines?: readonly { variantId: string; quantity?: number; seenPriceMinor?: number }[];
}

/** A secret as the shop makes them: 32 characters that nobody guesses. */
export function createToken(): string {
  return randomBytes(24).toString('base64url');
}

export async function createShippingMethod(
  db: Queryable,
  input: ShippingMethodInput = {},
): Promise<{ id: string; code: string }> {
  const code = input.code ?? `shipping-${uniqueSuffix()}`;
  const { id: zoneId } = await insertRow(db, 'shipping_zone', { name: `Zone of ${code}` });
  await insertRows(
    db,
    'shipping_zone_place',
    (input.countries ?? ['US']).map((country) => ({ zone_id: zoneId, country })),
  );
  const { id } = await insertRow(db, 'shipping_method', {
    code,
    zone_id: zoneId,
    name: input.name ?? 'Standard',
    description: 'Delivered to the door.',
    kind: input.pickup === undefined ? 'delivery' : 'pickup',
    basis: input.basis ?? 'flat',
    carrier_service: input.carrierService ?? null,
    location_id: input.pickup?.locationId ?? null,
    pickup_address: input.pickup?.address ?? null,
    min_days: 3,
    max_days: 5,
    position: 0,
    active: input.active ?? true,
  });
  const rates = input.rates ?? {
    USD: { amountMinor: 500 },
    EUR: { amountMinor: 500 },
    GBP: { amountMinor: 500 },
  };
  await insertRows(
    db,
    'shipping_rate',
    Object.entries(rates).map(([currency, rate]) => ({
      method_id: id,
      currency,
      amount_minor: rate.amountMinor,
      free_over_minor: rate.freeOverMinor ?? null,
      bands: rate.bands ?? [],
    })),
  );
  return { id, code };
}

/** 0 % exclusive for the whole of the United States and collected, unless told otherwise. */
export async function createTaxRate(db: Queryable, input: TaxRateInput = {}): Promise<void> {
  const [country, region] = [input.country ?? 'US', input.region ?? ''];
  await insertRow(db, 'tax_rate', {
    country,
    region,
    registration: region,
    jurisdiction: region === '' ? country : region,
    category: input.category ?? 'standard',
    name: input.name ?? 'Tax',
    rate_ppm: input.ratePpm ?? 0,
    inclusive: input.inclusive ?? false,
    shipping_taxed: input.shippingTaxed ?? false,
    adds: input.adds ?? false,
    valid_from: input.validFrom ?? '2000-01-01',
    valid_until: input.validUntil ?? null,
  });
  if (input.collected === false) return;
  await db.query('INSERT INTO tax_registration (country, region) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    country,
    region,
  ]);
}

/** 10 % off for everybody, without an end or a limit, unless told otherwise. `code` is empty when it needs none. */
export async function createPromotion(
  db: Queryable,
  input: PromotionInput = {},
): Promise<{ id: string; code: string; codeId: string | null }> {
  const code = input.code === undefined ? `PROMO-${uniqueSuffix().toUpperCase()}` : input.code;
  const kind = input.kind ?? 'percentage';
  const needsCurrency = kind === 'amount' || input.minimumSubtotalMinor !== undefined;
  const row: NewRow<'promotion'> = {
    name: code ?? `Promotion ${uniqueSuffix()}`,
    automatic: code === null,
    benefit: input.benefit ?? benefitOf(kind, input),
    minimum_subtotal_minor: input.minimumSubtotalMinor ?? null,
    currency: input.currency ?? (needsCurrency ? 'USD' : null),
    starts_at: (input.startsAt ?? new Date('2020-01-01T00:00:00Z')).toISOString(),
    ends_at: input.endsAt?.toISOString() ?? null,
    usage_limit: input.usageLimit ?? null,
    used_count: input.usedCount ?? 0,
    ...input.terms,
  };
  const { id } = await insertRow(db, 'promotion', row);
  if (code === null) return { id, code: '', codeId: null };
  const { id: codeId } = await insertRow(db, 'promotion_code', { promotion_id: id, code });
  return { id, code, codeId };
}

function benefitOf(kind: NonNullable<PromotionInput['kind']>, input: PromotionInput): PromotionBenefit {
  switch (kind) {
    case 'percentage':
      return { kind, ratePpm: input.ratePpm ?? 100_000 };
    case 'amount':
      return { kind, amountMinor: input.amountMinor ?? 1000, perItem: false };
    case 'free_shipping':
      return { kind };
  }
}

/** A cart whose lines have seen the present price in the cart's currency. */
export async function createCart(
  db: Queryable,
  input: CartInput = {},
): Promise<{ id: string; token: string }> {
  const token = createToken();
  const currency = input.currency ?? 'USD';
  const { id } = await insertRow(db, 'cart', {
    token,
    currency,
    customer_id: input.customerId ?? null,
  });
  const held = (input.codes ?? []).map(({ id: promotionId, codeId }) => ({
    cart_id: id,
    promotion_id: promotionId,
    code_id: codeId ?? '',
  }));
  await insertRows(db, 'cart_promotion', held);
  for (const { variantId, quantity = 1, seenPriceMinor } of input.lines ?? []) {
    await db.query(
      `INSERT INTO cart_line (cart_id, variant_id, quantity, seen_price_minor)
       SELECT $1, variant_id, $3, coalesce($4, amount_minor) FROM variant_price WHERE variant_id = $2 AND currency = $5`,
      [id, variantId, quantity, seenPriceMinor ?? null, currency],
    );
  }
  return { id, token };
}
