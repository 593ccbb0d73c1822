import { areBands, parsePostalRange, rateBases } from '@turing/domain';
import { z } from 'zod';
import { addressSchema, currencySchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

const countrySchema = z.string().regex(/^[A-Z]{2}$/u);
const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

const placeSchema = z.object({
  country: countrySchema,
  /** Code of a state or province; '' is the whole country. */
  region: z.string().trim().toUpperCase().max(10).default(''),
  /** "SW1", "10115" or "10000-19999"; '' is every code. */
  postal: z
    .string()
    .trim()
    .max(30)
    .default('')
    .refine(
      (text) => text === '' || parsePostalRange(text) !== null,
      'A beginning, such as SW1, or a range, such as 10000-19999.',
    ),
});

const amountSchema = minorSchema.min(0).max(1_000_000_000);

const rateSchema = z.object({
  currency: currencySchema,
  amountMinor: amountSchema,
  freeOverMinor: amountSchema.min(1).nullable(),
  /** From a weight in grams or a subtotal on another amount; null ends the offer. */
  bands: z
    .array(
      z.object({ from: z.number().int().min(1).max(1_000_000_000), amountMinor: amountSchema.nullable() }),
    )
    .max(30)
    .refine(areBands, 'Steps ascend, and only the last may end the offer.'),
});

const pickupAddressSchema = addressSchema.omit({ name: true, phone: true });

const methodTerms = {
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(200),
  minDays: z.number().int().min(0).max(365),
  maxDays: z.number().int().min(0).max(365),
  kind: z.enum(['delivery', 'pickup']),
  basis: z.enum(rateBases),
  /** What the carrier calls it; null: the rates decide. */
  carrierService: z.string().trim().min(1).max(60).nullable(),
  /** Of a pick-up: where the stock lies, and where the buyer comes to. */
  locationId: idSchema.nullable(),
  pickupAddress: pickupAddressSchema.nullable(),
  active: z.boolean(),
  position: z.number().int().min(0).max(10_000),
  rates: z
    .array(rateSchema)
    .min(1)
    .refine(
      (rates) => new Set(rates.map(({ currency }) => currency)).size === rates.length,
      'One rate in each currency.',
    ),
};

const methodInput = z
  .object(methodTerms)
  .refine((method) => method.minDays <= method.maxDays, {
    path: ['maxDays'],
    message: 'At least as many days as the fewest.',
  })
  .refine(
    (method) => (method.kind === 'pickup') === (method.locationId !== null && method.pickupAddress !== null),
    {
      path: ['locationId'],
      message: 'A pick-up has a location and an address; a delivery has neither.',
    },
  );

export const zoneSchema = z.object({
  id: idSchema,
  name: z.string(),
  position: z.number().int(),
  version: z.number().int(),
  places: z.array(z.object({ country: z.string(), region: z.string(), postal: z.string() })),
  methods: z.array(
    z.object({
      ...methodTerms,
      id: idSchema,
      code: z.string(),
      version: z.number().int(),
      rates: z.array(rateSchema),
      description: z.string(),
    }),
  ),
});

const zoneTerms = { name: z.string().trim().min(1).max(80), places: z.array(placeSchema).min(1).max(400) };

export const createZoneInput = z.object({ ...zoneTerms, idempotencyKey: idempotencyKeySchema });
export const updateZoneInput = z.object({ ...zoneTerms, ...edit });
export const deleteInput = z.object(edit);

export const createMethodInput = methodInput.safeExtend({
  zoneId: idSchema,
  idempotencyKey: idempotencyKeySchema,
});
export const updateMethodInput = methodInput.safeExtend(edit);

export const tryAddressInput = z.object({
  country: countrySchema,
  region: z.string().trim().max(60).nullable(),
  postalCode: z.string().trim().max(20),
  currency: currencySchema,
  weightGrams: z.number().int().min(0).max(10_000_000),
  subtotalMinor: amountSchema,
  category: z.string().max(40).default('standard'),
});

export const triedAddressSchema = z.object({
  zone: z.string().nullable(),
  methods: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      amountMinor: minorSchema,
      minDays: z.number().int(),
      maxDays: z.number().int(),
      isPickup: z.boolean(),
    }),
  ),
  taxInclusive: z.boolean(),
  /** Of the goods and the first method. */
  taxes: z.array(
    z.object({
      name: z.string(),
      jurisdiction: z.string(),
      ratePpm: z.number().int(),
      taxableMinor: minorSchema,
      taxMinor: minorSchema,
    }),
  ),
  shippingTaxMinor: minorSchema,
  totalMinor: minorSchema,
});

export type ShippingZone = z.infer<typeof zoneSchema>;
export type ZoneTerms = Pick<z.infer<typeof createZoneInput>, 'name' | 'places'>;
export type MethodTerms = z.infer<typeof methodInput>;
export type CreateZoneInput = z.infer<typeof createZoneInput>;
export type UpdateZoneInput = z.infer<typeof updateZoneInput>;
export type DeleteInput = z.infer<typeof deleteInput>;
export type CreateMethodInput = z.infer<typeof createMethodInput>;
export type UpdateMethodInput = z.infer<typeof updateMethodInput>;
export type TryAddressInput = z.infer<typeof tryAddressInput>;
export type TriedAddress = z.infer<typeof triedAddressSchema>;
