'use client';

import { Gift } from 'lucide-react';
import type { CartLine } from './queries.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** The cards of a line with whom each is for. Every button submits the line with the card it takes out. */
export function GiftList({ line }: { line: CartLine }) {
  return (
    <ul aria-label={`Recipients of ${line.productName}`} className="w-full space-y-2 text-sm">
      {line.gifts.map((gift) => (
        <li key={gift.id} className="flex items-start gap-2.5">
          <Gift aria-hidden="true" className="text-accent mt-0.5 size-4 shrink-0" />
          <div className="min-w-0 flex-1">
            <p className="break-words">
              <span className="font-medium">{gift.recipientName}</span>{' '}
              <span className="text-muted">{gift.recipientEmail}</span>
            </p>
            <p className="text-muted">
              {gift.deliverOn === null
                ? 'Sent once it is paid'
                : `Sent on ${dayFormat.format(new Date(`${gift.deliverOn}T00:00:00Z`))}`}
            </p>
            {gift.message !== null && <p className="text-muted break-words">“{gift.message}”</p>}
          </div>
          {line.gifts.length > 1 && (
            <button
              name="gift"
              value={gift.id}
              aria-label={`Remove the gift card for ${gift.recipientName}`}
              className="text-muted hover:text-ink -my-2 py-2 underline underline-offset-4"
            >
              Remove
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
