import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** Pages without another heading make it their first. */
  level?: 1 | 2;
  children?: ReactNode;
  /** The ways out. */
  actions?: ReactNode;
}

export function EmptyState({ icon: Icon, title, level = 2, children, actions }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-4 py-16 text-center sm:py-24">
      <span className="bg-sunken text-accent grid size-16 place-items-center rounded-full">
        <Icon aria-hidden="true" className="size-7" strokeWidth={1.5} />
      </span>
      <Heading className={level === 1 ? 'text-title font-medium' : 'text-heading font-medium'}>
        {title}
      </Heading>
      <div className="text-muted space-y-2">{children}</div>
      {actions !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}
