import { type RawBuilder, sql } from 'kysely';
import type { MediaRow } from '../image.ts';

export interface CollectionMedia {
  readonly media: MediaRow | null;
}

/** The picture of a collection `c` that has "imageKey": its own, else of its first product that meets the condition. */
export function collectionMedia(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    case when c."imageKey" is not null then (
      select json_build_object('key', c."imageKey", 'alt', c.name, 'colour', coalesce(shot.colour, '#e7e5e4'),
        'width', coalesce(shot.width, 1200), 'height', coalesce(shot.height, 1200))
      from (select 1) one left join lateral (
        select f.colour, f.width, f.height from media_file f where f.key = c."imageKey"
        union all select m.colour, m.width, m.height from product_media m where m.key = c."imageKey" limit 1) shot on true
    ) else (
      select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
      from collection_product member join product p on p.id = member.product_id
      join product_media m on m.product_id = p.id
      where member.collection_id = c.id and ${condition}
      order by member.position, p.sold_count desc, p.id, m.position limit 1
    ) end as media`;
}
