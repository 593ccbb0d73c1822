import { User } from 'lucide-react';
import { Suspense } from 'react';
import type { CategoryNode } from '@/lib/category-tree.ts';
import { site } from '@/lib/site.ts';
import { PendingLink } from '../pending-link.tsx';
import { CartLink } from './cart-link.tsx';
import { CategoryMenu } from './category-menu.tsx';
import { MobileMenu } from './mobile-menu.tsx';
import { type RegionChoice, RegionSwitch } from './region-switch.tsx';
import { PlainSearchForm, SearchForm } from './search-form.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

export interface SiteHeaderProps {
  tree: readonly CategoryNode[];
  regions: readonly RegionChoice[];
  region: RegionChoice;
  itemCount: number;
  signedIn: boolean;
}

const searchPlace = 'order-last mt-1 mb-1 w-full lg:order-none lg:my-0 lg:max-w-md lg:flex-1';

export function SiteHeader({ tree, regions, region, itemCount, signedIn }: SiteHeaderProps) {
  const { currency } = region;
  return (
    <header className="bg-paper border-line relative z-30 border-b lg:sticky lg:top-0">
      <div className="page flex flex-wrap items-center gap-x-2 py-2 lg:h-18 lg:flex-nowrap lg:gap-x-4 lg:py-0">
        <div className="lg:hidden">
          <MobileMenu tree={tree} regions={regions} region={region} />
        </div>
        <PendingLink href="/" aria-label={`${site.name}, front page`} className="mr-auto lg:mr-2">
          <Wordmark />
        </PendingLink>
        <div className="hidden lg:block">
          <CategoryMenu tree={tree} />
        </div>
        <Suspense fallback={<PlainSearchForm className={searchPlace} />}>
          <SearchForm asker={{ currency, signedIn }} className={searchPlace} />
        </Suspense>
        <div className="flex items-center lg:ml-auto">
          <RegionSwitch regions={regions} region={region} className="hidden lg:flex" />
          <ThemeSwitch />
          <PendingLink
            href="/account"
            aria-label="Account"
            className="hover:bg-sunken grid size-11 place-items-center rounded-full transition-colors"
          >
            <User aria-hidden="true" className="size-5" strokeWidth={1.5} />
          </PendingLink>
          <CartLink itemCount={itemCount} />
        </div>
      </div>
    </header>
  );
}
