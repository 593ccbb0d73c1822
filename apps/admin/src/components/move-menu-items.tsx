import { Menu } from '@mantine/core';
import { ArrowDown, ArrowUp, ArrowUpToLine } from 'lucide-react';

interface MoveMenuItemsProps {
  readonly index: number;
  /** How many there are in the list. */
  readonly among: number;
  readonly onMove: (to: number) => void;
}

/** What a row's menu offers beside dragging it. */
export function MoveMenuItems({ index, among, onMove }: MoveMenuItemsProps) {
  return (
    <>
      <Menu.Item leftSection={<ArrowUpToLine size={15} />} disabled={index === 0} onClick={() => onMove(0)}>
        Move to the top
      </Menu.Item>
      <Menu.Item leftSection={<ArrowUp size={15} />} disabled={index === 0} onClick={() => onMove(index - 1)}>
        Move up
      </Menu.Item>
      <Menu.Item
        leftSection={<ArrowDown size={15} />}
        disabled={index >= among - 1}
        onClick={() => onMove(index + 1)}
      >
        Move down
      </Menu.Item>
    </>
  );
}
