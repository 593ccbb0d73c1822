import { expect, test } from '../support/test.ts';

test('a signed-in shopper writes a review, which waits to be read', async ({
  page,
  factories,
  pool,
  expectAccessible,
}) => {
  const password = 'review-writer-pass';
  const customer = await factories.createCustomer({ password });
  const product = await factories.createProduct({ variants: [{ stock: 3 }] });
  await page.goto(`/p/${product.slug}`);
  await page.getByRole('link', { name: 'Sign in to write a review' }).click();
  await page.getByLabel('Email', { exact: true }).first().fill(customer.email);
  await page.getByLabel('Password', { exact: true }).first().fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();

  await page.goto(`/p/${product.slug}`);
  await page.getByText('Write a review').click();
  const form = page.getByRole('form', { name: 'Your review' });
  await form.getByRole('radio', { name: '4 of 5: Good' }).check({ force: true });
  await form.getByLabel('Title').fill('It just works');
  await form.getByLabel('Your review').fill('Every day, since it came.');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Send review' }).click();
  await expect(page.getByText('shown here once we have read it')).toBeVisible();
  const { rows } = await pool.query<{ status: string; rating: number }>(
    'select status, rating from review where product_id = $1 and customer_id = $2',
    [product.id, customer.id],
  );
  expect(rows).toEqual([{ status: 'pending', rating: 4 }]);

  await pool.query(`update review set status = 'approved' where product_id = $1`, [product.id]);
  await expect(async () => {
    await page.goto(`/p/${product.slug}`);
    await expect(page.getByRole('heading', { name: 'It just works' })).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expect(page.getByText('4.0').first()).toBeVisible();
});

test('reviews are sorted by a link', async ({ page, pool }) => {
  const { rows } = await pool.query<{ slug: string }>(
    `select p.slug from product p join review r on r.product_id = p.id and r.status = 'approved'
     where p.status = 'active' and p.published_at < now() group by p.slug having count(distinct r.rating) > 2 order by p.slug limit 1`,
  );
  await page.goto(`/p/${rows[0]?.slug}`);
  await page
    .getByRole('navigation', { name: 'Order of the reviews' })
    .getByRole('link', { name: 'Worst first' })
    .click();
  await expect(page).toHaveURL(/order=lowest/u);
  const images = await page.locator('#reviews li [role="img"]').all();
  const labels = await Promise.all(images.map((image) => image.getAttribute('aria-label')));
  const stars = labels.map((label) => Number.parseFloat(label ?? ''));
  expect(stars.length).toBeGreaterThan(1);
  expect(stars).toEqual(stars.toSorted((a, b) => a - b));
});

test('what is on backorder says so and can be bought', async ({ page, factories, pool }) => {
  const product = await factories.createProduct({ variants: [{ stock: 0 }] });
  await pool.query('update stock_level set backorder_limit = 5 where variant_id = $1', [product.variant.id]);
  await page.goto(`/p/${product.slug}`);
  await expect(page.getByText('On backorder: ships when it is back in stock')).toBeVisible();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
});
