import { Anchor, Group } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';

export function BackToCollections() {
  return (
    <Anchor component={Link} href="/collections" size="sm" w="fit-content" c="dimmed" mb="sm" display="block">
      <Group gap={6} component="span">
        <ArrowLeft size={15} aria-hidden /> All collections
      </Group>
    </Anchor>
  );
}
