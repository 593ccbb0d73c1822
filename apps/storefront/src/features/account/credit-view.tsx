import { formatMoney } from '@turing/domain';
import { Wallet } from 'lucide-react';
import { EmptyState } from '@/components/empty-state.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import type { Credit, CreditEntry } from './own-queries.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** The store credit of the account by currency, and what came and went. */
export function CreditView({ credit }: { credit: Credit }) {
  const { accounts, history } = credit;
  if (accounts.length === 0) {
    return (
      <EmptyState icon={Wallet} title="You have no store credit yet">
        <p>What we give back for a return can become store credit. It then pays for your next order.</p>
      </EmptyState>
    );
  }
  return (
    <div className="space-y-8">
      <ul aria-label="Balances" className="flex flex-wrap gap-4">
        {accounts.map(({ currency, balanceMinor }) => (
          <li key={currency} className="bg-surface border-line min-w-48 rounded-lg border p-5">
            <p className="text-muted text-sm">{currency}</p>
            <p className="text-title font-medium tabular-nums">
              {formatMoney({ amountMinor: balanceMinor, currency })}
            </p>
          </li>
        ))}
      </ul>
      <section aria-labelledby="history" className="space-y-2">
        <h2 id="history" className="text-heading font-medium">
          History
        </h2>
        <ul className="divide-line divide-y">
          {history.items.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
        {history.nextCursor !== null && (
          <PendingLink
            href={`/account/credit?cursor=${encodeURIComponent(history.nextCursor)}`}
            className="inline-block py-2 text-sm underline underline-offset-4"
          >
            Earlier
          </PendingLink>
        )}
      </section>
    </div>
  );
}

function Entry({ entry }: { entry: CreditEntry }) {
  const { amountMinor, balanceAfterMinor, currency, createdAt } = entry;
  return (
    <li className="flex items-baseline justify-between gap-6 py-3.5 text-sm">
      <div>
        <p className="font-medium">{sentenceOf(entry)}</p>
        <p className="text-muted">
          {dayFormat.format(new Date(createdAt))} ·{' '}
          {formatMoney({ amountMinor: balanceAfterMinor, currency })} after it
        </p>
      </div>
      <p className={`shrink-0 font-medium tabular-nums ${amountMinor > 0 ? 'text-good' : ''}`}>
        {amountMinor > 0 ? '+' : ''}
        {formatMoney({ amountMinor, currency })}
      </p>
    </li>
  );
}

function sentenceOf({ kind, orderNumber }: CreditEntry): string {
  const order = orderNumber === null ? '' : ` order ${orderNumber}`;
  if (kind === 'spent') return `Paid for${order}`;
  if (kind === 'returned') return `Back from${order}`;
  if (kind === 'issued') return orderNumber === null ? 'Given to you' : `Given to you for${order}`;
  return 'Corrected by us';
}
