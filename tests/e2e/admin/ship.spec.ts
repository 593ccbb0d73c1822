import { expect, shopUrls, test } from '../support/test.ts';
import { signIn } from '../support/staff.ts';
import { buy } from '../support/shopper.ts';
import { expectEmail } from '../support/mailbox.ts';

test('staff ship what a shopper paid for, and the shopper sees it', async ({
  page,
  browser,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const email = `ships-${Date.now()}@example.com`;
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  const number = await buy(page, { slug: product.slug, email });
  const desk = await browser.newContext({ baseURL: shopUrls.admin });
  const console_ = await desk.newPage();
  await signIn(console_, 'fulfilment');
  await console_.getByRole('link', { name: 'Orders', exact: true }).first().click();
  await console_.getByRole('link', { name: `#${number}` }).click();
  await expect(console_.getByRole('heading', { level: 1, name: `Order #${number}` })).toBeVisible();
  await expect(console_.getByRole('button', { name: 'Cancel order' })).toHaveCount(0);
  await expectAccessible(console_);
  await console_.getByRole('button', { name: 'Ship order' }).click();
  const dialog = console_.getByRole('dialog', { name: 'Ship order' });
  await dialog.getByLabel('Carrier').fill('UPS');
  await dialog.getByLabel('Tracking number').fill('1Z999AA10123456784');
  await dialog.getByRole('button', { name: 'Create shipment' }).click();
  await expect(dialog).toBeHidden();
  await expect(console_.getByText('Shipped', { exact: true }).first()).toBeVisible();
  await desk.close();

  await page.reload();
  await expect(page.getByText('Shipped').first()).toBeVisible();
  await expect(page.getByText('1Z999AA10123456784')).toBeVisible();
  expect(await expectEmail(email, /shipped|on its way/iu)).toContain('1Z999AA10123456784');
});

test('staff cancel a paid order and the money goes back', async ({ page, browser, factories }) => {
  test.setTimeout(120_000);
  const email = `refund-${Date.now()}@example.com`;
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  const number = await buy(page, { slug: product.slug, email });
  const desk = await browser.newContext({ baseURL: shopUrls.admin });
  const console_ = await desk.newPage();
  await signIn(console_, 'owner');
  await console_.goto(`/orders?query=${number}`);
  await console_.getByRole('link', { name: `#${number}` }).click();
  await console_.getByRole('button', { name: 'Cancel order' }).click();
  const dialog = console_.getByRole('dialog');
  await dialog
    .getByLabel(/reason/iu)
    .first()
    .fill('Ordered twice');
  await dialog.getByRole('button', { name: /^Cancel order/u }).click();
  await expect(console_.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect
    .poll(
      async () => {
        await console_.reload();
        await expect(console_.getByRole('heading', { level: 1 })).toBeVisible();
        return console_.getByText('Refunded', { exact: true }).count();
      },
      { timeout: 40_000 },
    )
    .toBeGreaterThan(0);
  await desk.close();
  await expectEmail(email, /refund/iu);
});
