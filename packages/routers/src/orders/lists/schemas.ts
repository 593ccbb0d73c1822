import { fulfilmentStates, orderStates, paymentStates } from '@turing/domain';
import { z } from 'zod';
import { currencySchema, cursorSchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

/** How a list can be ordered. Totals are compared within one currency only. */
const orderSorts = ['newest', 'oldest', 'total_desc', 'total_asc'] as const;

const tagSchema = z.string().trim().toLowerCase().min(1).max(40);

const filters = {
  /** An order's number, or a part of an e-mail address or a name. */
  query: z.string().trim().max(100).optional(),
  status: z.enum(orderStates).optional(),
  paymentStatus: z.enum(paymentStates).optional(),
  fulfilmentStatus: z.enum(fulfilmentStates).optional(),
  /** Placed at or after, placed before. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  currency: currencySchema.optional(),
  /** Both included, in `currency`. */
  totalFrom: minorSchema.min(0).optional(),
  totalTo: minorSchema.min(0).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .optional(),
  tag: tagSchema.optional(),
  customerId: idSchema.optional(),
  productId: idSchema.optional(),
  sku: z.string().trim().min(1).max(64).optional(),
  promotionCode: z.string().trim().toUpperCase().min(1).max(60).optional(),
  /** Held back: nothing of it ships. Flagged: something looked wrong at some time. */
  risk: z.enum(['held', 'flagged']).optional(),
  /** Open: somebody still has to do something about one. */
  returns: z.enum(['open', 'any']).optional(),
};

interface Money {
  readonly sort?: (typeof orderSorts)[number] | undefined;
  readonly currency?: string | undefined;
  readonly totalFrom?: number | undefined;
  readonly totalTo?: number | undefined;
}

function namesItsCurrency({ sort, currency, totalFrom, totalTo }: Money): boolean {
  const comparesTotals =
    totalFrom !== undefined || totalTo !== undefined || sort?.startsWith('total') === true;
  return currency !== undefined || !comparesTotals;
}

const currencyNeeded = { path: ['currency'], error: 'Totals are compared in one currency: say which.' };

const orderFilterSchema = z.object(filters).strict().refine(namesItsCurrency, currencyNeeded);

export const orderExportKinds = ['orders', 'lines'] as const;

export const orderExportSchema = z.object({ kind: z.enum(orderExportKinds), filter: orderFilterSchema });

/** What a view keeps: the filters and the order of the list, but nothing that says who somebody is. */
const viewFiltersSchema = z
  .object({ ...filters, sort: z.enum(orderSorts).optional() })
  .omit({ query: true, customerId: true })
  .strict()
  .refine(namesItsCurrency, currencyNeeded);

export const staffListOrdersInput = z
  .object({
    ...filters,
    sort: z.enum(orderSorts).default('newest'),
    cursor: cursorSchema.optional(),
    limit: z.number().int().min(1).max(100).default(50),
  })
  .refine(namesItsCurrency, currencyNeeded);

const staffOrderRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  version: z.number().int(),
  placedAt: z.date(),
  name: z.string(),
  email: z.string(),
  country: z.string(),
  status: z.enum(orderStates),
  paymentStatus: z.enum(paymentStates),
  fulfilmentStatus: z.enum(fulfilmentStates),
  itemCount: z.number().int(),
  totalMinor: minorSchema,
  currency: currencySchema,
  tags: z.array(z.string()),
  /** Held back by something that looks wrong. */
  held: z.boolean(),
  openReturn: z.boolean(),
});

export const staffOrderPageSchema = z.object({
  items: z.array(staffOrderRowSchema),
  nextCursor: z.string().nullable(),
});

export const savedViewSchema = z.object({
  id: idSchema,
  name: z.string(),
  filters: viewFiltersSchema,
  shared: z.boolean(),
  /** Of the one who asks. */
  own: z.boolean(),
  ownerName: z.string(),
  version: z.number().int(),
});

const nameSchema = z.string().trim().min(1).max(60);

export const viewsSchema = z.object({ items: z.array(savedViewSchema) });

export const createViewInput = z.object({
  name: nameSchema,
  filters: viewFiltersSchema,
  shared: z.boolean(),
  idempotencyKey: idempotencyKeySchema,
});

export const updateViewInput = createViewInput.partial({ name: true, filters: true, shared: true }).extend({
  id: idSchema,
  version: z.number().int(),
});

export const deleteViewInput = z.object({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

/** More than this many are told as "1,000+". */
export const mostCounted = 1000;

export const countOrdersInput = z.object({
  /** Each under the key it is answered with. */
  views: z
    .array(z.object({ key: z.string().min(1).max(60), filters: viewFiltersSchema }))
    .min(1)
    .max(30),
});

export const orderCountsSchema = z.object({
  /** `count` is at most `mostCounted`; `more` says that there are others. */
  items: z.array(z.object({ key: z.string(), count: z.number().int(), more: z.boolean() })),
});

const bulkWrite = {
  /** As the list shows them: one that has changed since is left alone. */
  orders: z
    .array(z.object({ id: idSchema, version: z.number().int() }))
    .min(1)
    .max(100),
  idempotencyKey: idempotencyKeySchema,
};

export const bulkShipInput = z.object({
  ...bulkWrite,
  carrier: z.string().trim().min(1).max(60),
  /** By the order's id; an order without one ships untracked. */
  trackingNumbers: z.record(idSchema, z.string().trim().min(1).max(80)).default({}),
});

export const bulkTagInput = z.object({
  ...bulkWrite,
  add: z.array(tagSchema).max(20).default([]),
  remove: z.array(tagSchema).max(20).default([]),
});

export const bulkDeliverInput = z.object(bulkWrite);

export const bulkCancelInput = z.object({ ...bulkWrite, reason: z.string().trim().min(1).max(300) });

export const bulkOutcomesSchema = z.object({
  /** One for each order, in the order they were given. `reason`: why it was not done, as an error's code. */
  outcomes: z.array(z.object({ id: idSchema, done: z.boolean(), reason: z.string().nullable() })),
});

export type OrderExport = z.infer<typeof orderExportSchema>;
export type OrderFilter = z.infer<typeof orderFilterSchema>;
export type StaffListOrdersInput = z.infer<typeof staffListOrdersInput>;
export type StaffOrderRow = z.infer<typeof staffOrderRowSchema>;
export type StaffOrderPage = z.infer<typeof staffOrderPageSchema>;
export type SavedView = z.infer<typeof savedViewSchema>;
export type CreateViewInput = z.infer<typeof createViewInput>;
export type UpdateViewInput = z.infer<typeof updateViewInput>;
export type DeleteViewInput = z.infer<typeof deleteViewInput>;
export type CountOrdersInput = z.infer<typeof countOrdersInput>;
export type BulkShipInput = z.infer<typeof bulkShipInput>;
export type BulkTagInput = z.infer<typeof bulkTagInput>;
export type BulkDeliverInput = z.infer<typeof bulkDeliverInput>;
export type BulkCancelInput = z.infer<typeof bulkCancelInput>;
export type BulkOutcomes = z.infer<typeof bulkOutcomesSchema>;
export type OrderCounts = z.infer<typeof orderCountsSchema>;
