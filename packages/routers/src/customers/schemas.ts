import { permissions } from '@turing/domain';
import { z } from 'zod';
import { idSchema } from '../schemas.ts';

export const customerViewSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  emailVerified: z.boolean(),
});

/** A button of the sign-in page beside the password. */
export const signInProviderSchema = z.object({ id: z.enum(['google', 'oidc']), name: z.string() });

export const staffViewSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: z.string(),
  /** They may do nothing but set up a second factor. */
  mustEnrol: z.boolean(),
  hasSecondFactor: z.boolean(),
  permissions: z.array(z.enum(permissions)),
});
