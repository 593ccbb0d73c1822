import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { Door, doorCard } from '@/features/sign-in/door.tsx';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { messageOf } from '@/lib/messages.ts';

// The address holds a secret: it goes to no other site.
export const metadata: Metadata = {
  title: 'No more letters',
  robots: { index: false },
  referrer: 'no-referrer',
};

/** One click in the letter is enough: the page says that it is done. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token: unsubscribeToken } = await params;
  const done = await attempt(shopperApi().orders.recovery.unsubscribe.mutate({ unsubscribeToken }));
  return (
    <Door
      title={done.ok ? 'You get no more letters' : 'This did not work'}
      lead={done.ok ? 'We write to you about your orders only. Nothing else is left to do.' : undefined}
    >
      <div className={doorCard}>
        {!done.ok && (
          <Notice tone="warn">
            <p>{messageOf(done.failure)}</p>
          </Notice>
        )}
        <ButtonLink href="/">Go to the shop</ButtonLink>
      </div>
    </Door>
  );
}
