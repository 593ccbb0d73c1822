'use client';

import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core';
import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  CornerDownRight,
  EllipsisVertical,
  FolderInput,
  Pencil,
  Plus,
  Trash2,
} from 'lucide-react';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import type { Destination, TreeRow } from './category.ts';
import classes from './category-tree.module.css';

export interface RowActions {
  readonly onEdit: (row: TreeRow) => void;
  readonly onAdd: (row: TreeRow) => void;
  readonly onMove: (row: TreeRow, to: Destination) => void;
  readonly onMoveUnder: (row: TreeRow) => void;
  readonly onDelete: (row: TreeRow) => void;
  readonly onToggle: (row: TreeRow) => void;
}

interface CategoryRowProps {
  readonly row: TreeRow;
  readonly collapsed: boolean;
  /** The sibling above, which it can be put under. */
  readonly above: TreeRow | undefined;
  readonly actions: RowActions;
  readonly canWrite: boolean;
}

export function CategoryRow({ row, collapsed, above, actions, canWrite }: CategoryRowProps) {
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <>
      {row.childCount > 0 ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-expanded={!collapsed}
          aria-label={collapsed ? `Show what is below ${row.name}` : `Hide what is below ${row.name}`}
          onClick={() => actions.onToggle(row)}
        >
          <Chevron size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span className={classes.gap} />
      )}
      <UnstyledButton className={classes.name} onClick={() => actions.onEdit(row)}>
        <ProductThumbnail image={row.image} size={36} />
        <span className={classes.label}>
          <Text size="sm" fw={row.depth === 0 ? 600 : 500} truncate component="span" display="block">
            {row.name}
          </Text>
          <Text size="xs" c="dimmed" truncate component="span" display="block">
            /c/{row.slug}
          </Text>
        </span>
      </UnstyledButton>
      <Text
        size="sm"
        c="dimmed"
        className={classes.count}
        title={`${row.productCount} in the category itself`}
      >
        {row.totalCount.toLocaleString('en-US')} {row.totalCount === 1 ? 'product' : 'products'}
      </Text>
      {canWrite && <RowMenu row={row} above={above} actions={actions} />}
    </>
  );
}

function RowMenu({ row, above, actions }: Pick<CategoryRowProps, 'row' | 'above' | 'actions'>) {
  const { parentId, index, siblingCount } = row;
  return (
    <Menu position="bottom-end" width={230} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${row.name}`}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={15} />} onClick={() => actions.onEdit(row)}>
          Edit
        </Menu.Item>
        <Menu.Item leftSection={<Plus size={15} />} onClick={() => actions.onAdd(row)}>
          Add a category below
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<ArrowUp size={15} />}
          disabled={index === 0}
          onClick={() => actions.onMove(row, { parentId, position: index - 1 })}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowDown size={15} />}
          disabled={index === siblingCount - 1}
          onClick={() => actions.onMove(row, { parentId, position: index + 1 })}
        >
          Move down
        </Menu.Item>
        <Menu.Item
          leftSection={<CornerDownRight size={15} />}
          disabled={above === undefined}
          onClick={() => above && actions.onMove(row, { parentId: above.id, position: above.childCount })}
        >
          {above === undefined ? 'Move under the one above' : `Move under ${above.name}`}
        </Menu.Item>
        <Menu.Item leftSection={<FolderInput size={15} />} onClick={() => actions.onMoveUnder(row)}>
          Move to…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Trash2 size={15} />} onClick={() => actions.onDelete(row)}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
