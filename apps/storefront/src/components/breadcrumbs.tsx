import { ChevronRight } from 'lucide-react';
import { PendingLink } from './pending-link.tsx';

export interface Crumb {
  readonly name: string;
  /** The last crumb is the page itself. */
  readonly href?: string;
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="text-muted flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm">
        {crumbs.map(({ name, href }, index) => (
          <li key={`${href}${name}`} className="flex items-center gap-1.5">
            {index > 0 && <ChevronRight aria-hidden="true" className="size-3.5" />}
            {href === undefined ? (
              <span aria-current="page">{name}</span>
            ) : (
              <PendingLink href={href} className="hover:text-ink underline-offset-4 hover:underline">
                {name}
              </PendingLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
