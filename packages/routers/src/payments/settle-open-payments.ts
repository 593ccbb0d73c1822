import type { Services } from '../context.ts';
import { listOpenAttemptTokens } from './open-attempt-store.ts';
import { syncPayment } from './sync-payment.ts';

/**
 * Asks the gateway about payment pages that have been open for a while, oldest first, at most `limit`: money whose
 * webhook was lost is applied as the webhook would have been. One answer that fails keeps no other back.
 * @returns how many were asked about and how many of those failed
 * @throws the gateway's error when every one of them failed
 */
export async function settleOpenPayments(
  services: Pick<Services, 'db' | 'now' | 'gateway' | 'logger'>,
  { olderThanMinutes, limit }: { readonly olderThanMinutes: number; readonly limit: number },
): Promise<{ asked: number; failed: number }> {
  const openedBefore = new Date(services.now().getTime() - olderThanMinutes * 60_000);
  const tokens = await listOpenAttemptTokens(services.db.reader, openedBefore, limit);
  let failed = 0;
  for (const orderToken of tokens) {
    try {
      await syncPayment(services, { orderToken });
    } catch (cause) {
      failed += 1;
      if (failed === tokens.length) throw cause;
      services.logger.warn('payment not settled', { cause });
    }
  }
  return { asked: tokens.length, failed };
}
