import { expect, test } from '../support/test.ts';

// High enough to see the picture and what is beneath it.
test.use({ viewport: { width: 1280, height: 1000 } });

test('the gallery turns to the picture of the version that is chosen', async ({
  page,
  factories,
  pool,
  expectAccessible,
}) => {
  const product = await factories.createProduct({
    variants: ['Moss', 'Sand', 'Rust'].map((colour) => ({ stock: 3, options: { Colour: colour } })),
  });
  await pool.query('delete from product_media where product_id = $1', [product.id]);
  await pool.query(
    `insert into product_media (product_id, key, alt, width, height, colour, position)
     select $1, shot.key, 'Shot ' || shot.place, shot.width, shot.height, shot.colour, shot.place - 1 from (
       select distinct on (key) key, width, height, colour, row_number() over (order by key)::int as place
       from product_media where product_id in (select id from product order by created_at limit 20) order by key limit 3
     ) shot`,
    [product.id],
  );
  const [moss, sand] = product.variants;
  await pool.query(
    `update product_variant v set media_id = m.id from product_media m
     where m.product_id = v.product_id and (v.id, m.alt) in (($1::uuid, 'Shot 2'), ($2::uuid, 'Shot 3'))`,
    [moss!.id, sand!.id],
  );
  const shot = (place: number) => page.getByRole('img', { name: `Shot ${place}` });
  const colours = page.getByRole('group', { name: 'Colour' });

  await page.goto(`/p/${product.slug}`);
  await expect(shot(2)).toBeInViewport({ ratio: 0.8 });
  await expectAccessible(page);
  await colours.getByRole('link', { name: 'Sand' }).click();
  await expect(shot(3)).toBeInViewport({ ratio: 0.8 });
  await expect(shot(2)).not.toBeInViewport({ ratio: 0.1 });

  await colours.getByRole('link', { name: 'Rust' }).click();
  await expect(colours.getByRole('link', { name: 'Rust' })).toHaveAttribute('aria-current', 'true');
  await expect(shot(3)).toBeInViewport({ ratio: 0.8 });

  const thumbnail = page.getByRole('button', { name: 'Picture 1 of 3: Shot 1' });
  await thumbnail.press('Enter');
  await expect(shot(1)).toBeInViewport({ ratio: 0.8 });
  await expect(thumbnail).toHaveAttribute('aria-current', 'true');
  await page.getByRole('list', { name: /^Pictures of/u }).press('ArrowRight');
  await expect(shot(2)).toBeInViewport({ ratio: 0.8 });
});
