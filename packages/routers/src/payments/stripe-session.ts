import type { Stripe } from 'stripe';
import type { CheckoutRequest } from './gateway.ts';

/** What Stripe is asked for: one unit of each line, whose amounts it adds up itself. */
export function sessionParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { orderId: request.orderId, attemptId: request.attemptId };
  return {
    mode: 'payment',
    client_reference_id: request.orderId,
    customer_email: request.email,
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
    metadata,
    payment_intent_data: { metadata, description: `Order ${request.orderNumber}` },
    line_items: request.lines.map((line) => ({
      quantity: 1,
      price_data: {
        currency: request.currency.toLowerCase(),
        unit_amount: line.amountMinor,
        product_data: { name: line.name },
      },
    })),
  };
}
