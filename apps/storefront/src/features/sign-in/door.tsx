import type { ReactNode } from 'react';

/** A page of the way in: one narrow column, one thing to do. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="page flex justify-center pt-10 sm:pt-16">
      <div className="w-full max-w-md space-y-6">
        <header className="space-y-2">
          <h1 className="text-title font-medium">{title}</h1>
          {lead !== undefined && <p className="text-muted">{lead}</p>}
        </header>
        {children}
      </div>
    </div>
  );
}

export const doorCard = 'bg-surface border-line space-y-5 rounded-lg border p-6 sm:p-8';
export const doorLink = 'text-accent underline underline-offset-4 hover:text-accent-strong';
