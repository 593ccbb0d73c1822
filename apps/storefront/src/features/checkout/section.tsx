import { useId, type ReactNode } from 'react';

export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-5">
      <div className="space-y-1">
        <h2 id={id} className="text-heading font-medium">
          {title}
        </h2>
        {lead !== undefined && <p className="text-muted text-sm">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
