'use client';

import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon, Badge, Button, Card, Center, Group, Tooltip } from '@mantine/core';
import { ArrowLeft, ArrowRight, GripVertical, ImageOff, Layers } from 'lucide-react';
import { useMissingPicture } from '../../components/use-missing-picture.ts';
import { count } from '../../lib/format.ts';
import { AltField } from './alt-field.tsx';
import classes from './media-card.module.css';
import { MediaMenu } from './media-menu.tsx';
import type { MediaItem } from './media.ts';
import { ReplaceCover } from './replace-cover.tsx';
import type { MediaWrites } from './use-media-writes.ts';
import { useReplace } from './use-replace.ts';
import { openVariantPicker } from './variant-picker.tsx';

interface Place {
  readonly index: number;
  readonly last: number;
  readonly to: (index: number) => void;
}

interface MediaCardProps {
  readonly productId: string;
  readonly item: MediaItem;
  readonly place: Place;
  readonly writes: MediaWrites | null;
}

/** One picture with what can be done with it. */
export function MediaCard({ productId, item, place, writes }: MediaCardProps) {
  const name = `picture ${place.index + 1}`;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({
      id: item.id,
      disabled: writes === null,
    });
  const replace = useReplace(item.id, writes);
  const move = transform === null ? undefined : `translate3d(${transform.x}px, ${transform.y}px, 0)`;
  return (
    <Card
      component="li"
      ref={setNodeRef}
      padding={0}
      className={classes.card}
      data-dragging={isDragging || undefined}
      style={{ transform: move, transition }}
    >
      <div className={classes.picture} style={{ backgroundColor: item.image.colour }}>
        <Picture item={item} />
        {place.index === 0 && <Badge className={classes.main}>Main picture</Badge>}
        {writes !== null && (
          <ActionIcon
            ref={setActivatorNodeRef}
            variant="default"
            className={classes.grip}
            {...attributes}
            {...listeners}
            aria-label={`Drag ${name}`}
          >
            <GripVertical size={17} />
          </ActionIcon>
        )}
        <ReplaceCover state={replace.state} />
      </div>
      <div className={classes.body}>
        <AltField key={item.image.alt} item={item} name={name} save={writes?.setAlt ?? null} />
        {writes !== null && (
          <Group justify="space-between" wrap="nowrap" gap={4}>
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              leftSection={<Layers size={15} aria-hidden />}
              onClick={() => openVariantPicker({ productId, item, assign: writes.assign })}
            >
              {item.variantIds.length === 0 ? 'Variants' : count(item.variantIds.length, 'variant')}
            </Button>
            <Group gap={2} wrap="nowrap">
              <MoveButtons name={name} place={place} />
              <MediaMenu name={name} item={item} place={place} writes={writes} onReplace={replace.choose} />
            </Group>
          </Group>
        )}
      </div>
    </Card>
  );
}

function Picture({ item: { image } }: { item: MediaItem }) {
  const { missing, watch } = useMissingPicture(image.src);
  if (missing) {
    return (
      <Center h="100%" c="dimmed" role="img" aria-label="The file of this picture is missing">
        <ImageOff size={28} strokeWidth={1.6} aria-hidden />
      </Center>
    );
  }
  return (
    <picture>
      <source type="image/avif" srcSet={`${image.src}/480.avif`} />
      <img
        src={`${image.src}/480.webp`}
        alt={image.alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        {...watch}
      />
    </picture>
  );
}

function MoveButtons({ name, place }: { name: string; place: Place }) {
  return (
    <>
      <Tooltip label="Earlier">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Move ${name} earlier`}
          disabled={place.index === 0}
          onClick={() => place.to(place.index - 1)}
        >
          <ArrowLeft size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Later">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Move ${name} later`}
          disabled={place.index === place.last}
          onClick={() => place.to(place.index + 1)}
        >
          <ArrowRight size={17} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
