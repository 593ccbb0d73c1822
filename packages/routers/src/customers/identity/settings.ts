import type { PrismaClient } from '@turing/db';
import type { Logger } from '../../platform/logger.ts';

/** What one population's sign-in needs to know. */
export interface AuthSettings {
  readonly prisma: PrismaClient;
  readonly secret: string;
  /** Where the population's browser app is served; decides whether cookies are secure. */
  readonly appUrl: string;
  /** Other origins whose browsers may call, beside the app's own. */
  readonly trustedOrigins: readonly string[];
  readonly logger: Logger;
}
