import { z } from 'zod';
import { currencySchema, cursorSchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';
import { promotionReasonSchema } from './promotion-view-schemas.ts';

const promotionStates = ['running', 'scheduled', 'ended', 'used_up'] as const;

const ppm = z.number().int().min(1).max(1_000_000);
const amount = z.number().int().min(1).max(1_000_000_000_00);
const count = z.number().int().min(1).max(1_000_000);
const ids = z.array(idSchema).max(200).default([]);

const scopeSchema = z.object({ productIds: ids, collectionIds: ids, categoryIds: ids });

const tierSchema = z
  .object({ from: amount, ratePpm: ppm.nullable(), amountMinor: amount.nullable() })
  .refine((tier) => (tier.ratePpm === null) !== (tier.amountMinor === null), 'A rate or an amount.');

const benefitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percentage'), ratePpm: ppm }),
  z.object({ kind: z.literal('amount'), amountMinor: amount, perItem: z.boolean() }),
  z.object({ kind: z.literal('free_shipping') }),
  z.object({
    kind: z.literal('buy_x_get_y'),
    buyQuantity: z.number().int().min(1).max(99),
    getQuantity: z.number().int().min(1).max(99),
    ratePpm: ppm,
    rewards: scopeSchema.nullable(),
    mostTimes: z.number().int().min(1).max(99).nullable(),
  }),
  z.object({
    kind: z.literal('tiered'),
    by: z.enum(['subtotal', 'quantity']),
    tiers: z.array(tierSchema).min(1).max(10),
  }),
]);

const termsFields = {
  name: z.string().trim().min(1).max(80),
  benefit: benefitSchema,
  /** Of every amount; needed where there is one. */
  currency: currencySchema.nullable(),
  /** The higher, the sooner it is applied among those that combine. */
  priority: z.number().int().min(0).max(100),
  exclusive: z.boolean(),
  scope: scopeSchema,
  minimumSubtotalMinor: amount.nullable(),
  minimumQuantity: count.nullable(),
  customerGroupIds: ids,
  firstOrderOnly: z.boolean(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/u)).max(250),
  startsAt: z.iso.datetime({ offset: true }),
  /** The first moment it no longer runs. */
  endsAt: z.iso.datetime({ offset: true }).nullable(),
  usageLimit: count.nullable(),
  perCustomerLimit: count.nullable(),
};

type TermsFields = z.infer<z.ZodObject<typeof termsFields>>;

function namesAmounts({ benefit, minimumSubtotalMinor }: TermsFields): boolean {
  if (minimumSubtotalMinor !== null || benefit.kind === 'amount') return true;
  if (benefit.kind !== 'tiered') return false;
  return benefit.by === 'subtotal' || benefit.tiers.some(({ amountMinor }) => amountMinor !== null);
}

function checkTerms(terms: TermsFields, ctx: z.RefinementCtx): void {
  const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
  if (terms.currency === null && namesAmounts(terms)) refuse('currency', 'Amounts need a currency.');
  if (terms.endsAt !== null && new Date(terms.endsAt) <= new Date(terms.startsAt))
    refuse('endsAt', 'It ends after it starts.');
  const starts = terms.benefit.kind === 'tiered' ? terms.benefit.tiers.map(({ from }) => from) : [];
  if (new Set(starts).size < starts.length) refuse('benefit', 'Each tier starts elsewhere.');
}

const codeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .min(3)
  .max(40)
  .regex(/^[A-Z\d][A-Z\d_-]*$/u, 'Letters, digits, hyphens and underscores.');

const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const createPromotionInput = z
  .object({
    ...termsFields,
    automatic: z.boolean(),
    /** Its first code; none for automatic ones and where codes are generated. */
    code: codeSchema.nullable(),
    idempotencyKey: idempotencyKeySchema,
  })
  .superRefine(checkTerms)
  .refine(({ automatic, code }) => !automatic || code === null, {
    path: ['code'],
    message: 'An automatic promotion has no code.',
  });

export const updatePromotionInput = z.object({ ...termsFields, ...edit }).superRefine(checkTerms);
export const endPromotionInput = z.object(edit);
export const duplicatePromotionInput = z.object({ id: idSchema, idempotencyKey: idempotencyKeySchema });

export const addCodeInput = z.object({ ...edit, code: codeSchema, usageLimit: count.nullable() });
export const generateCodesInput = z.object({
  ...edit,
  count: z.number().int().min(1).max(5000),
  prefix: codeSchema.max(20).or(z.literal('')).default(''),
  /** How often each may be used. */
  usageLimit: count.nullable().default(1),
});

