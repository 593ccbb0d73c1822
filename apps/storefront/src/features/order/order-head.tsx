import { Clock, CircleCheck, CircleX, Info } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { HoldCountdown } from './hold-countdown.tsx';
import { LookAgain } from './look-again.tsx';
import type { OrderStory } from './order-story.ts';
import { PayNowForm } from './pay-now-form.tsx';
import type { Order } from './queries.ts';

const looks = {
  good: { icon: CircleCheck, style: 'bg-good-soft text-good' },
  warn: { icon: Clock, style: 'bg-warn-soft text-warn' },
  bad: { icon: CircleX, style: 'bg-bad-soft text-bad' },
  info: { icon: Info, style: 'bg-sunken text-ink' },
} as const;

export interface OrderHeadProps {
  order: Order;
  story: OrderStory;
  minutesLeft: number;
}

/** Where the order is, in one look, and the button if there is something to do. */
export function OrderHead({ order, story, minutesLeft }: OrderHeadProps) {
  const { icon: Icon, style } = looks[story.tone];
  return (
    <section aria-label="Status" className={`flex flex-col gap-4 rounded-lg p-5 sm:flex-row sm:p-7 ${style}`}>
      <Icon aria-hidden="true" className="size-8 shrink-0" strokeWidth={1.5} />
      <div className="space-y-4">
        <div role="status" className="space-y-1.5">
          <h2 className="text-heading font-medium">{story.title}</h2>
          <p className="text-ink max-w-xl">{story.text}</p>
        </div>
        {story.payable && (
          <div className="text-ink space-y-3">
            <PayNowForm orderToken={order.token} />
            {order.status === 'pending' && (
              <HoldCountdown expiresAt={order.expiresAt} minutesLeft={minutesLeft} />
            )}
          </div>
        )}
        {order.status === 'expired' && <ButtonLink href="/products">Back to the shop</ButtonLink>}
      </div>
      {story.lookAgain !== null && <LookAgain seconds={story.lookAgain} />}
    </section>
  );
}
