import { sql } from 'kysely';
import { booleanColumn, integerColumn, type Keyset, timeColumn } from './keyset-store.ts';
import type { ListProductsInput } from './schemas.ts';

export type ProductSort = ListProductsInput['sort'];

const id = sql`p.id`;

// Five imagined reviews of 3.5 stars each keep one enthusiast from outranking a hundred; in ten-thousandths of a star.
const fairRating = sql`((p.rating_sum::bigint * 2 + 35) * 5000 / (p.rating_count + 5))`;

/** The order of each sort over product `p`, and its price range `r`. */
export const productKeysets: Record<ProductSort, Keyset> = {
  featured: {
    columns: [booleanColumn(sql`p.featured`, 'desc'), integerColumn(sql`p.sold_count`, 'desc')],
    id,
    idDirection: 'asc',
  },
  newest: { columns: [timeColumn(sql`p.published_at`, 'desc')], id, idDirection: 'asc' },
  best_selling: { columns: [integerColumn(sql`p.sold_count`, 'desc')], id, idDirection: 'asc' },
  rating: {
    columns: [integerColumn(fairRating, 'desc'), integerColumn(sql`p.rating_count`, 'desc')],
    id,
    idDirection: 'asc',
  },
  price_asc: { columns: [integerColumn(sql`r.min_minor`, 'asc')], id, idDirection: 'asc' },
  price_desc: { columns: [integerColumn(sql`r.min_minor`, 'desc')], id, idDirection: 'desc' },
  manual: { columns: [integerColumn(sql`member.position`, 'asc')], id, idDirection: 'asc' },
};
