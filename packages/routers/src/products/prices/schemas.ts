import { z } from 'zod';
import { currencySchema, cursorSchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

export const customerPricesInput = z.object({
  productIds: z.array(idSchema).min(1).max(60),
  currency: currencySchema.default('USD'),
});

export const customerPricesSchema = z.array(
  z.object({
    productId: idSchema,
    minPriceMinor: minorSchema,
    maxPriceMinor: minorSchema,
    compareAtMinor: minorSchema.nullable(),
    variants: z.array(
      z.object({ variantId: idSchema, priceMinor: minorSchema, compareAtMinor: minorSchema.nullable() }),
    ),
  }),
);

const priceListKinds = ['override', 'sale'] as const;
/** `draft` is switched off, whatever its dates. */
const priceListStates = ['draft', 'scheduled', 'live', 'ended'] as const;

const summarySchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(priceListKinds),
  state: z.enum(priceListStates),
  priority: z.number().int(),
  group: z.object({ id: idSchema, name: z.string() }).nullable(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  /** Prices in all currencies; counted up to 10,000 in lists of price lists. */
  priceCount: z.number().int(),
});

const rowSchema = summarySchema.extend({
  version: z.number().int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

export const priceListSchema = rowSchema.extend({
  /** Other lists that are live or will be while this one may be, and price the same variants; `priceCount` of them. */
  overlaps: z.array(summarySchema),
});

export const priceListPageSchema = z.object({ items: z.array(rowSchema), nextCursor: z.string().nullable() });

export const listPriceListsInput = z
  .object({
    query: z.string().trim().max(100).optional(),
    state: z.enum(priceListStates).optional(),
    cursor: cursorSchema.optional(),
    limit: z.number().int().min(1).max(100).default(50),
  })
  .default({ limit: 50 });

/** A moment with its offset, or a Date where no wire is between. */
const momentSchema = z.union([
  z.date(),
  z.iso.datetime({ offset: true }).transform((time) => new Date(time)),
]);

const termsShape = {
  name: z.string().trim().min(1).max(120),
  kind: z.enum(priceListKinds),
  /** Of two overrides of one variant the higher wins. */
  priority: z.number().int().min(-1000).max(1000),
  /** Whom it is for; null: everybody. */
  groupId: idSchema.nullable(),
  /** From this moment on; null: at once. */
  startsAt: momentSchema.nullable(),
  /** Until just before this moment; null: without end. */
  endsAt: momentSchema.nullable(),
};

function startsBeforeEnd(terms: { startsAt: Date | null; endsAt: Date | null }): boolean {
  return terms.startsAt === null || terms.endsAt === null || terms.startsAt < terms.endsAt;
}
const endsTooSoon = { path: ['endsAt'], message: 'The end must be after the start.' };

const write = { idempotencyKey: idempotencyKeySchema };
const edit = { id: idSchema, version: z.number().int(), ...write };

export const createPriceListInput = z
  .object({ ...termsShape, ...write })
  .refine((terms) => startsBeforeEnd(terms), endsTooSoon);

export const updatePriceListInput = z
  .object({ ...termsShape, ...edit })
  .refine((terms) => startsBeforeEnd(terms), endsTooSoon);

export const activatePriceListInput = z.object({ ...edit, active: z.boolean() });

export const deletePriceListInput = z.object(edit);

export type CustomerPricesInput = z.infer<typeof customerPricesInput>;
export type CustomerPrices = z.infer<typeof customerPricesSchema>;
export type PriceListTerms = z.infer<z.ZodObject<typeof termsShape>>;
export type PriceListRow = z.infer<typeof rowSchema>;
export type PriceList = z.infer<typeof priceListSchema>;
export type PriceListPage = z.infer<typeof priceListPageSchema>;
export type ListPriceListsInput = z.infer<typeof listPriceListsInput>;
export type CreatePriceListInput = z.infer<typeof createPriceListInput>;
export type UpdatePriceListInput = z.infer<typeof updatePriceListInput>;
export type ActivatePriceListInput = z.infer<typeof activatePriceListInput>;
export type DeletePriceListInput = z.infer<typeof deletePriceListInput>;
