'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { ArrowRightLeft, BookOpen, Ellipsis, Hourglass, Settings2 } from 'lucide-react';
import { openReserve } from './reserve-form.tsx';
import { openRules } from './rules-form.tsx';
import type { Level } from './stock.ts';
import { openTransfer } from './transfer-form.tsx';
import { useCanWriteStock } from './use-can-write-stock.ts';

interface LevelMenuProps {
  readonly level: Level;
  readonly onLedger: (level: Level) => void;
}

/** What can be done with a level besides counting it. */
export function LevelMenu({ level, onLedger }: LevelMenuProps) {
  const mayWrite = useCanWriteStock();
  return (
    <Menu position="bottom-end" width={230} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`More for ${level.sku} at ${level.locationName}`}
        >
          <Ellipsis size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<BookOpen size={16} />} onClick={() => onLedger(level)}>
          Ledger
        </Menu.Item>
        {mayWrite && (
          <>
            <Menu.Item leftSection={<ArrowRightLeft size={16} />} onClick={() => openTransfer(level)}>
              Move to another location
            </Menu.Item>
            <Menu.Item leftSection={<Hourglass size={16} />} onClick={() => openReserve(level)}>
              Keep for somebody
            </Menu.Item>
            <Menu.Item leftSection={<Settings2 size={16} />} onClick={() => openRules(level)}>
              Backorders and low stock
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
