export { acceptOrder } from './accept-order.ts';
export { getAftercare } from './aftercare/get-aftercare.ts';
export type { Aftercare } from './aftercare/schemas.ts';
export { changeOrder } from './change-order.ts';
export { confirmOrder } from './confirm-order.ts';
export {
  findGiftCardLetter,
  type GiftCardLetter,
  giftCardSecretOf,
  issueBoughtCards,
  issueStoreCredit,
  noteGiftCardSent,
  queueBoughtCards,
  returnToAccounts,
} from './credit/index.ts';
export * from './documents/index.ts';
export * from './letters/index.ts';
export * from './recovery/index.ts';
export { getDraftView } from './drafts/get-draft.ts';
export type { DraftView } from './drafts/schemas.ts';
export { expireOrder } from './expire-order.ts';
export { getOrderByToken, getStaffOrder } from './get-order.ts';
export {
  isOpen,
  lockOrderPayment,
  lockPayment,
  lockPayments,
  type Payment,
  selectPayments,
  updatePayment,
} from './money/payment-store.ts';
export { endAttempts } from './money/attempt-end-store.ts';
export { lockRefundable, requestRefund, requestRefundOf } from './money/request-refund.ts';
export { sumGivenElsewhere } from './refunds/refundable-store.ts';
export { settleDifference } from './money/settle-difference.ts';
export { withdrawPayment } from './money/withdraw-payment.ts';
export { type OrderView, staffOrderSchema, type StaffOrderView, staffWrite } from './order-schemas.ts';
export {
  type Actor,
  appendTimeline,
  type LockedOrder,
  lockOrder,
  systemActor,
  touchOrder,
} from './order-store.ts';
export { exportOrders, exportOrdersAsStaff } from './lists/export-orders.ts';
export { orderExportKinds, orderExportSchema, type OrderExport } from './lists/schemas.ts';
export { createCarrierRates } from './shipping/carrier-rates.ts';
export type { ShippingRates } from './shipping/shipping-rates.ts';
export { createStripeTax } from './tax/stripe-tax.ts';
export type { TaxCalculator } from './tax/tax-service.ts';
export { writeOrder } from './write-order.ts';
export { assessOrder } from './risks/assess-order.ts';
