import type { Stripe } from 'stripe';
import { findCardByNumber, groupDigits } from '../cards.ts';
import { paySession } from '../checkout/pay-session.ts';
import { expireSession, successUrlOf } from '../checkout/finish-session.ts';
import type { Context } from '../context.ts';
import { StripeError } from '../errors.ts';
import { idOf } from '../ids.ts';
import { formatMoney } from '../money.ts';
import { Params } from '../params.ts';
import { renderFields, renderTestCards } from './card-fields.ts';
import { readCardForm, type FieldTexts } from './card-form.ts';
import { html } from './html.ts';
import { renderOrderSummary } from './order-summary.ts';
import { redirectTo, renderMessage, renderPage, type PageReply } from './page.ts';

export interface PaymentPageCall {
  id: string;
  method: string;
  query: URLSearchParams;
  form: string;
}

export function answerPaymentPage(ctx: Context, call: PaymentPageCall): PageReply {
  const session = ctx.state.checkoutSessions.get(call.id);
  if (!session) {
    const text = 'This payment page does not exist. Go back to the shop and check out again.';
    return renderMessage({ title: 'Page not found', text, status: 404 });
  }
  if (session.status === 'open' && session.expires_at <= ctx.now()) expireSession(ctx, session);
  if (session.status === 'complete') return redirectTo(successUrlOf(session));
  if (session.status === 'expired') return renderExpired(ctx, session);
  if (call.method === 'POST') return submit(ctx, session, call.form);
  return showForm(ctx, session, {
    values: startingValues(ctx, session, call.query),
    alert: lastError(ctx, session),
  });
}

function submit(ctx: Context, session: Stripe.Checkout.Session, form: string): PageReply {
  const { values, errors, payment } = readCardForm(Params.parse(form), new Date(ctx.now() * 1000));
  if (session.customer_email) values.email = session.customer_email;
  if (!payment) return showForm(ctx, session, { values, errors, alert: 'Check the fields marked below.' });
  try {
    const email = session.customer_email ?? payment.email;
    return redirectTo(paySession(ctx, session, { ...payment, email }) ?? successUrlOf(session));
  } catch (error) {
    if (!(error instanceof StripeError) || error.body.type !== 'card_error') throw error;
    const { email, billingName } = values;
    const alert = `${error.body.message} Please try another card.`;
    return showForm(ctx, session, { values: { email, billingName }, alert });
  }
}

interface FormState {
  values: FieldTexts;
  errors?: FieldTexts;
  alert?: string | undefined;
}

function showForm(ctx: Context, session: Stripe.Checkout.Session, state: FormState): PageReply {
  const { values, errors = {}, alert } = state;
  const total = formatMoney(session.amount_total ?? 0, session.currency ?? 'usd');
  const path = `/c/pay/${session.id}`;
  const body = html`<div class="checkout">
    ${renderOrderSummary(ctx, session)}
    <main class="payment">
      <div class="column">
        <h1>Pay by card</h1>
        ${alert === undefined ? undefined : html`<p class="alert" role="alert">${alert}</p>`}
        <form method="post" action="${path}" novalidate>
          ${renderFields({ values, errors, isEmailFixed: session.customer_email !== null })}
          <button class="button" type="submit" data-busy="Processing…">Pay ${total}</button>
        </form>
        ${renderTestCards(path)}
      </div>
    </main>
  </div>`;
  return renderPage({ title: `Pay ${ctx.merchantName}`, body });
}

function startingValues(ctx: Context, session: Stripe.Checkout.Session, query: URLSearchParams): FieldTexts {
  const customer = ctx.state.customers.get(idOf(session.customer) ?? '');
  const email = session.customer_email ?? session.customer_details?.email ?? customer?.email ?? '';
  const billingName = session.customer_details?.name ?? customer?.name ?? '';
  const card = findCardByNumber(query.get('card') ?? '');
  if (!card) return { email, billingName };
  return {
    email,
    billingName: billingName || 'Test Shopper',
    cardNumber: groupDigits(card.number),
    cardExpiry: '12 / 34',
    cardCvc: '123',
  };
}

function lastError(ctx: Context, session: Stripe.Checkout.Session): string | undefined {
  const paymentIntent = ctx.state.paymentIntents.get(idOf(session.payment_intent) ?? '');
  return paymentIntent?.last_payment_error?.message;
}

function renderExpired(ctx: Context, session: Stripe.Checkout.Session): PageReply {
  const href = session.cancel_url;
  return renderMessage({
    title: 'This payment page has expired',
    text: 'Nothing was charged. Go back to the shop and check out again.',
    status: 410,
    link: href ? { href, label: `Back to ${ctx.merchantName}` } : undefined,
  });
}
