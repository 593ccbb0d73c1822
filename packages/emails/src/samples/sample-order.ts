import type { StaffOrderView } from '@turing/routers';

const mugId = '01a2058b-5f07-70f1-9d34-e9fc98f51401';
const throwId = '01a2058b-5f07-70f1-9d34-e9fc98f51402';

export const sampleShipmentId = '01a2058b-5f07-70f1-9d34-e9fc98f51403';

const at = (time: string) => new Date(`2026-03-0${time}Z`);

const line = {
  kind: 'goods',
  gifts: [],
  image: null,
  fulfilledQuantity: 1,
  cancelledQuantity: 0,
  heldQuantity: 0,
  discountMinor: 0,
  taxMinor: 0,
} as const;

/** An order as anybody could have placed it, made up. */
export const sampleOrder: StaffOrderView = {
  id: '01a2058b-5f07-70f1-9d34-e9fc98f51400',
  number: 100_234,
  token: 'sample-order-sample-order-sample',
  status: 'confirmed',
  paymentStatus: 'captured',
  paymentFailure: null,
  paymentMethod: 'card',
  openMinor: 0,
  differenceMinor: 0,
  fulfilmentStatus: 'partially_fulfilled',
  email: 'ada@example.com',
  currency: 'USD',
  pricing: {
    subtotalMinor: 13_300,
    discountMinor: 1330,
    shippingMinor: 600,
    shippingTaxMinor: 0,
    taxMinor: 0,
    taxes: [],
    totalMinor: 12_570,
    taxInclusive: false,
  },
  refundedMinor: 0,
  creditMinor: 0,
  credits: [],
  promotionCode: 'WELCOME10',
  promotions: [
    {
      promotionId: '01990000-0000-7000-8000-000000000001',
      code: 'WELCOME10',
      name: '10 % off, to say hello',
      discountMinor: 1330,
      shippingMinor: 0,
    },
  ],
  shippingName: 'Standard',
  isPickup: false,
  shippingAddress: {
    name: 'Ada Marlowe',
    line1: '1912 SW Morrison Street',
    line2: null,
    city: 'Portland',
    region: 'OR',
    postalCode: '97205',
    country: 'US',
    phone: null,
  },
  note: null,
  lines: [
    {
      ...line,
      id: mugId,
      sku: 'FH-MUG-OAT',
      productName: 'Stoneware mug',
      productSlug: 'stoneware-mug',
      variantName: 'Oat / 350 ml',
      quantity: 2,
      unitPriceMinor: 2400,
      subtotalMinor: 4800,
      totalMinor: 4800,
    },
    {
      ...line,
      id: throwId,
      sku: 'FH-THROW-MOSS',
      productName: 'Lambswool throw with a fringe on both ends',
      productSlug: 'lambswool-throw',
      variantName: 'Moss',
      quantity: 1,
      unitPriceMinor: 8500,
      subtotalMinor: 8500,
      totalMinor: 8500,
    },
  ],
  shipments: [
    {
      id: sampleShipmentId,
      carrier: 'UPS',
      trackingNumber: '1Z999AA10123456784',
      trackingUrl: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
      shippedAt: at('3T15:20:00'),
      deliveredAt: null,
      lines: [{ orderLineId: throwId, quantity: 1 }],
    },
  ],
  placedAt: at('2T09:12:00'),
  expiresAt: at('2T10:12:00'),
  confirmedAt: at('2T09:13:00'),
  cancelledAt: null,
  version: 3,
  customerId: null,
  cancelReason: null,
  gatewayRef: null,
  capturedMinor: 12_570,
  payments: [],
  timeline: [],
};
