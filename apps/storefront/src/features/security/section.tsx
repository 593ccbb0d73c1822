import { useId, type ReactNode } from 'react';

/** One matter of the security page. */
export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="bg-surface border-line space-y-5 rounded-lg border p-6 sm:p-8">
      <div className="max-w-prose space-y-1">
        <h2 id={id} className="text-heading font-medium">
          {title}
        </h2>
        {lead !== undefined && <p className="text-muted text-sm">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
