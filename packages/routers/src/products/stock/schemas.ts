import { z } from 'zod';
import { cursorSchema, idempotencyKeySchema, idSchema, imageSchema } from '../../schemas.ts';

/** Why staff count stock in or out. */
export const adjustmentReasons = [
  'received',
  'returned',
  'written_off',
  'correction',
  'damaged',
  'lost',
  'found',
] as const;

const mostUnits = 1_000_000;
const mostAdjustments = 1000;

const units = z.number().int().min(0).max(mostUnits);
const quantitySchema = units.min(1);
const noteSchema = z.string().trim().max(500).nullable().default(null);
const nameSchema = z.string().trim().min(1).max(120);

const place = { variantId: idSchema, locationId: idSchema };
const byChange = {
  change: z
    .number()
    .int()
    .min(-mostUnits)
    .max(mostUnits)
    .refine((change) => change !== 0, 'must not be zero'),
};
/** Refused when another count came between: `expectedOnHand` is what the caller saw. */
const bySetting = { setTo: units, expectedOnHand: units };

const because = {
  reason: z.enum(adjustmentReasons),
  note: noteSchema,
  idempotencyKey: idempotencyKeySchema,
};

export const adjustStockInput = z.union([
  z.strictObject({ ...place, ...byChange, ...because }),
  z.strictObject({ ...place, ...bySetting, ...because }),
]);

const adjustmentSchema = z.union([
  z.strictObject({ ...place, ...byChange }),
  z.strictObject({ ...place, ...bySetting }),
]);

export const adjustManyInput = z.object({
  rows: z.array(adjustmentSchema).min(1).max(mostAdjustments),
  ...because,
});

export const adjustManyResultSchema = z.object({
  /** Rows that moved stock; the others had what was asked for. */
  adjusted: z.number().int(),
  unchanged: z.number().int(),
});

/** A level after a write. */
export const levelFiguresSchema = z.object({
  ...place,
  onHand: z.number().int(),
  allocated: z.number().int(),
  backorderLimit: z.number().int(),
});

export const transferStockInput = z.object({
  variantId: idSchema,
  fromLocationId: idSchema,
  toLocationId: idSchema,
  quantity: quantitySchema,
  note: noteSchema,
  idempotencyKey: idempotencyKeySchema,
});

export const transferResultSchema = z.object({
  transferId: idSchema,
  from: levelFiguresSchema,
  to: levelFiguresSchema,
});

export const setPolicyInput = z.object({
  ...place,
  backorderLimit: units,
  expectedBackorderLimit: units,
  idempotencyKey: idempotencyKeySchema,
});

export const setThresholdInput = z.object({
  variantId: idSchema,
  lowStockThreshold: units.nullable(),
  expectedLowStockThreshold: units.nullable(),
  idempotencyKey: idempotencyKeySchema,
});

export const thresholdSchema = z.object({
  variantId: idSchema,
  lowStockThreshold: z.number().int().nullable(),
});

