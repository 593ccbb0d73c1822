import type { PromotionBenefit } from '@turing/domain';
import { insertRows, type NewRow, type Queryable } from '../src/testing/insert.ts';
import type { NewId } from './ids.ts';

const day = 24 * 60 * 60 * 1000;

interface Campaign {
  readonly name: string;
  /** None: it applies by itself. */
  readonly code: string | null;
  readonly benefit: PromotionBenefit;
  /** Days from now. */
  readonly from: number;
  readonly until: number | null;
  readonly terms?: Partial<NewRow<'promotion'>>;
}

interface Places {
  readonly departments: ReadonlyMap<string, string>;
  readonly tradeId: string;
}

function percent(ratePpm: number): PromotionBenefit {
  return { kind: 'percentage', ratePpm };
}

const threeForTwo: PromotionBenefit = {
  kind: 'buy_x_get_y',
  buyQuantity: 2,
  getQuantity: 1,
  ratePpm: 1_000_000,
  rewards: null,
  mostTimes: 3,
};

const brighter: PromotionBenefit = {
  kind: 'tiered',
  by: 'subtotal',
  tiers: [
    { from: 15_000, ratePpm: 100_000, amountMinor: null },
    { from: 30_000, ratePpm: 150_000, amountMinor: null },
  ],
};

function ofDepartments({ departments }: Places): Campaign[] {
  const of = (slug: string) => ({ category_ids: [departments.get(slug) ?? ''] });
  return [
    {
      name: 'Three for two on the desk',
      code: 'DESK3FOR2',
      benefit: threeForTwo,
      from: -10,
      until: 20,
      terms: of('desk-stationery'),
    },
    {
      name: 'The more light, the less it costs',
      code: 'BRIGHT',
      benefit: brighter,
      from: -5,
      until: 45,
      terms: { ...of('light-audio'), currency: 'USD' },
    },
    {
      name: 'Winter weekend: $5 off each thing to wear',
      code: null,
      benefit: { kind: 'amount', amountMinor: 500, perItem: true },
      from: 12,
      until: 15,
      terms: { ...of('apparel'), currency: 'USD', priority: 5 },
    },
  ];
}

function forPeople({ tradeId }: Places): Campaign[] {
  return [
    {
      name: '15 % off your first order',
      code: 'FIRST15',
      benefit: percent(150_000),
      from: -40,
      until: null,
      terms: { first_order_only: true, per_customer_limit: 1 },
    },
    {
      name: 'Trade customers, 12 % more',
      code: 'TRADE12',
      benefit: percent(120_000),
      from: -90,
      until: null,
      terms: { customer_group_ids: [tradeId], exclusive: true, priority: 10 },
    },
    {
      name: 'Free shipping to Germany and Austria',
      code: 'VERSANDFREI',
      benefit: { kind: 'free_shipping' },
      from: -20,
      until: 60,
      terms: { countries: ['DE', 'AT'] },
    },
  ];
}

/** Writes offers with conditions beside the codes that past orders used. */
export async function writeCampaigns(db: Queryable, newId: NewId, now: Date): Promise<void> {
  const places = await findPlaces(db);
  const rows = [...ofDepartments(places), ...forPeople(places)].map((campaign) => ({
    id: newId(now),
    ...campaign,
  }));
  for (const { id, name, code, benefit, from, until, terms } of rows) {
    const startsAt = new Date(now.getTime() + from * day);
    const made = new Date(Math.min(startsAt.getTime(), now.getTime()));
    await insertRows(db, 'promotion', [
      {
        id,
        name,
        automatic: code === null,
        benefit,
        starts_at: startsAt,
        ends_at: until === null ? null : new Date(now.getTime() + until * day),
        created_at: made,
        updated_at: made,
        ...terms,
      },
    ]);
    if (code !== null) await insertRows(db, 'promotion_code', [{ promotion_id: id, code, created_at: made }]);
  }
}

async function findPlaces(db: Queryable): Promise<Places> {
  const departments = await db.query('SELECT slug, id FROM category WHERE parent_id IS NULL');
  const trade = await db.query(`SELECT id FROM customer_group WHERE code = 'trade'`);
  return {
    departments: new Map(
      (departments.rows as { slug: string; id: string }[]).map(({ slug, id }) => [slug, id]),
    ),
    tradeId: (trade.rows as { id: string }[])[0]?.id ?? '',
  };
}
