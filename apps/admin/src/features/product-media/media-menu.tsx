'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Ellipsis, ImageUp, Star, Trash2 } from 'lucide-react';
import { count } from '../../lib/format.ts';
import type { MediaItem } from './media.ts';
import { type MediaWrites, tellOf } from './use-media-writes.ts';

interface MediaMenuProps {
  readonly name: string;
  readonly item: MediaItem;
  readonly place: { readonly index: number; readonly to: (index: number) => void };
  readonly writes: MediaWrites;
  readonly onReplace: () => void;
}

export function MediaMenu({ name, item, place, writes, onReplace }: MediaMenuProps) {
  function confirmRemoval(): void {
    modals.openConfirmModal({
      title: 'Remove this picture?',
      children: <Text size="sm">{consequenceOf(item)}</Text>,
      labels: { confirm: 'Remove picture', cancel: 'Keep it' },
      confirmProps: { color: 'red.8' },
      onConfirm: () => void writes.remove(item.id).catch(tellOf('The picture was not removed')),
    });
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for ${name}`}>
          <Ellipsis size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Star size={16} />} disabled={place.index === 0} onClick={() => place.to(0)}>
          Make main picture
        </Menu.Item>
        <Menu.Item leftSection={<ImageUp size={16} />} onClick={onReplace}>
          Replace file…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={confirmRemoval}>
          Remove…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function consequenceOf({ variantIds }: MediaItem): string {
  const variants =
    variantIds.length === 0
      ? ''
      : ` ${count(variantIds.length, 'variant shows', 'variants show')} it and will show the main picture instead.`;
  return `Shoppers will not see it any more.${variants} Orders keep their picture.`;
}
