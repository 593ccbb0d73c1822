'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { GripVertical } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import classes from './sortable-list.module.css';

interface SortableListProps {
  readonly label?: string;
  readonly ids: readonly string[];
  /** What a row is called when it is read aloud. */
  readonly nameOf: (id: string) => string;
  readonly onMove: (from: number, to: number) => void;
  readonly disabled?: boolean;
  readonly children: (id: string, index: number) => ReactNode;
}

/** Rows that can be dragged by their handle: with a mouse, a finger, or space and the arrow keys. */
export function SortableList({ label, ids, nameOf, onMove, disabled = false, children }: SortableListProps) {
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function drop({ active, over }: DragEndEvent): void {
    if (over === null || over.id === active.id) return;
    onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  }

  return (
    <DndContext id={id} sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy} disabled={disabled}>
        <ul className={classes.list} aria-label={label}>
          {ids.map((row, index) => (
            <SortableRow key={row} id={row} name={nameOf(row)} disabled={disabled}>
              {children(row, index)}
            </SortableRow>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface SortableRowProps {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

function SortableRow({ id, name, disabled, children }: SortableRowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  const shift = transform === null ? undefined : `translate3d(0, ${Math.round(transform.y)}px, 0)`;
  return (
    <li
      ref={setNodeRef}
      className={classes.row}
      data-dragging={isDragging || undefined}
      style={{ transform: shift, transition }}
    >
      {!disabled && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={classes.handle}
          {...attributes}
          {...listeners}
          aria-label={`Move ${name}`}
        >
          <GripVertical size={16} aria-hidden />
        </button>
      )}
      <div className={classes.content}>{children}</div>
    </li>
  );
}
