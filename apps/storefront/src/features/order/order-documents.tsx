import { FileText } from 'lucide-react';
import { Price } from '@/components/price.tsx';
import { formatDate } from '@/lib/format.ts';
import { listDocuments } from './queries.ts';
import { attemptOr } from '@/lib/attempt.ts';

const names: Readonly<Record<string, string>> = { invoice: 'Invoice', credit_note: 'Credit note' };

/** The bills of an order, to download. Nothing while there are none. */
export async function OrderDocuments({ token }: { token: string }) {
  const documents = await attemptOr(listDocuments(token), []);
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents" className="space-y-2 text-sm">
      <h2 id="documents" className="font-medium">
        Documents
      </h2>
      <ul className="space-y-1">
        {documents.map(({ id, kind, label, issuedAt, totalMinor, currency }) => (
          <li key={id}>
            <a
              href={`/api/documents/orders/${token}/${id}`}
              target="_blank"
              rel="noreferrer"
              className="group flex min-h-11 items-center gap-3"
            >
              <FileText size={18} strokeWidth={1.6} aria-hidden className="text-muted shrink-0" />
              <span className="min-w-0 grow">
                <span className="text-accent group-hover:text-accent-strong block underline underline-offset-4">
                  {names[kind] ?? 'Document'} {label}
                </span>
                <span className="text-muted">{formatDate(issuedAt)} · PDF</span>
              </span>
              <Price amountMinor={totalMinor} currency={currency} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
