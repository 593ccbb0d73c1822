'use client';

import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { useCurrentInSight } from '../../components/use-current-in-sight.ts';
import { useTRPC } from '../../lib/api.ts';
import classes from './stock.module.css';
import { formatUnits } from './stock.ts';

const pages = [
  { href: '/stock', label: 'Levels' },
  { href: '/stock/count', label: 'Count' },
  { href: '/stock/low', label: 'Low stock' },
  { href: '/stock/reservations', label: 'Reservations' },
  { href: '/stock/locations', label: 'Locations' },
] as const;

/** The head that all pages of stock share. */
export function StockFrame({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const trpc = useTRPC();
  const low = useQuery(trpc.products.staff.stock.lowCount.queryOptions());
  const ref = useCurrentInSight(`${pathname} ${low.data}`);
  return (
    <>
      <PageHeader
        title="Stock"
        description="What lies where, what is promised, and what has to be ordered."
      />
      <nav ref={ref} aria-label="Stock" className={classes.nav}>
        {pages.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            className={classes.link}
            aria-current={pathname === href ? 'page' : undefined}
          >
            {label}
            {href === '/stock/low' && low.data !== undefined && low.data > 0 && (
              <Badge size="sm" color="orange">
                {low.data > 1000 ? '1,000+' : formatUnits(low.data)}
              </Badge>
            )}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
