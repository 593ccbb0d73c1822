import './globals.css';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import type { RegionChoice } from '@/components/site/region-switch.tsx';
import { SiteFooter } from '@/components/site/site-footer.tsx';
import { SiteHeader } from '@/components/site/site-header.tsx';
import { listCategories } from '@/features/catalog/queries.ts';
import { findCart } from '@/features/cart/queries.ts';
import { attemptOr } from '@/lib/attempt.ts';
import { toCategoryTree } from '@/lib/category-tree.ts';
import { env } from '@/lib/env.ts';
import { readRegions } from '@/lib/regions.ts';
import { hasSession, readTheme } from '@/lib/session.ts';
import { site } from '@/lib/site.ts';

// Who is asking decides the cart, the currency and the theme of every page.
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().STOREFRONT_URL),
    title: { default: `${site.name} · ${site.tagline}`, template: `%s · ${site.name}` },
    description: site.description,
    openGraph: { siteName: site.name, type: 'website', locale: 'en_US' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171411' },
  ],
};

// Whose countries a region is of is no news to a browser.
const toChoice = ({ code, name, currency }: RegionChoice): RegionChoice => ({ code, name, currency });

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [theme, { regions, region }, categories, cart, signedIn] = await Promise.all([
    readTheme(),
    readRegions(),
    attemptOr(listCategories(), []),
    attemptOr(findCart(), null),
    hasSession(),
  ]);
  const tree = toCategoryTree(categories);
  return (
    <html lang="en" data-theme={theme ?? undefined} className={GeistSans.variable} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="bg-accent text-on-accent sr-only z-50 rounded-full px-5 py-3 font-medium focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to content
        </a>
        <SiteHeader
          tree={tree}
          regions={regions.map(toChoice)}
          region={toChoice(region)}
          itemCount={cart?.itemCount ?? 0}
          signedIn={signedIn}
        />
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <SiteFooter tree={tree} />
      </body>
    </html>
  );
}
