import { Undo2 } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { Price } from '@/components/price.tsx';
import type { Currency } from '@turing/domain';
import { formatDate } from '@/lib/format.ts';
import type { OrderReturn, OrderReturns } from './queries.ts';
import { reasonWords, stateWords } from './return-words.ts';
import { ReturnSteps } from './return-steps.tsx';

export interface ReturnsSectionProps {
  token: string;
  currency: Currency;
  found: OrderReturns;
}

/** What is sent back and how far it is, and the way to send more. */
export function ReturnsSection({ token, currency, found }: ReturnsSectionProps) {
  const { returns, returnable, windowEndsAt } = found;
  if (returns.length === 0 && returnable.length === 0) return null;
  return (
    <section id="returns" aria-labelledby="returns-title" className="space-y-4">
      <h2 id="returns-title" className="text-heading font-medium">
        Returns
      </h2>
      {returns.map((back) => (
        <ReturnCard key={back.id} token={token} currency={currency} back={back} found={found} />
      ))}
      {returnable.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p className="text-muted text-sm">
            {windowEndsAt !== null && (
              <>
                You can send items back until <time dateTime={windowEndsAt}>{formatDate(windowEndsAt)}</time>.
              </>
            )}
          </p>
          <ButtonLink href={`/orders/${token}/return`} look="secondary">
            <Undo2 aria-hidden="true" className="size-4" /> Send something back
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function ReturnCard({ back, found, token, currency }: ReturnsSectionProps & { back: OrderReturn }) {
  const { label, lead } = stateWords[back.status];
  return (
    <article className="bg-surface border-line space-y-4 rounded-lg border p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">{label}</h3>
        <p className="text-muted text-sm tabular-nums">Return {back.name}</p>
      </div>
      <div className="space-y-2 text-sm">
        <p className="text-muted">{lead}</p>
        {back.message !== null && <p className="whitespace-pre-line break-words">{back.message}</p>}
        {back.status === 'approved' && <p className="whitespace-pre-line">{found.instructions}</p>}
      </div>
      <ul className="text-sm">
        {back.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4 py-1">
            <span className="min-w-0">
              {line.quantity} × {line.productName}
              {line.variantName === '' ? '' : `, ${line.variantName}`}
            </span>
            <span className="text-muted shrink-0">{reasonWords[line.reason]}</span>
          </li>
        ))}
        {back.refunds.map(({ destination, totalMinor }) => (
          <li
            key={destination}
            className="border-line mt-2 flex justify-between gap-4 border-t pt-3 font-medium"
          >
            <span>{destination === 'store_credit' ? 'Store credit' : 'Refunded'}</span>
            <Price amountMinor={totalMinor} currency={currency} />
          </li>
        ))}
      </ul>
      {back.exchange !== null && (
        <ButtonLink href={`/orders/${back.exchange.token}`} look="secondary">
          See order {back.exchange.number}
        </ButtonLink>
      )}
      <ReturnSteps key={back.version} token={token} back={back} />
    </article>
  );
}
