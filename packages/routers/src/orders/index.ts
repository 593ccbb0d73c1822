export { confirmOrder } from './confirm-order.ts';
export { expireOrder } from './expire-order.ts';
export { getOrderByToken, getStaffOrder } from './get-order.ts';
export type { OrderView, StaffOrderView } from './order-schemas.ts';
export { appendTimeline, lockOrder, systemActor } from './order-store.ts';
