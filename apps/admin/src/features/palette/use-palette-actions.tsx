'use client';

import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { LogOut, type LucideIcon, Moon, Sun, Truck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { pageGroupsFor } from '../../lib/pages.ts';
import { useStaff } from '../../lib/staff.tsx';
import { signOut } from '../../lib/sign-out.ts';
import { matches } from './match.ts';

const ordersToShip = {
  href: '/orders?status=confirmed',
  label: 'Orders to ship',
  icon: Truck,
  keywords: 'fulfil fulfilment confirmed dispatch',
};

export interface PaletteAction {
  readonly group: 'Pages' | 'Actions';
  readonly label: string;
  readonly keywords: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

/** Pages and commands that match what was typed; all of them while nothing was. */
export function usePaletteActions(query: string): PaletteAction[] {
  const router = useRouter();
  const { permissions } = useStaff();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const pages = [
    ...pageGroupsFor(permissions).flatMap((group) => group.pages),
    ...(permissions.includes('orders:read') ? [ordersToShip] : []),
  ];
  const actions: PaletteAction[] = [
    ...pages.map(({ label, keywords, href, icon }) => ({
      group: 'Pages' as const,
      label,
      keywords,
      icon,
      run: () => router.push(href),
    })),
    {
      group: 'Actions',
      label: dark ? 'Switch to light theme' : 'Switch to dark theme',
      keywords: 'appearance colour mode',
      icon: dark ? Sun : Moon,
      run: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    {
      group: 'Actions',
      label: 'Sign out',
      keywords: 'log out leave',
      icon: LogOut,
      run: () => void signOut(),
    },
  ];
  return actions.filter(({ label, keywords }) => matches(query, `${label} ${keywords}`));
}
