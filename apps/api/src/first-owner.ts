import { createHmac } from 'node:crypto';
import { needsSetUp, type Services } from '@turing/routers';
import type { ApiConfig } from './env.ts';

// Without 0, 1, O and I: people read it off a log and type it.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** With what the first owner is made: the person's own, or one that all processes of a shop agree on. */
export function setupSecretOf({
  setupSecret,
  authSecret,
}: Pick<ApiConfig, 'setupSecret' | 'authSecret'>): string {
  if (setupSecret !== null) return setupSecret;
  const bytes = createHmac('sha256', authSecret).update('first owner').digest().subarray(0, 20);
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  return text.replaceAll(/.{5}(?=.)/gu, '$&-');
}

/** Says in the log how the first owner is made, while the shop has no staff. A secret that was set is not repeated. */
export async function announceSetUp(services: Services, config: ApiConfig): Promise<void> {
  if (!(await needsSetUp(services.db.reader))) return;
  services.logger.warn('the shop has no staff yet: make its first owner', {
    page: `${config.adminUrl}/set-up`,
    with: config.setupSecret === null ? services.staffAccess.setupSecret : 'STAFF_SETUP_SECRET',
  });
}
