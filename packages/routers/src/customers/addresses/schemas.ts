import { z } from 'zod';
import { addressSchema, idempotencyKeySchema, idSchema } from '../../schemas.ts';

export const savedAddressSchema = addressSchema.extend({
  id: idSchema,
  isDefaultShipping: z.boolean(),
  isDefaultBilling: z.boolean(),
});

/** A full address book holds this many. */
export const mostAddresses = 50;

const defaults = { defaultShipping: z.boolean().default(false), defaultBilling: z.boolean().default(false) };

export const createAddressInput = z.object({
  address: addressSchema,
  /** True makes it the one default; false leaves the defaults as they are. The first address is both. */
  ...defaults,
  idempotencyKey: idempotencyKeySchema,
});

export const updateAddressInput = z.object({ id: idSchema, address: addressSchema, ...defaults });

export const removeAddressInput = z.object({ id: idSchema });

export type SavedAddress = z.infer<typeof savedAddressSchema>;
export type CreateAddressInput = z.infer<typeof createAddressInput>;
export type UpdateAddressInput = z.infer<typeof updateAddressInput>;
export type RemoveAddressInput = z.infer<typeof removeAddressInput>;
