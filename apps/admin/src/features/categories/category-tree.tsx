'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { GripVertical } from 'lucide-react';
import { type CSSProperties, useId, useState } from 'react';
import { usePhone } from '../../components/use-phone.ts';
import { type Category, type Destination, projectDrop, subtreeOf, toRows, type TreeRow } from './category.ts';
import { CategoryRow, type RowActions } from './category-row.tsx';
import classes from './category-tree.module.css';

interface CategoryTreeProps {
  readonly categories: readonly Category[];
  readonly actions: Omit<RowActions, 'onToggle'>;
  readonly canWrite: boolean;
}

type Dragged = { readonly id: string; readonly to: (Destination & { readonly depth: number }) | null };

/** The tree by rows: dragged up and down to order, in and out to nest. Every row's menu does the same. */
export function CategoryTree({ categories, actions, canWrite }: CategoryTreeProps) {
  const id = useId();
  const step = usePhone() ? 14 : 28;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const rows = toRows(categories);
  const hidden = new Set(
    [...closed, ...(dragged === null ? [] : [dragged.id])].flatMap((closedId) =>
      [...subtreeOf(categories, closedId)].filter((below) => below !== closedId),
    ),
  );
  const shown = rows.filter((row) => !hidden.has(row.id));

  function track({ active, over, delta }: DragMoveEvent): void {
    const steps = Math.round(delta.x / step);
    const activeId = String(active.id);
    setDragged({
      id: activeId,
      to: over === null ? null : projectDrop(shown, { activeId, overId: String(over.id), steps }),
    });
  }

  function drop({ active }: DragEndEvent): void {
    const row = rows.find((each) => each.id === active.id);
    const to = dragged?.to ?? null;
    setDragged(null);
    if (row === undefined || to === null) return;
    if (to.parentId !== row.parentId || to.position !== row.index) actions.onMove(row, to);
  }

  function toggle(row: TreeRow): void {
    const next = new Set(closed);
    if (!next.delete(row.id)) next.add(row.id);
    setClosed(next);
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setDragged({ id: String(active.id), to: null })}
      onDragMove={track}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <SortableContext items={shown.map((row) => row.id)} strategy={verticalListSortingStrategy}>
        <ul
          className={classes.tree}
          aria-label="Categories"
          style={{ '--step': `${step}px` } as CSSProperties}
        >
          {shown.map((row) => (
            <SortableCategory
              key={row.id}
              row={row}
              depth={dragged?.id === row.id ? (dragged.to?.depth ?? row.depth) : row.depth}
              collapsed={closed.has(row.id)}
              above={rows.find((each) => each.parentId === row.parentId && each.index === row.index - 1)}
              actions={{ ...actions, onToggle: toggle }}
              canWrite={canWrite}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface SortableCategoryProps {
  readonly row: TreeRow;
  readonly depth: number;
  readonly collapsed: boolean;
  readonly above: TreeRow | undefined;
  readonly actions: RowActions;
  readonly canWrite: boolean;
}

function SortableCategory({ row, depth, ...rest }: SortableCategoryProps) {
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: row.id,
  });
  const style = {
    '--depth': depth,
    transform: transform === null ? undefined : `translate3d(0, ${Math.round(transform.y)}px, 0)`,
    transition,
  } as CSSProperties;
  return (
    <li ref={setNodeRef} className={classes.row} data-dragging={isDragging || undefined} style={style}>
      {rest.canWrite && (
        // Dragging is for pointers; the row's menu moves it by keyboard.
        <button
          ref={setActivatorNodeRef}
          type="button"
          tabIndex={-1}
          aria-hidden
          className={classes.handle}
          {...listeners}
        >
          <GripVertical size={16} />
        </button>
      )}
      <CategoryRow row={row} {...rest} />
    </li>
  );
}
