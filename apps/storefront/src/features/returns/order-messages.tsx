import { formatMoment } from '@/lib/format.ts';
import type { OrderReturns } from './queries.ts';

/** What the shop wrote to the buyer. */
export function OrderMessages({ messages }: { messages: OrderReturns['messages'] }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="messages" className="space-y-3">
      <h2 id="messages" className="text-heading font-medium">
        Messages from us
      </h2>
      <ul className="space-y-3">
        {messages.map(({ id, body, createdAt }) => (
          <li key={id} className="bg-surface border-line space-y-2 rounded-lg border p-5 text-sm">
            <p className="whitespace-pre-line break-words">{body}</p>
            <p className="text-muted">
              <time dateTime={createdAt}>{formatMoment(createdAt)}</time>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
