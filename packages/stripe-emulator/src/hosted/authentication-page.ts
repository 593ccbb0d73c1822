import type { Stripe } from 'stripe';
import { sessionOf, successUrlOf } from '../checkout/finish-session.ts';
import { settleAuthenticated } from '../checkout/pay-session.ts';
import type { Context } from '../context.ts';
import { formatMoney } from '../money.ts';
import { Params } from '../params.ts';
import { approveAuthentication, failAuthentication } from '../payments/confirm-payment-intent.ts';
import { html } from './html.ts';
import { redirectTo, renderMessage, renderPage, type PageReply } from './page.ts';

export interface AuthenticationPageCall {
  id: string;
  method: string;
  form: string;
}

/** The bank's 3-D Secure page, as the shopper's bank would show it. */
export function answerAuthenticationPage(ctx: Context, call: AuthenticationPageCall): PageReply {
  const paymentIntent = ctx.state.paymentIntents.get(call.id);
  if (!paymentIntent) {
    return renderMessage({ title: 'Page not found', text: 'There is no such payment.', status: 404 });
  }
  const returnUrl = paymentIntent.next_action?.redirect_to_url?.return_url ?? undefined;
  if (paymentIntent.status !== 'requires_action') return leave(ctx, paymentIntent, returnUrl);
  if (call.method !== 'POST') return showChallenge(ctx, paymentIntent);
  if (Params.parse(call.form).text('result') === 'complete') {
    approveAuthentication(ctx, paymentIntent);
    settleAuthenticated(ctx, paymentIntent);
  } else {
    failAuthentication(ctx, paymentIntent);
  }
  return leave(ctx, paymentIntent, returnUrl);
}

function leave(ctx: Context, paymentIntent: Stripe.PaymentIntent, returnUrl?: string): PageReply {
  const session = sessionOf(ctx, paymentIntent);
  if (session?.status === 'complete') return redirectTo(successUrlOf(session));
  if (session) return redirectTo(`/c/pay/${session.id}`);
  const target = URL.parse(returnUrl ?? '');
  if (!target) {
    const text = 'This payment waits for no authentication. You can close this page.';
    return renderMessage({ title: 'All done', text, status: 200 });
  }
  const hasFailed = paymentIntent.status === 'requires_payment_method';
  target.searchParams.set('payment_intent', paymentIntent.id);
  target.searchParams.set('payment_intent_client_secret', paymentIntent.client_secret ?? '');
  target.searchParams.set('redirect_status', hasFailed ? 'failed' : 'succeeded');
  return redirectTo(target.href);
}

function showChallenge(ctx: Context, paymentIntent: Stripe.PaymentIntent): PageReply {
  const amount = formatMoney(paymentIntent.amount, paymentIntent.currency);
  const body = html`<main class="card">
    <p class="eyebrow">Test bank</p>
    <h1>Confirm it is you</h1>
    <p>
      3-D Secure: your bank asks you to approve a payment of <strong>${amount}</strong> to
      <strong>${ctx.merchantName}</strong>.
    </p>
    <form method="post" class="choices">
      <button class="button" name="result" value="complete">Complete authentication</button>
      <button class="button secondary" name="result" value="fail">Fail authentication</button>
    </form>
  </main>`;
  return renderPage({ title: '3-D Secure', body });
}
