import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs.tsx';
import { FailureState } from '@/components/failure-state.tsx';
import { getOrder } from '@/features/order/queries.ts';
import { getReturns } from '@/features/returns/queries.ts';
import { ReturnRequest } from '@/features/returns/return-request.tsx';
import { attempt } from '@/lib/attempt.ts';

export const metadata: Metadata = {
  title: 'Send something back',
  robots: { index: false, follow: false },
};

export default async function ReturnRequestPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!/^[\w-]{32}$/u.test(token)) notFound();
  const found = await attempt(Promise.all([getOrder(token), getReturns(token)]));
  if (!found.ok) return <FailureState failure={found.failure} />;
  const [order, { returnable, storeCredit }] = found.value;
  if (returnable.length === 0) redirect(`/orders/${token}#returns`);
  const items = returnable.flatMap(({ orderLineId, quantity: most }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    if (line === undefined) return [];
    return [{ orderLineId, name: line.productName, variant: line.variantName, image: line.image, most }];
  });
  return (
    <div className="page max-w-3xl space-y-8 pt-5">
      <Breadcrumbs
        crumbs={[
          { name: `Order ${order.number}`, href: `/orders/${token}` },
          { name: 'Send something back' },
        ]}
      />
      <div className="space-y-2">
        <h1 className="text-title font-medium">Send something back</h1>
        <p className="text-muted">
          Choose what and tell us why. We look at it and write to you how to send it.
        </p>
      </div>
      <ReturnRequest token={token} items={items} storeCredit={storeCredit} />
    </div>
  );
}
