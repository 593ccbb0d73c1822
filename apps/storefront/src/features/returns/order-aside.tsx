import type { Currency } from '@turing/domain';
import { attemptOr } from '@/lib/attempt.ts';
import { OrderMessages } from './order-messages.tsx';
import { getReturns } from './queries.ts';
import { ReturnsSection } from './returns-section.tsx';

/** What happened to an order after it left. The order's page can do without it. */
export async function OrderAside({ token, currency }: { token: string; currency: Currency }) {
  const found = await attemptOr(getReturns(token), null);
  if (found === null) return null;
  return (
    <>
      <OrderMessages messages={found.messages} />
      <ReturnsSection token={token} currency={currency} found={found} />
    </>
  );
}
