import type { Currency } from '@turing/domain';

export interface CheckoutRequest {
  /** The stored attempt: idempotency key at the gateway, and what its events carry back. */
  readonly attemptId: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly email: string;
  readonly currency: Currency;
  /** What the shopper reads on the payment page; the amounts sum to the order's total. */
  readonly lines: readonly { readonly name: string; readonly amountMinor: number }[];
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
}

/** A checkout as the gateway sees it now. `unknown`: the gateway has never heard of it. */
export type CheckoutState =
  | { readonly status: 'open' | 'expired' | 'unknown' }
  | {
      readonly status: 'paid';
      readonly paymentRef: string;
      readonly amountMinor: number;
      readonly currency: string;
    };

/** Something the gateway says happened, in the shop's words. */
export type PaymentFact =
  | {
      readonly kind: 'captured';
      readonly sessionRef: string;
      readonly paymentRef: string;
      readonly amountMinor: number;
      readonly currency: string;
    }
  | { readonly kind: 'declined'; readonly attemptId: string; readonly failure: string }
  | { readonly kind: 'session_expired'; readonly sessionRef: string }
  | { readonly kind: 'refunded'; readonly paymentRef: string; readonly refundedMinor: number };

export interface GatewayEvent {
  readonly id: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

/**
 * The payment gateway. Every call that moves money carries the id of a stored row as idempotency key, so a call whose
 * answer was lost is simply made again. All throw PAYMENT_GATEWAY_UNAVAILABLE (try again) or PAYMENT_GATEWAY_REFUSED.
 */
export interface PaymentGateway {
  readonly createCheckout: (request: CheckoutRequest) => Promise<{ sessionRef: string; url: string }>;
  readonly findCheckout: (sessionRef: string) => Promise<CheckoutState>;
  /** Closes an open checkout; one that was paid or expired meanwhile stays as it is and is reported by `findCheckout`. */
  readonly closeCheckout: (sessionRef: string) => Promise<void>;
  readonly refund: (request: {
    readonly refundId: string;
    readonly paymentRef: string;
    readonly amountMinor: number;
  }) => Promise<{ gatewayRef: string; status: 'succeeded' | 'pending' | 'failed' }>;
  /** @throws WEBHOOK_SIGNATURE_INVALID */
  readonly verifyEvent: (rawBody: Buffer, signature: string) => GatewayEvent;
  /** What an event means to the shop; null when it means nothing. */
  readonly interpret: (event: GatewayEvent) => PaymentFact | null;
}
