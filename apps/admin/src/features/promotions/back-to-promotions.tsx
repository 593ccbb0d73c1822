import { Anchor, Group } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';

export function BackToPromotions() {
  return (
    <Anchor component={Link} href="/promotions" size="sm" w="fit-content" c="dimmed">
      <Group gap={6} component="span">
        <ArrowLeft size={15} aria-hidden /> All promotions
      </Group>
    </Anchor>
  );
}
