import type { Aftercare } from '@turing/routers';
import { sampleOrder } from './sample-order.ts';

type Return = Aftercare['returns'][number];

const at = new Date('2026-03-10T08:30:00Z');
const [mug] = sampleOrder.lines;
if (mug === undefined) throw new Error('the sample order has lines');

export const sampleReturnId = '01a2058b-5f07-70f1-9d34-e9fc98f51410';
export const sampleNoteId = '01a2058b-5f07-70f1-9d34-e9fc98f51411';
export const sampleCancelled = { lines: [{ orderLineId: mug.id, quantity: 1 }], refundMinor: 2400 };

const back: Return = {
  id: sampleReturnId,
  name: `${sampleOrder.number}-R1`,
  status: 'approved',
  resolution: 'refund',
  message: null,
  carrier: null,
  trackingNumber: null,
  version: 2,
  createdAt: at,
  updatedAt: at,
  lines: [
    {
      id: '01a2058b-5f07-70f1-9d34-e9fc98f51412',
      orderLineId: mug.id,
      sku: mug.sku,
      productName: mug.productName,
      variantName: mug.variantName,
      quantity: 1,
      reason: 'damaged',
      comment: null,
      receivedQuantity: 1,
      restockedQuantity: 0,
      writtenOffQuantity: 0,
    },
  ],
  refunds: [],
  exchange: null,
  requestedBy: 'guest',
  orderId: sampleOrder.id,
  orderNumber: sampleOrder.number,
  customerId: null,
  customerName: sampleOrder.shippingAddress.name,
  email: sampleOrder.email,
  currency: sampleOrder.currency,
  restockingFeePpm: 0,
  instructions: 'Pack the things well and send them to Turing Goods, 1 Market Street, Portland, OR 97201.',
};

/** What happened after the sample order, made up. */
export const sampleAftercare: Aftercare = {
  notes: [
    {
      id: sampleNoteId,
      kind: 'customer',
      body: 'The throw in moss is late from the mill. It leaves on Thursday, and the mugs with it.',
      pinned: false,
      author: 'Grace',
      version: 1,
      createdAt: at,
      updatedAt: at,
    },
  ],
  tags: [],
  risks: [],
  returns: [back],
  refunds: [],
  returnable: [],
};
