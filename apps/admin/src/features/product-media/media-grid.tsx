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
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { Card, Text } from '@mantine/core';
import { ImageOff } from 'lucide-react';
import { useId } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { MediaCard } from './media-card.tsx';
import classes from './media-grid.module.css';
import { moved, type ProductMedia } from './media.ts';
import { type MediaWrites, tellOf } from './use-media-writes.ts';

interface MediaGridProps {
  readonly media: ProductMedia;
  /** Null for those who may only look. */
  readonly writes: MediaWrites | null;
}

/** The pictures in their order, which is the order in which shoppers see them. */
export function MediaGrid({ media: { productId, items }, writes }: MediaGridProps) {
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function place(mediaId: string, to: number): void {
    writes?.reorder(moved(items, mediaId, to)).catch(tellOf('The order was not saved'));
  }

  function drop({ active, over }: DragEndEvent): void {
    const to = items.findIndex((item) => item.id === over?.id);
    if (to !== -1 && active.id !== over?.id) place(String(active.id), to);
  }

  if (items.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={ImageOff}
          title="No pictures"
          description="Nobody has added a picture of this product yet."
        />
      </Card>
    );
  }
  return (
    <section aria-label="Pictures">
      {writes !== null && items.length > 1 && (
        <Text size="sm" c="dimmed" mb="sm">
          Shoppers see the pictures in this order; the first one is in every list.
        </Text>
      )}
      <DndContext id={id} sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext
          items={items.map((item) => item.id)}
          strategy={rectSortingStrategy}
          disabled={writes === null}
        >
          <ul className={classes.grid}>
            {items.map((item, index) => (
              <MediaCard
                key={item.id}
                productId={productId}
                item={item}
                place={{ index, last: items.length - 1, to: (to) => place(item.id, to) }}
                writes={writes}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
    </section>
  );
}
