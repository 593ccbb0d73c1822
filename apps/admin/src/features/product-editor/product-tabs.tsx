'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useCurrentInSight } from '../../components/use-current-in-sight.ts';
import { useStaff } from '../../lib/staff.tsx';
import classes from './product-tabs.module.css';

const tabs = [
  { path: '', label: 'Details' },
  { path: '/variants', label: 'Variants' },
  { path: '/media', label: 'Media' },
  { path: '/stock', label: 'Stock' },
  { path: '/related', label: 'Related' },
  { path: '/history', label: 'History' },
] as const;

/** The parts of a product's editor, each with an address of its own. */
export function ProductTabs({ id }: { id: string }) {
  const pathname = usePathname();
  const ref = useCurrentInSight(pathname);
  const seesAudit = useStaff().permissions.includes('audit:read');
  const shown = tabs.filter(({ path }) => path !== '/history' || seesAudit);
  return (
    <nav ref={ref} aria-label="Product" className={classes.tabs}>
      {shown.map(({ path, label }) => {
        const href = `/products/${id}${path}`;
        return (
          <Link
            key={path}
            href={href}
            className={classes.tab}
            aria-current={pathname === href ? 'page' : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
