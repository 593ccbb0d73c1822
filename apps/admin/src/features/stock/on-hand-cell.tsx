'use client';

import { Popover, UnstyledButton } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { AdjustForm } from './adjust-form.tsx';
import classes from './stock.module.css';
import { formatUnits, type Level } from './stock.ts';
import { useCanWriteStock } from './use-can-write-stock.ts';

/** What lies on the shelf; whoever may count changes it in place. */
export function OnHandCell({ level }: { level: Level }) {
  const [opened, setOpened] = useState(false);
  if (!useCanWriteStock()) return <span className="tabular">{formatUnits(level.onHand)}</span>;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={290}
      position="bottom-end"
      shadow="md"
      trapFocus
      withArrow
      closeOnClickOutside
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.count}
          onClick={() => setOpened((open) => !open)}
          aria-label={`${formatUnits(level.onHand)} on hand. Count ${level.sku} at ${level.locationName}`}
        >
          <span className="tabular">{formatUnits(level.onHand)}</span>
          <Pencil size={13} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && <AdjustForm level={level} onDone={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
