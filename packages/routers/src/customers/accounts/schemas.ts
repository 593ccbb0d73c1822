import { orderStates } from '@turing/domain';
import { z } from 'zod';
import { currencySchema, cursorSchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';
import { savedAddressSchema } from '../addresses/schemas.ts';
import { consentRecordSchema } from '../consent/schemas.ts';

/** Orders that were paid and not taken back, in each currency. */
const spentSchema = z.array(z.object({ currency: currencySchema, totalMinor: minorSchema }));

const groupLabel = z.object({ id: idSchema, name: z.string() });

export const accountRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  orderCount: z.number().int(),
  spent: spentSchema,
  groups: z.array(groupLabel),
  tags: z.array(z.string()),
  createdAt: z.date(),
});

const accountSorts = ['newest', 'oldest', 'name'] as const;

export const listAccountsInput = z.object({
  /** Part of a name or an e-mail address. */
  query: z.string().trim().max(100).optional(),
  tag: z.string().trim().toLowerCase().max(40).optional(),
  groupId: idSchema.optional(),
  sort: z.enum(accountSorts).default('newest'),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const accountPageSchema = z.object({
  items: z.array(accountRowSchema),
  nextCursor: z.string().nullable(),
});

export const noteSchema = z.object({
  id: idSchema,
  body: z.string(),
  staffName: z.string(),
  version: z.number().int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const sessionSchema = z.object({
  id: idSchema,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});

export const accountSchema = accountRowSchema.extend({
  phone: z.string().nullable(),
  marketingConsent: z.boolean(),
  version: z.number().int(),
  lastOrderAt: z.date().nullable(),
  addresses: z.array(savedAddressSchema),
  consents: z.array(consentRecordSchema),
  notes: z.array(noteSchema),
  /** Live ones, the newest first. */
  sessions: z.array(sessionSchema),
});

const page = {
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(50).default(20),
};

export const accountOrdersInput = z.object({ id: idSchema, ...page });

export const accountOrdersSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      number: z.number().int(),
      status: z.enum(orderStates),
      totalMinor: minorSchema,
      currency: currencySchema,
      placedAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const timelineKinds = ['registered', 'order', 'consent', 'signed_in', 'staff'] as const;

export const accountTimelineSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(timelineKinds),
      /** Of staff, the name of who did it. */
      actorName: z.string().nullable(),
      /** What happened: the staff action, the order's number, the yes or no. */
      detail: z.string().nullable(),
      /** Of an order. */
      orderId: idSchema.nullable(),
      createdAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

const tagSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\d][\p{L}\d _-]*$/u, 'Letters, digits, spaces and hyphens.');

export const setTagsInput = z.object({ ...edit, tags: z.array(tagSchema).max(20) });
export const setGroupsInput = z.object({ ...edit, groupIds: z.array(idSchema).max(50) });
export const versionSchema = z.object({ version: z.number().int() });
export const tagsSchema = z.array(z.object({ tag: z.string(), count: z.number().int() }));

export type AccountRow = z.infer<typeof accountRowSchema>;
export type Account = z.infer<typeof accountSchema>;
export type AccountPage = z.infer<typeof accountPageSchema>;
export type ListAccountsInput = z.infer<typeof listAccountsInput>;
export type AccountOrders = z.infer<typeof accountOrdersSchema>;
export type AccountOrdersInput = z.infer<typeof accountOrdersInput>;
export type AccountTimeline = z.infer<typeof accountTimelineSchema>;
export type Note = z.infer<typeof noteSchema>;
export type AccountSession = z.infer<typeof sessionSchema>;
export type SetTagsInput = z.infer<typeof setTagsInput>;
export type SetGroupsInput = z.infer<typeof setGroupsInput>;
export type Version = z.infer<typeof versionSchema>;
export type CustomerTags = z.infer<typeof tagsSchema>;
