export { acceptOrder } from './accept-order.ts';
export { confirmOrder } from './confirm-order.ts';
export * from './documents/index.ts';
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
export { requestRefundOf } from './money/request-refund.ts';
export { settleDifference } from './money/settle-difference.ts';
export { type OrderView, staffOrderSchema, type StaffOrderView, staffWrite } from './order-schemas.ts';
export {
  type Actor,
  appendTimeline,
  type LockedOrder,
  lockOrder,
  systemActor,
  touchOrder,
} from './order-store.ts';
export type { ShippingRates } from './shipping/shipping-rates.ts';
export type { TaxCalculator } from './tax/tax-service.ts';
export { writeOrder } from './write-order.ts';
