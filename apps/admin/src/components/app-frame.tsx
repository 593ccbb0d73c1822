'use client';

import { AppShell, Box, Burger, Group, ScrollArea, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { LayoutDashboard, Package, ShoppingBag } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import classes from './app-frame.module.css';
import { FrameLink } from './frame-link.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { Wordmark } from './wordmark.tsx';

const pages = [
  { href: '/', label: 'Home', icon: LayoutDashboard },
  { href: '/orders', label: 'Orders', icon: ShoppingBag },
  { href: '/products', label: 'Products', icon: Package },
];

interface AppFrameProps {
  /** Opens the command palette. */
  readonly finder: ReactNode;
  readonly userMenu: ReactNode;
  readonly children: ReactNode;
}

/** Navigation, top bar and the page: every signed-in page is inside one. */
export function AppFrame({ finder, userMenu, children }: AppFrameProps) {
  const pathname = usePathname();
  const [opened, { toggle, close }] = useDisclosure(false);
  useEffect(close, [pathname, close]);

  return (
    <AppShell
      layout="alt"
      header={{ height: 60 }}
      navbar={{ width: 244, breakpoint: 'lg', collapsed: { mobile: !opened } }}
    >
      <a href="#page" className={classes.skip}>
        Skip to content
      </a>
      <AppShell.Header className={classes.header}>
        <Burger opened={opened} onClick={toggle} hiddenFrom="lg" size="sm" aria-label="Open navigation" />
        <Box className={classes.finder}>{finder}</Box>
        <ThemeToggle />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Main">
        <Group h={60} px="md" justify="space-between" wrap="nowrap">
          <Wordmark />
          <Burger opened={opened} onClick={close} hiddenFrom="lg" size="sm" aria-label="Close navigation" />
        </Group>
        <AppShell.Section grow component={ScrollArea} p="sm">
          <Stack gap={2}>
            {pages.map((page) => (
              <FrameLink key={page.href} {...page} active={isWithin(pathname, page.href)} onFollow={close} />
            ))}
          </Stack>
        </AppShell.Section>
        <AppShell.Section className={classes.user}>{userMenu}</AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1} className={classes.main}>
        <Box className={classes.page}>{children}</Box>
      </AppShell.Main>
    </AppShell>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
