'use client';

import { AppShell, Box, Burger, Group, ScrollArea, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { Fragment, type ReactNode, useEffect } from 'react';
import classes from './app-frame.module.css';
import { FrameLink } from './frame-link.tsx';
import { pageGroupsFor } from '../lib/pages.ts';
import { useStaff } from '../lib/staff.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { Wordmark } from './wordmark.tsx';

interface AppFrameProps {
  /** Opens the command palette. */
  readonly finder: ReactNode;
  readonly userMenu: ReactNode;
  readonly children: ReactNode;
}

/** Navigation, top bar and the page: every signed-in page is inside one. */
export function AppFrame({ finder, userMenu, children }: AppFrameProps) {
  const pathname = usePathname();
  const groups = pageGroupsFor(useStaff().permissions);
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
            {groups.map(({ title, pages }) => (
              <Fragment key={title}>
                {title !== '' && <p className={classes.group}>{title}</p>}
                {pages.map(({ href, label, icon }) => (
                  <FrameLink
                    key={href}
                    href={href}
                    label={label}
                    icon={icon}
                    active={isWithin(pathname, href)}
                    onFollow={close}
                  />
                ))}
              </Fragment>
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
