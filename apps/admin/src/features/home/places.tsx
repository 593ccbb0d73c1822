'use client';

import { Card, SimpleGrid, Text } from '@mantine/core';
import Link from 'next/link';
import { pageGroupsFor } from '../../lib/pages.ts';
import { useStaff } from '../../lib/staff.tsx';

/** Where somebody who sees no orders can go. */
export function Places() {
  const pages = pageGroupsFor(useStaff().permissions).flatMap((group) => group.pages);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      {pages
        .filter(({ href }) => href !== '/')
        .map(({ href, label, icon: Icon }) => (
          <Card key={href} component={Link} href={href}>
            <Icon size={20} aria-hidden />
            <Text fw={500} mt="xs">
              {label}
            </Text>
          </Card>
        ))}
    </SimpleGrid>
  );
}
