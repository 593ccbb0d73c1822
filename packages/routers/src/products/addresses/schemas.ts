import { z } from 'zod';
import { currencySchema, idSchema } from '../../schemas.ts';

const soldIn = { currency: currencySchema.default('USD') };

export const addressPartsInput = z.object(soldIn).default({ currency: 'USD' });
export const addressPartsSchema = z.array(z.object({ from: idSchema }));

export const addressPartInput = z.object({ ...soldIn, from: idSchema });
export const addressPartSchema = z.array(z.object({ slug: z.string(), updatedAt: z.date() }));

export type AddressPartsInput = z.infer<typeof addressPartsInput>;
export type AddressParts = z.infer<typeof addressPartsSchema>;
export type AddressPartInput = z.infer<typeof addressPartInput>;
export type AddressPart = z.infer<typeof addressPartSchema>;
