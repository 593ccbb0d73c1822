import { ActionIcon, Menu, Text } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import Link from 'next/link';
import { Ago } from '../../components/moment.tsx';
import { MoveMenuItems } from '../../components/move-menu-items.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { SortableList } from '../../components/sortable-list.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { type CollectionRow, countProducts, kindLabels } from './collection.ts';
import classes from './collections-page.module.css';

interface CollectionRowsProps {
  readonly collections: readonly CollectionRow[];
  /** Null: their order is not to be changed here. */
  readonly onMove: ((from: number, to: number) => void) | null;
}

export function CollectionRows({ collections, onMove }: CollectionRowsProps) {
  return (
    <SortableList
      label="Collections"
      ids={collections.map(({ id }) => id)}
      nameOf={(id) => collections.find((collection) => collection.id === id)?.name ?? ''}
      onMove={(from, to) => onMove?.(from, to)}
      disabled={onMove === null}
    >
      {(id, index) => {
        const collection = collections[index];
        if (collection?.id !== id) return null;
        return (
          <div className={classes.row}>
            <CollectionLink collection={collection} />
            {onMove !== null && (
              <Menu position="bottom-end" width={200}>
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${collection.name}`}>
                    <EllipsisVertical size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <MoveMenuItems
                    index={index}
                    among={collections.length}
                    onMove={(to) => onMove(index, to)}
                  />
                </Menu.Dropdown>
              </Menu>
            )}
          </div>
        );
      }}
    </SortableList>
  );
}

function CollectionLink({ collection }: { collection: CollectionRow }) {
  const { id, name, kind, image, productCount, published, updatedAt } = collection;
  return (
    <Link href={`/collections/${id}`} className={classes.link}>
      <ProductThumbnail image={image} />
      <span className={classes.name}>
        <Text size="sm" fw={500} truncate component="span" display="block">
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate component="span" display="block">
          {kindLabels[kind]}
          <span className={classes.wide}> · changed </span>
          <span className={classes.wide}>
            <Ago at={updatedAt} />
          </span>
        </Text>
        <Text size="xs" c="dimmed" component="span" className={classes.onPhone}>
          {countProducts(productCount)}
        </Text>
      </span>
      <Text size="sm" className={`${classes.wide} tabular`} ta="right" component="span">
        {countProducts(productCount)}
      </Text>
      <PublishedBadge published={published} />
    </Link>
  );
}

export function PublishedBadge({ published }: { published: boolean }) {
  return published ? (
    <StatusBadge label="Published" color="teal" />
  ) : (
    <StatusBadge label="Hidden" color="gray" />
  );
}
