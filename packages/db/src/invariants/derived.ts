import type { Invariant } from './invariant.ts';

/** What is kept beside the rows it follows from, for the sake of speed. */
export const derivedInvariants: readonly Invariant[] = [
  {
    number: null,
    promise: 'the free units of a variant and whether it is low are what its levels say',
    violations: `
      select v.id::text as id from product_variant v join product p on p.id = v.product_id
      left join variant_stock kept on kept.variant_id = v.id
      left join (select variant_id, sum(on_hand - allocated)::int as free from stock_level where active group by 1) own
        on own.variant_id = v.id
      where kept.free is distinct from coalesce(own.free, 0) or kept.low_free is distinct from
        case when v.active and p.status <> 'archived' and coalesce(own.free, 0) <= v.low_stock_threshold
             then coalesce(own.free, 0) end`,
  },
  {
    number: null,
    promise: 'the rating of a product is its approved reviews',
    violations: `
      select p.id::text as id from product p
      left join (select product_id, sum(rating) as sum, count(*) as count from review where status = 'approved' group by 1) r
        on r.product_id = p.id
      where p.rating_sum <> coalesce(r.sum, 0) or p.rating_count <> coalesce(r.count, 0)`,
  },
];
