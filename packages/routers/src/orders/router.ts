import { z } from 'zod';
import { secretTokenSchema } from '../schemas.ts';
import { customerProcedure, publicProcedure, router, staffProcedure } from '../trpc.ts';
import { addLine } from './add-line.ts';
import { getAftercare } from './aftercare/get-aftercare.ts';
import { aftercareSchema } from './aftercare/schemas.ts';
import { applyPromotion, removePromotion } from './promotions/apply-promotion.ts';
import { promotionsRouter } from './promotions/router.ts';
import { businessRouter } from './business/router.ts';
import { cancelLines } from './cancellation/cancel-lines.ts';
import { cancelLinesInput } from './cancellation/schemas.ts';
import { cancelOrder } from './cancel-order.ts';
import {
  addLineInput,
  applyPromotionInput,
  cartSchema,
  findCartInput,
  mergeCartInput,
  myCartSchema,
  removePromotionInput,
  setCurrencyInput,
  setLineInput,
} from './cart-schemas.ts';
import { placedOrderSchema, placeOrderInput, quoteInput, quoteSchema } from './checkout-schemas.ts';
import { claimOrders } from './claim-orders.ts';
import { creditRouter } from './credit/router.ts';
import { deliverOrder } from './deliver-order.ts';
import { documentsRouter } from './documents/router.ts';
import { offeredDraftsRouter, staffDraftsRouter } from './drafts/router.ts';
import { editsRouter } from './edits/router.ts';
import { findCartView } from './find-cart.ts';
import {
  cancelOrderInput,
  deliverOrderInput,
  claimedOrdersSchema,
  myOrderInput,
  myOrdersInput,
  myOrdersSchema,
  orderSchema,
  orderSummarySchema,
  shipOrderInput,
  staffOrderSchema,
} from './order-schemas.ts';
import { getOrderByToken, getStaffOrder } from './get-order.ts';
import { getMyOrder } from './get-my-order.ts';
import { countOrders } from './lists/count-store.ts';
import { listOrders } from './lists/list-store.ts';
import { bulkRouter, viewsRouter } from './lists/router.ts';
import {
  countOrdersInput,
  orderCountsSchema,
  staffListOrdersInput,
  staffOrderPageSchema,
} from './lists/schemas.ts';
import { lettersRouter } from './letters/router.ts';
import { listMyOrders } from './my-order-list-store.ts';
import { placeOrder } from './place-order.ts';
import { findMyCart, mergeCart } from './merge-cart.ts';
import { quoteCheckout } from './quote-checkout.ts';
import { notesRouter } from './notes/router.ts';
import { refundsRouter } from './refunds/router.ts';
import { ownReturnsRouter, staffReturnsRouter } from './returns/router.ts';
import { risksRouter } from './risks/router.ts';
import { recoveryRouter } from './recovery/router.ts';
import { setCurrency } from './set-currency.ts';
import { setLine } from './set-line.ts';
import { regionsProcedure, regionsRouter } from './regions/router.ts';
import { shippingRouter } from './shipping/router.ts';
import { taxRouter } from './tax/router.ts';
import { shipOrder } from './ship-order.ts';
import { shipmentsRouter } from './shipments/router.ts';
import { tagsRouter } from './tags/router.ts';
import { wishlistRouter } from './wishlist/router.ts';
import { summariseOrders } from './summary-store.ts';
import { idSchema } from '../schemas.ts';

const cartRouter = router({
  /** The cart with today's prices and stock, or null when there is none (any more). */
  find: publicProcedure
    .input(findCartInput)
    .output(cartSchema.nullable())
    .query(({ ctx, input }) => findCartView(ctx, input.token)),
  /** The open cart of the account, and whether the cart in hand must still be merged into it. */
  mine: customerProcedure
    .input(mergeCartInput)
    .output(myCartSchema)
    .query(({ ctx, input }) => findMyCart(ctx, input)),
  /** Puts the cart of a guest who signed in into the account's. */
  merge: customerProcedure
    .input(mergeCartInput)
    .output(cartSchema.nullable())
    .mutation(({ ctx, input }) => mergeCart(ctx, input)),
  addLine: publicProcedure
    .input(addLineInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => addLine(ctx, input)),
  setLine: publicProcedure
    .input(setLineInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => setLine(ctx, input)),
  setCurrency: publicProcedure
    .input(setCurrencyInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => setCurrency(ctx, input)),
  applyPromotion: publicProcedure
    .input(applyPromotionInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => applyPromotion(ctx, input)),
  removePromotion: publicProcedure
    .input(removePromotionInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => removePromotion(ctx, input)),
});

