import type { ReactNode } from 'react';
import { Button } from '@/components/button.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { SidewaysList } from '@/components/sideways-list.tsx';
import { signOut } from './sign-out.ts';

const pages = [
  { href: '/account', name: 'Orders' },
  { href: '/account/wishlist', name: 'Wishlist' },
  { href: '/account/credit', name: 'Store credit' },
  { href: '/account/addresses', name: 'Addresses' },
  { href: '/account/details', name: 'Your details' },
  { href: '/account/security', name: 'Sign-in and security' },
  { href: '/account/privacy', name: 'Your data' },
] as const;

export interface AccountFrameProps {
  current: (typeof pages)[number]['href'];
  title: string;
  lead?: string;
  /** Beside the heading: what one can do on this page. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of the account: where else one can go, what this page is, and the way out. */
export function AccountFrame({ current, title, lead, action, children }: AccountFrameProps) {
  return (
    <div className="page grid items-start gap-8 pt-10 lg:grid-cols-[13rem_1fr] lg:gap-16">
      <nav aria-label="Account" className="min-w-0 lg:sticky lg:top-28">
        <SidewaysList current={current} className="-mx-1 gap-1 p-1 lg:flex-col">
          {pages.map(({ href, name }) => (
            <li key={href} className="shrink-0">
              <PendingLink
                href={href}
                aria-current={href === current ? 'page' : undefined}
                className="hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent flex min-h-11 items-center rounded-full px-4 text-sm font-medium transition-colors"
              >
                {name}
              </PendingLink>
            </li>
          ))}
          <li className="shrink-0 lg:mt-4">
            <form action={signOut}>
              <Button look="quiet">Sign out</Button>
            </form>
          </li>
        </SidewaysList>
      </nav>
      <div className="min-w-0 space-y-8">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="space-y-1">
            <h1 className="text-title font-medium">{title}</h1>
            {lead !== undefined && <p className="text-muted">{lead}</p>}
          </div>
          {action}
        </header>
        {children}
      </div>
    </div>
  );
}
