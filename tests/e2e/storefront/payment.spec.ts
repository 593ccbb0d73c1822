import { expect, test } from '../support/test.ts';
import { addToCart, cards, checkOut, orderNumber, payWith } from '../support/shopper.ts';

test('a declined card and then another: one order, one charge', async ({ page, factories, pool }) => {
  const email = `declined-${Date.now()}@example.com`;
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  await addToCart(page, product.slug);
  await checkOut(page, email);
  await payWith(page, cards.declined);
  await expect(page.getByRole('alert')).toContainText(/declined/iu);
  await payWith(page, cards.good);
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
  const { rows } = await pool.query(
    `select o.status, p.status as payment, p.captured_minor = o.total_minor as exact,
            (select count(*)::int from payment_attempt a where a.payment_id = p.id and a.status = 'succeeded') as charges
     from "order" o join payment p on p.order_id = o.id where o.email = $1`,
    [email],
  );
  expect(rows).toEqual([{ status: 'confirmed', payment: 'captured', exact: true, charges: 1 }]);
});

test('a shopper who turns back at the payment page pays later from the order page', async ({
  page,
  factories,
}) => {
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  await addToCart(page, product.slug);
  await checkOut(page, `later-${Date.now()}@example.com`);
  await page.getByRole('link', { name: /^Back to/u }).click();
  const number = await orderNumber(page);
  await expect(page.getByText(/Awaiting payment/u).first()).toBeVisible();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await payWith(page, cards.good);
  expect(await orderNumber(page)).toBe(number);
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
});
