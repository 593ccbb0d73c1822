export { confirmOrder } from './confirm-order.ts';
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
export type { OrderView, StaffOrderView } from './order-schemas.ts';
export { type Actor, appendTimeline, type LockedOrder, lockOrder, systemActor } from './order-store.ts';