const checkoutRouter = router({
  quote: publicProcedure
    .input(quoteInput)
    .output(quoteSchema)
    .query(({ ctx, input }) => quoteCheckout(ctx, input)),
  place: publicProcedure
    .input(placeOrderInput)
    .output(placedOrderSchema)
    .mutation(({ ctx, input }) => placeOrder(ctx, input)),
});

const staffRouter = router({
  shipping: shippingRouter,
  tax: taxRouter,
  regions: regionsRouter,
  promotions: promotionsRouter,
  summary: staffProcedure('orders:read')
    .output(orderSummarySchema)
    .query(({ ctx }) => summariseOrders(ctx.db, ctx.now())),
  list: staffProcedure('orders:read')
    .input(staffListOrdersInput)
    .output(staffOrderPageSchema)
    .query(({ ctx, input }) => listOrders(ctx.db, input)),
  /** Of views, up to a thousand each. */
  counts: staffProcedure('orders:read')
    .input(countOrdersInput)
    .output(orderCountsSchema)
    .query(({ ctx, input }) => countOrders(ctx.db.reader, input)),
  views: viewsRouter,
  bulk: bulkRouter,
  get: staffProcedure('orders:read')
    .input(z.object({ id: idSchema }))
    .output(staffOrderSchema)
    .query(({ ctx, input }) => getStaffOrder(ctx.db, input.id)),
  ship: staffProcedure('orders:ship')
    .input(shipOrderInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => shipOrder(ctx, input)),
  markDelivered: staffProcedure('orders:ship')
    .input(deliverOrderInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => deliverOrder(ctx, input)),
  cancel: staffProcedure('orders:cancel')
    .input(cancelOrderInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => cancelOrder(ctx, input)),
  /** Units of lines that have not been shipped. */
  cancelLines: staffProcedure('orders:cancel')
    .input(cancelLinesInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => cancelLines(ctx, input)),
  /** Notes, tags, risks, returns and refunds of an order. */
  aftercare: staffProcedure('orders:read')
    .input(z.object({ id: idSchema }))
    .output(aftercareSchema)
    .query(({ ctx, input }) => getAftercare(ctx.db, input.id)),
  edits: editsRouter,
  drafts: staffDraftsRouter,
  shipments: shipmentsRouter,
  notes: notesRouter,
  tags: tagsRouter,
  risks: risksRouter,
  refunds: refundsRouter,
  returns: staffReturnsRouter,
});

export const ordersRouter = router({
  /** Where the shop sells: countries, a currency, and whether prices show tax. */
  regions: regionsProcedure,
  wishlist: wishlistRouter,
  business: businessRouter,
  documents: documentsRouter,
  letters: lettersRouter,
  recovery: recoveryRouter,
  cart: cartRouter,
  checkout: checkoutRouter,
  drafts: offeredDraftsRouter,
  returns: ownReturnsRouter,
  credit: creditRouter,
  /** An order by the secret link its buyer holds. */
  byToken: publicProcedure
    .input(z.object({ token: secretTokenSchema }))
    .output(orderSchema)
    .query(({ ctx, input }) => getOrderByToken(ctx.db, input.token)),
  mine: customerProcedure
    .input(myOrdersInput)
    .output(myOrdersSchema)
    .query(({ ctx, input }) => listMyOrders(ctx.db, { customerId: ctx.customer.id, ...input })),
  /** An order of the customer's own by its number. */
  myOrder: customerProcedure
    .input(myOrderInput)
    .output(orderSchema)
    .query(({ ctx, input }) => getMyOrder(ctx, input)),
  /** Puts the orders a customer placed as a guest into their account, once the address is known to be theirs. */
  claim: customerProcedure.output(claimedOrdersSchema).mutation(({ ctx }) => claimOrders(ctx)),
  staff: staffRouter,
});
