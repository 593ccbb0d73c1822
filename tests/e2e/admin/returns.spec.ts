import { expect, shopUrls, test } from '../support/test.ts';
import { signIn } from '../support/staff.ts';

test.use({ baseURL: shopUrls.admin });

test('a buyer sends something back and follows it; staff decide, receive, inspect and pay it out', async ({
  page,
  browser,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const product = await factories.createProduct({ variants: [{ stock: 20 }] });
  const variantId = product.variants[0]?.id ?? '';
  const order = await factories.createOrder({ lines: [{ variantId, quantity: 2 }] });

  await signIn(page, 'owner');
  await page.goto(`/orders/${order.id}`);
  await page.getByRole('button', { name: 'Ship order' }).click();
  const ship = page.getByRole('dialog', { name: 'Ship order' });
  await ship.getByLabel('Carrier').fill('UPS');
  await ship.getByRole('button', { name: 'Create shipment' }).click();
  await expect(ship).toBeHidden();

  const buyerContext = await browser.newContext({ baseURL: shopUrls.storefront });
  const buyer = await buyerContext.newPage();
  await buyer.goto(`/orders/${order.token}`);
  await buyer.getByRole('link', { name: 'Send something back' }).click();
  await buyer.getByLabel('How many').selectOption('1');
  await buyer.getByLabel('Why?').selectOption('too_small');
  await buyer.getByLabel('Anything we should know?').fill('A size up, please');
  await expectAccessible(buyer);
  await buyer.getByRole('button', { name: 'Ask for this return' }).click();
  const returns = buyer.getByRole('region', { name: 'Returns' });
  await expect(returns).toContainText('We are looking at it');

  await page.goto('/returns');
  await expectAccessible(page);
  await page.getByRole('link', { name: `${order.number}-R1` }).click();
  await expect(page.getByText('A size up, please')).toBeVisible();
  await page.getByLabel('Message to the customer').fill('Use the old box.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await buyer.reload();
  await expect(returns).toContainText('Use the old box.');
  await returns.getByLabel('Tracking number').fill('1Z42');
  await returns.getByRole('button', { name: 'I have sent it' }).click();
  await expect(returns).toContainText('On its way to us');

  await page.reload();
  await page.getByRole('button', { name: 'It has arrived' }).click();
  await page.getByRole('button', { name: 'Book the stock' }).click();
  await expect(page.getByText('To be refunded')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pay out and close' }).click();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await buyer.reload();
  await expect(returns).toContainText('Done');
  await buyerContext.close();
});