export const listLevelsInput = z.object({
  /** Part of a SKU, a barcode or a product's name. */
  query: z.string().trim().max(100).optional(),
  productId: idSchema.optional(),
  locationId: idSchema.optional(),
  /** Only variants that are low on all shelves together. */
  low: z.boolean().default(false),
  /** With the locations that never had the variant. */
  includeEmpty: z.boolean().default(false),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

const levelSchema = levelFiguresSchema.extend({
  sku: z.string(),
  variantName: z.string(),
  productId: idSchema,
  productName: z.string(),
  image: imageSchema.nullable(),
  locationName: z.string(),
  /** Whether the location sells. */
  locationActive: z.boolean(),
  /** What can still be promised here, backorders included; nothing where the location does not sell. */
  available: z.number().int(),
  lowStockThreshold: z.number().int().nullable(),
  /** Unpromised units of the variant on all selling shelves together. */
  free: z.number().int(),
  low: z.boolean(),
});

export const levelPageSchema = z.object({ items: z.array(levelSchema), nextCursor: z.string().nullable() });

export const listLowInput = z.object({
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const lowPageSchema = z.object({
  items: z.array(
    z.object({
      variantId: idSchema,
      sku: z.string(),
      variantName: z.string(),
      productId: idSchema,
      productName: z.string(),
      image: imageSchema.nullable(),
      free: z.number().int(),
      lowStockThreshold: z.number().int(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const listMovementsInput = z.object({
  variantId: idSchema,
  locationId: idSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const movementPageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      createdAt: z.date(),
      locationId: idSchema,
      locationName: z.string(),
      quantity: z.number().int(),
      reason: z.enum(['initial', 'sale', 'transferred', ...adjustmentReasons]),
      note: z.string().nullable(),
      /** What lay at the location afterwards. */
      onHandAfter: z.number().int(),
      staffName: z.string().nullable(),
      orderId: idSchema.nullable(),
      orderNumber: z.number().int().nullable(),
      /** The other side of a transfer. */
      otherLocationName: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const locationSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  position: z.number().int(),
  version: z.number().int(),
  onHand: z.number().int(),
  allocated: z.number().int(),
});

export const createLocationInput = z.object({
  code: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  name: nameSchema,
  idempotencyKey: idempotencyKeySchema,
});

export const updateLocationInput = z.object({
  id: idSchema,
  version: z.number().int(),
  name: nameSchema.optional(),
  active: z.boolean().optional(),
  idempotencyKey: idempotencyKeySchema,
});

export const reorderLocationsInput = z.object({
  /** Every location, in the order wanted. */
  ids: z.array(idSchema).min(1).max(1000),
  idempotencyKey: idempotencyKeySchema,
});

export const reserveStockInput = z.object({
  ...place,
  quantity: quantitySchema,
  reference: z.string().trim().min(1).max(200),
  expiresAt: z.iso.datetime({ offset: true }),
  idempotencyKey: idempotencyKeySchema,
});

export const releaseReservationInput = z.object({ id: idSchema, idempotencyKey: idempotencyKeySchema });

export const listReservationsInput = z.object({
  variantId: idSchema.optional(),
  state: z.enum(['live', 'released', 'all']).default('live'),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const reservationSchema = z.object({
  id: idSchema,
  variantId: idSchema,
  sku: z.string(),
  productName: z.string(),
  variantName: z.string(),
  locationId: idSchema,
  locationName: z.string(),
  quantity: z.number().int(),
  reference: z.string(),
  staffName: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  releasedAt: z.date().nullable(),
});

export const reservationPageSchema = z.object({
  items: z.array(reservationSchema),
  nextCursor: z.string().nullable(),
});

export const stockCheckSchema = z.object({
  levels: z.number().int(),
  /** Levels that do not agree with the ledger or with what is promised, at most 100. */
  wrong: z.array(
    z.object({
      ...place,
      onHand: z.number().int(),
      ledger: z.number().int(),
      allocated: z.number().int(),
      promised: z.number().int(),
    }),
  ),
});

export type Adjustment = z.infer<typeof adjustmentSchema>;
export type AdjustStockInput = z.infer<typeof adjustStockInput>;
export type AdjustManyInput = z.infer<typeof adjustManyInput>;
export type AdjustManyResult = z.infer<typeof adjustManyResultSchema>;
export type AdjustmentReason = (typeof adjustmentReasons)[number];
export type LevelFigures = z.infer<typeof levelFiguresSchema>;
export type TransferStockInput = z.infer<typeof transferStockInput>;
export type TransferResult = z.infer<typeof transferResultSchema>;
export type SetPolicyInput = z.infer<typeof setPolicyInput>;
export type SetThresholdInput = z.infer<typeof setThresholdInput>;
export type ListLevelsInput = z.infer<typeof listLevelsInput>;
export type LevelPage = z.infer<typeof levelPageSchema>;
export type ListLowInput = z.infer<typeof listLowInput>;
export type LowPage = z.infer<typeof lowPageSchema>;
export type ListMovementsInput = z.infer<typeof listMovementsInput>;
export type MovementPage = z.infer<typeof movementPageSchema>;
export type StockLocation = z.infer<typeof locationSchema>;
export type CreateLocationInput = z.infer<typeof createLocationInput>;
export type UpdateLocationInput = z.infer<typeof updateLocationInput>;
export type ReorderLocationsInput = z.infer<typeof reorderLocationsInput>;
export type ReserveStockInput = z.infer<typeof reserveStockInput>;
export type ReleaseReservationInput = z.infer<typeof releaseReservationInput>;
export type ListReservationsInput = z.infer<typeof listReservationsInput>;
export type ReservationPage = z.infer<typeof reservationPageSchema>;
export type Reservation = z.infer<typeof reservationSchema>;
export type StockCheck = z.infer<typeof stockCheckSchema>;