export const listPromotionsInput = z.object({
  /** Part of a name, or a code. */
  query: z.string().trim().max(100).optional(),
  state: z.enum(promotionStates).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const promotionRowSchema = z.object({
  ...termsFields,
  startsAt: z.date(),
  endsAt: z.date().nullable(),
  id: idSchema,
  automatic: z.boolean(),
  state: z.enum(promotionStates),
  /** The first of its codes, and how many there are, counted up to 10,000. */
  code: z.string().nullable(),
  codeCount: z.number().int(),
  /** Orders that hold it now, counted up to 10,000. */
  uses: z.number().int(),
  version: z.number().int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const namedSchema = z.object({ id: idSchema, name: z.string() });

export const promotionSchema = promotionRowSchema.extend({
  /** What its ids are called; what is gone is missing. */
  names: z.array(namedSchema),
});

export const promotionPageSchema = z.object({
  items: z.array(promotionRowSchema),
  nextCursor: z.string().nullable(),
});

export const listCodesInput = z.object({
  id: idSchema,
  query: z.string().trim().toUpperCase().max(40).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(1000).default(50),
});

export const codePageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      usageLimit: z.number().int().nullable(),
      uses: z.number().int(),
      createdAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const generatedCodesSchema = z.object({ version: z.number().int(), generated: z.number().int() });

export const usageSchema = z.object({
  /** Orders that hold it now, by currency. */
  totals: z.array(
    z.object({
      currency: currencySchema,
      orders: z.number().int(),
      discountMinor: minorSchema,
      shippingMinor: minorSchema,
      revenueMinor: minorSchema,
    }),
  ),
  customers: z.number().int(),
  /** Given back by cancelled and expired orders. */
  released: z.number().int(),
  /** The last thirty days, oldest first. */
  days: z.array(z.object({ date: z.string(), orders: z.number().int() })),
  latest: z.array(
    z.object({
      orderId: idSchema,
      number: z.number().int(),
      placedAt: z.date(),
      currency: currencySchema,
      code: z.string().nullable(),
      discountMinor: minorSchema,
      shippingMinor: minorSchema,
      totalMinor: minorSchema,
      counted: z.boolean(),
    }),
  ),
});

export const previewPromotionInput = z
  .object({
    ...termsFields,
    cart: z.object({
      currency: currencySchema,
      lines: z.array(z.object({ variantId: idSchema, quantity: z.number().int().min(1).max(99) })).max(20),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/u)
        .nullable(),
      isFirstOrder: z.boolean(),
      inGroups: z.boolean(),
      shippingMinor: z.number().int().min(0).max(1_000_000),
    }),
  })
  .superRefine(checkTerms);

export const promotionPreviewSchema = z.object({
  lines: z.array(
    z.object({
      variantId: idSchema,
      productName: z.string(),
      variantName: z.string(),
      quantity: z.number().int(),
      subtotalMinor: minorSchema,
      discountMinor: minorSchema,
    }),
  ),
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  shippingDiscountMinor: minorSchema,
  totalMinor: minorSchema,
  applied: z.boolean(),
  reason: promotionReasonSchema.nullable(),
});

export type CreatePromotionInput = z.infer<typeof createPromotionInput>;
export type UpdatePromotionInput = z.infer<typeof updatePromotionInput>;
export type EndPromotionInput = z.infer<typeof endPromotionInput>;
export type DuplicatePromotionInput = z.infer<typeof duplicatePromotionInput>;
export type AddCodeInput = z.infer<typeof addCodeInput>;
export type GenerateCodesInput = z.infer<typeof generateCodesInput>;
export type GeneratedCodes = z.infer<typeof generatedCodesSchema>;
export type ListPromotionsInput = z.infer<typeof listPromotionsInput>;
export type PromotionRow = z.infer<typeof promotionRowSchema>;
export type PromotionPage = z.infer<typeof promotionPageSchema>;
export type Promotion = z.infer<typeof promotionSchema>;
export type ListCodesInput = z.infer<typeof listCodesInput>;
export type CodePage = z.infer<typeof codePageSchema>;
export type PromotionUsage = z.infer<typeof usageSchema>;
export type PreviewPromotionInput = z.infer<typeof previewPromotionInput>;
export type PromotionPreview = z.infer<typeof promotionPreviewSchema>;
export type PromotionFields = TermsFields;
