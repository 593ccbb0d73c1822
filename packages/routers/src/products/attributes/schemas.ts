import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';
import { editSchema, slugSchema } from '../categories/schemas.ts';

const kindSchema = z.enum(['choice', 'boolean', 'number', 'text']);
const nameSchema = z.string().trim().min(1).max(80);
const unitSchema = z.string().trim().min(1).max(12).nullable();

/** Of a value, as shoppers read it. */
const labelSchema = z.string().trim().min(1).max(80);

export const createAttributeInput = z
  .object({
    name: nameSchema,
    /** What addresses of filtered lists carry; from the name when it is left out. It stays as it is. */
    code: slugSchema.optional(),
    kind: kindSchema,
    /** Of a number: `cm`, `g`. */
    unit: unitSchema.default(null),
    filterable: z.boolean().default(true),
    /** The first values of a choice, in order. */
    values: z.array(labelSchema).max(200).default([]),
    idempotencyKey: idempotencyKeySchema,
  })
  .refine(({ kind, unit }) => kind === 'number' || unit === null, {
    path: ['unit'],
    message: 'Only a number has a unit.',
  })
  .refine(({ kind, values }) => kind === 'choice' || values.length === 0, {
    path: ['values'],
    message: 'Only a choice has values of its own.',
  });

export const updateAttributeInput = editSchema.extend({
  changes: z.object({ name: nameSchema, unit: unitSchema, filterable: z.boolean() }).partial(),
});

export const addValueInput = editSchema.extend({ label: labelSchema });

export const renameValueInput = editSchema.extend({ valueId: idSchema, label: labelSchema });

export const reorderValuesInput = editSchema.extend({ valueIds: z.array(idSchema).max(2000) });

/** What has `fromId` gets `intoId` in its place. */
export const mergeValuesInput = editSchema
  .extend({ fromId: idSchema, intoId: idSchema })
  .refine(({ fromId, intoId }) => fromId !== intoId, { path: ['intoId'], message: 'Another value.' });

export const deleteValueInput = editSchema.extend({ valueId: idSchema });

export const staffAttributeSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  code: z.string(),
  name: z.string(),
  kind: kindSchema,
  unit: z.string().nullable(),
  filterable: z.boolean(),
  /** Products of any status that have it. */
  productCount: z.number().int(),
  values: z.array(
    z.object({ id: idSchema, code: z.string(), label: z.string(), productCount: z.number().int() }),
  ),
});

export type CreateAttributeInput = z.infer<typeof createAttributeInput>;
export type UpdateAttributeInput = z.infer<typeof updateAttributeInput>;
export type AddValueInput = z.infer<typeof addValueInput>;
export type RenameValueInput = z.infer<typeof renameValueInput>;
export type ReorderValuesInput = z.infer<typeof reorderValuesInput>;
export type MergeValuesInput = z.infer<typeof mergeValuesInput>;
export type DeleteValueInput = z.infer<typeof deleteValueInput>;
export type StaffAttribute = z.infer<typeof staffAttributeSchema>;
