import type { Stripe } from 'stripe';
import { productOf } from '../checkout/line-items.ts';
import type { Context } from '../context.ts';
import { formatMoney } from '../money.ts';
import { html, type Html } from './html.ts';

export function renderOrderSummary(ctx: Context, session: Stripe.Checkout.Session): Html {
  const items = ctx.state.lineItems.get(session.id) ?? [];
  const hasImages = items.some((item) => productOf(ctx, item.price)?.images.length);
  const total = formatMoney(session.amount_total ?? 0, session.currency ?? 'usd');
  const back = session.cancel_url
    ? html`<a class="back" href="${session.cancel_url}"
        ><span aria-hidden="true">←</span> Back to ${ctx.merchantName}</a
      >`
    : undefined;
  return html`<section class="summary" aria-label="Order summary">
    <div class="column">
      ${back}
      <p class="merchant">
        <span class="monogram" aria-hidden="true">${ctx.merchantName.slice(0, 1)}</span>${ctx.merchantName}
      </p>
      <p class="total"><span class="muted">Total due</span><strong>${total}</strong></p>
      <ul class="items ${hasImages ? 'with-images' : ''}">
        ${items.map((item) => renderItem(ctx, item))}
      </ul>
      <dl class="sums">
        <div>
          <dt>Total due</dt>
          <dd>${total}</dd>
        </div>
      </dl>
    </div>
  </section>`;
}

function renderItem(ctx: Context, item: Stripe.LineItem): Html {
  const product = productOf(ctx, item.price);
  const name = item.description ?? '';
  const image = product?.images[0];
  const picture = image && html`<img src="${image}" alt="" width="48" height="48" loading="lazy" />`;
  const each = formatMoney(item.price?.unit_amount ?? 0, item.currency);
  const quantity =
    (item.quantity ?? 1) > 1
      ? html`<span class="muted">Qty ${item.quantity ?? 1} · ${each} each</span>`
      : undefined;
  const description = product?.description
    ? html`<span class="muted">${product.description}</span>`
    : undefined;
  return html`<li>
    <span class="picture">${picture}</span>
    <span class="name">${name}${description}${quantity}</span>
    <span class="amount">${formatMoney(item.amount_total, item.currency)}</span>
  </li>`;
}
