'use client';

import { Avatar, Group, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ChevronsUpDown, LogOut, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { signOut } from '../../lib/sign-out.ts';
import { useStaff } from '../../lib/staff.tsx';
import classes from './user-menu.module.css';

export function UserMenu() {
  const staff = useStaff();
  return (
    <Menu position="top-start" width={220} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <VisuallyHidden>Account of</VisuallyHidden>
          <Group gap="sm" wrap="nowrap">
            <Avatar name={staff.name} color="brand" size={34} radius="md" aria-hidden />
            <div className={classes.who}>
              <Text size="sm" fw={500} truncate lh={1.3}>
                {staff.name}
              </Text>
              <Text size="xs" c="dimmed" truncate lh={1.3}>
                {staff.roleName}
              </Text>
            </div>
            <ChevronsUpDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{staff.email}</Menu.Label>
        <Menu.Item component={Link} href="/settings/security" leftSection={<ShieldCheck size={16} />}>
          Your security
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
