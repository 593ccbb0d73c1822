export { executeRefund } from './execute-refund.ts';
export { expireOverdueOrders, expireUnpaidOrder } from './expire-unpaid-order.ts';
export type { PaymentGateway } from './gateway.ts';
export { applyGatewayEvent, receiveStripeEvent } from './receive-event.ts';
export { settleCancelledOrder } from './settle-cancelled-order.ts';
export { settleOpenPayments } from './settle-open-payments.ts';
export { createStripeGateway, type StripeSettings } from './stripe-gateway.ts';
