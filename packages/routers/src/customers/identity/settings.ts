import type { Database } from '@turing/db';
import type { Logger } from '../../platform/logger.ts';
import type { ProviderSettings } from './sign-in-providers.ts';

/** What one population's sign-in needs to know. */
export interface AuthSettings {
  readonly db: Database;
  readonly secret: string;
  /** Where the population's browser app is served; decides whether cookies are secure. */
  readonly appUrl: string;
  /** Other origins whose browsers may call, beside the app's own. */
  readonly trustedOrigins: readonly string[];
  readonly logger: Logger;
}

export interface CustomerAuthSettings extends AuthSettings {
  readonly providers: ProviderSettings;
  /** Also asks Have I Been Pwned about new passwords. */
  readonly askBreachService: boolean;
}
